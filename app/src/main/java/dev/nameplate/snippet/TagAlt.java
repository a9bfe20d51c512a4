package dev.nameplate.snippet;

import java.util.Map;
import java.util.Optional;

/**
 * An alternative text with an email platform's tags.
 *
 * @param tool the platform
 * @param names of the tags, by field
 */
record TagAlt(EmailPlatform tool, Map<String, String> names) implements AltTextSyntax {
  @Override
  public String words(String text) {
    return HtmlEscaper.escaped(text);
  }

  @Override
  public String value(String field) {
    return tool.syntax().inText(reference(field));
  }

  @Override
  public Optional<String> either(String field, String there, String absent) {
    return tool.syntax().either(reference(field), there, absent);
  }

  private String reference(String field) {
    return tool.reference(names.getOrDefault(field, ""));
  }
}
