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
 * A template's alternative text with tags in it: the copy ladder as a decision about what each
 * recipient has.
 *
 * <p>The first rung whose fields are known to be there is used. A field that may be absent splits
 * the decision in two, where the tool can write that; where it cannot, the field counts as there.
 */
final class AltText {
  private static final Pattern OUTPUT = Pattern.compile("\\{\\{\\s*(.*?)\\s*}}");
  private static final int MOST_DECISIONS = 3;

  private final Template template;
  private final Set<String> mapped;
  private final AltTextSyntax language;
  private boolean blind;
  private boolean filtered;

  private AltText(Template template, Set<String> mapped, AltTextSyntax language) {
    this.template = template;
    this.mapped = mapped;
    this.language = language;
  }

  /**
   * An alternative text.
   *
   * @param blind whether it relies on values that a recipient may lack
   * @param filtered whether a wording was passed over because of its filters
   */
  record Written(String text, boolean blind, boolean filtered) {}

  /**
   * Writes it.
   *
   * @param mapped the fields that something fills
   */
  static Written of(Template template, Set<String> mapped, AltTextSyntax language) {
    AltText alt = new AltText(template, mapped, language);
    String text = alt.decided(Set.of(), absent(template, mapped));
    return new Written(text, alt.blind, alt.filtered);
  }

  /** The fields for which there is nothing to show, for anyone. */
  private static Set<String> absent(Template template, Set<String> mapped) {
    Set<String> absent = new HashSet<>(template.fields().keySet());
    absent.removeAll(mapped);
    absent.removeIf(name -> fallback(template, name).isPresent());
    return absent;
  }

  private String decided(Set<String> there, Set<String> absent) {
    for (Wording rung : template.alt()) {
      if (rung.fields().stream().anyMatch(absent::contains)) {
        continue;
      }
      if (!isPlain(rung)) {
        filtered = true;
        continue;
      }
      Optional<String> open =
          rung.fields().stream()
              .filter(name -> !there.contains(name) && fallback(template, name).isEmpty())
              .findFirst();
      return open.isEmpty() ? written(rung) : split(open.get(), there, absent);
    }
    return language.words(template.title());
  }

  private String split(String field, Set<String> there, Set<String> absent) {
    String with = decided(plus(there, field), absent);
    boolean canDecide = there.size() < MOST_DECISIONS && language.either(field, "", "").isPresent();
    if (!canDecide) {
      blind = true;
      return with;
    }
    return language.either(field, with, decided(there, plus(absent, field))).orElse(with);
  }

  private String written(Wording rung) {
    StringBuilder text = new StringBuilder();
    Matcher output = OUTPUT.matcher(rung.source());
    int at = 0;
    while (output.find()) {
      text.append(language.words(rung.source().substring(at, output.start())))
          .append(shown(output.group(1)));
      at = output.end();
    }
    return text.append(language.words(rung.source().substring(at))).toString();
  }

  /** A field's tag, and its fallback where a recipient may lack the value. */
  private String shown(String field) {
    Optional<String> fallback = fallback(template, field).map(language::words);
    if (!mapped.contains(field)) {
      return fallback.orElse("");
    }
    String value = language.value(field);
    return fallback
        .map(
            instead -> {
              Optional<String> either = language.either(field, value, instead);
              blind |= either.isEmpty();
              return either.orElse(value);
            })
        .orElse(value);
  }

  /** Whether a wording prints fields as they are, so that a tag can stand for each. */
  private boolean isPlain(Wording rung) {
    List<String> outputs = new ArrayList<>();
    Matcher output = OUTPUT.matcher(rung.source());
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
