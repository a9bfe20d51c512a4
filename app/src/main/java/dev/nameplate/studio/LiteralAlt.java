package dev.nameplate.studio;

import java.util.Map;
import java.util.Optional;

/**
 * An alternative text of values that are known already.
 *
 * @param values by field; none is empty
 */
record LiteralAlt(Map<String, String> values) implements AltLanguage {
  @Override
  public String words(String text) {
    return Markup.escaped(text);
  }

  @Override
  public String value(String field) {
    return Markup.escaped(values.getOrDefault(field, ""));
  }

  @Override
  public Optional<String> either(String field, String there, String absent) {
    return Optional.of(there);
  }
}
