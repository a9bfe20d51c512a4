package dev.nameplate.merge.kind;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.merge.decode.UnicodeCleaner;
import dev.nameplate.template.field.Field;
import java.util.Optional;

/**
 * Reads a value as one of a field's declared options, ignoring case (Unicode default case folding).
 */
public final class ChoiceReader {
  private ChoiceReader() {}

  /** The option as declared, or a refusal if the text is none. */
  static ParsedValue read(Field field, String text) {
    return option(field, text)
        .map(ParsedValue::text)
        .orElseGet(() -> new ParsedValue.Refused("not an option"));
  }

  /**
   * The option that a text means.
   *
   * @param text decoded; it is cleaned and case-folded before it is compared
   * @return the option as declared; empty if the text is none, or the field has no options
   */
  public static Optional<String> option(Field field, String text) {
    if (field.options().contains(text)) {
      return Optional.of(text);
    }
    String folded = fold(text);
    return field.options().stream().filter(option -> fold(option).equals(folded)).findFirst();
  }

  private static String fold(String text) {
    return UCharacter.foldCase(UnicodeCleaner.clean(text), true);
  }
}
