package dev.nameplate.snippet;

import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.wording.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a template's alternative text with merge tags: its copy ladder as nested conditions in the
 * platform's syntax.
 *
 * <p>The first wording whose fields are known to be present is used. A field that may be absent
 * becomes a condition; where the platform has no conditions, the field is assumed to be present.
 */
final class AltText {
  private static final Pattern OUTPUT = Pattern.compile("\\{\\{\\s*(.*?)\\s*}}");
  private static final int MAX_DECISIONS = 3;

  private final Template template;
  private final Set<String> mapped;
  private final AltTextSyntax syntax;
  private boolean assumesValues;
  private boolean filtered;

  private AltText(Template template, Set<String> mapped, AltTextSyntax syntax) {
    this.template = template;
    this.mapped = mapped;
    this.syntax = syntax;
  }

  /**
   * An alternative text.
   *
   * @param text in the language of the syntax
   * @param assumesValues whether it is wrong for recipients who lack a value
   * @param filtered whether a wording was skipped because it has filters
   */
  record Written(String text, boolean assumesValues, boolean filtered) {}

  /**
   * The alternative text of a template.
   *
   * @param template whose copy ladder is used; its title is the last resort
   * @param mapped names of the fields that a tag fills
   * @param syntax writes tags and conditions
   */
  static Written of(Template template, Set<String> mapped, AltTextSyntax syntax) {
    AltText alt = new AltText(template, mapped, syntax);
    String text = alt.decided(Set.of(), absent(template, mapped));
    return new Written(text, alt.assumesValues, alt.filtered);
  }

  /** The fields that have neither a tag nor a fallback. */
  private static Set<String> absent(Template template, Set<String> mapped) {
    Set<String> absent = new HashSet<>(template.fields().keySet());
    absent.removeAll(mapped);
    absent.removeIf(name -> fallback(template, name).isPresent());
    return absent;
  }

  private String decided(Set<String> there, Set<String> absent) {
    for (Wording wording : template.alt()) {
      if (wording.fields().stream().anyMatch(absent::contains)) {
        continue;
      }
      if (!isPlain(wording)) {
        filtered = true;
        continue;
      }
      Optional<String> open =
          wording.fields().stream()
              .filter(name -> !there.contains(name) && fallback(template, name).isEmpty())
              .findFirst();
      return open.isEmpty() ? written(wording) : split(open.get(), there, absent);
    }
    return syntax.words(template.title());
  }

  private String split(String field, Set<String> there, Set<String> absent) {
    String with = decided(plus(there, field), absent);
    boolean canDecide = there.size() < MAX_DECISIONS && syntax.either(field, "", "").isPresent();
    if (!canDecide) {
      assumesValues = true;
      return with;
    }
    return syntax.either(field, with, decided(there, plus(absent, field))).orElse(with);
  }

  private String written(Wording wording) {
    StringBuilder text = new StringBuilder();
    Matcher output = OUTPUT.matcher(wording.source());
    int at = 0;
    while (output.find()) {
      text.append(syntax.words(wording.source().substring(at, output.start())))
          .append(shown(output.group(1)));
      at = output.end();
    }
    return text.append(syntax.words(wording.source().substring(at))).toString();
  }

  /** A field's tag, with a condition for its fallback; the fallback alone where there is no tag. */
  private String shown(String field) {
    Optional<String> fallback = fallback(template, field).map(syntax::words);
    if (!mapped.contains(field)) {
      return fallback.orElse("");
    }
    String value = syntax.value(field);
    return fallback
        .map(
            instead -> {
              Optional<String> either = syntax.either(field, value, instead);
              assumesValues |= either.isEmpty();
              return either.orElse(value);
            })
        .orElse(value);
  }

  /** Whether a wording prints fields without filters, so that a tag can replace each. */
  private boolean isPlain(Wording wording) {
    List<String> outputs = new ArrayList<>();
    Matcher output = OUTPUT.matcher(wording.source());
    while (output.find()) {
      outputs.add(output.group(1));
    }
    return template.fields().keySet().containsAll(outputs);
  }

  private static Optional<String> fallback(Template template, String name) {
    return Optional.ofNullable(template.fields().get(name)).flatMap(Field::fallback);
  }

  private static Set<String> plus(Set<String> names, String name) {
    Set<String> more = new HashSet<>(names);
    more.add(name);
    return more;
  }
}
