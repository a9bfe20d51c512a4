package dev.nameplate.merge.kind;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.merge.decode.UnicodeCleaner;
import dev.nameplate.template.field.Field;
import java.util.Optional;

/** One of a field's declared options, matched without case (Unicode default case folding). */
public final class ChoiceReader {
  private ChoiceReader() {}

  static ParsedValue read(Field field, String text) {
    return option(field, text)
        .map(ParsedValue::text)
        .orElseGet(() -> new ParsedValue.Refused("not an option"));
  }

  /** The option as declared; empty where the text is none, or the field has none. */
  public static Optional<String> option(Field field, String text) {
    String folded = fold(text);
    return field.options().stream().filter(option -> fold(option).equals(folded)).findFirst();
  }

  private static String fold(String text) {
    return UCharacter.foldCase(UnicodeCleaner.clean(text), true);
  }
}
