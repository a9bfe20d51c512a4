package dev.nameplate.merge;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.template.Field;
import java.util.Optional;

/** One of a field's declared options, matched without case (Unicode default case folding). */
final class ChoiceReader {
  private ChoiceReader() {}

  static Reading read(Field field, String text) {
    return option(field, text)
        .map(Reading::text)
        .orElseGet(() -> new Reading.Refused("not an option"));
  }

  /** The option as declared; empty where the text is none, or the field has none. */
  static Optional<String> option(Field field, String text) {
    String folded = fold(text);
    return field.options().stream().filter(option -> fold(option).equals(folded)).findFirst();
  }

  private static String fold(String text) {
    return UCharacter.foldCase(UnicodeCleaner.clean(text), true);
  }
}
