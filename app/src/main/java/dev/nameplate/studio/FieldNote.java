package dev.nameplate.studio;

import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.snippet.EmailPlatform;
import dev.nameplate.template.field.Field;

/**
 * How a field's value was read, in words for an author.
 *
 * @param turned whether the value could not be used
 */
record FieldNote(String text, boolean turned) {
  /** Of a value that came in. */
  static FieldNote of(ResolvedField field) {
    return switch (field.state()) {
      case GIVEN -> new FieldNote(given(field), false);
      case FALLBACK ->
          new FieldNote(why(field) + "; " + quoted(shown(field)) + " is drawn", isTurned(field));
      case ABSENT -> new FieldNote(why(field) + "; " + without(field.field()), isTurned(field));
    };
  }

  private static String given(ResolvedField field) {
    boolean same = field.arrived().equals(field.value().map(FieldValue::shown));
    if (same) {
      return "Drawn as it is";
    }
    int most = field.field().maxLength();
    String did = isCut(field, most) ? "Cut to " + most + " characters: " : taken(field.field());
    return did + quoted(shown(field));
  }

  /** Whether the value ends where, or before, the field lets no more in. */
  private static boolean isCut(ResolvedField field, int most) {
    String shown = shown(field);
    return (shown.length() >= most || shown.endsWith("…"))
        && field.arrived().filter(text -> text.strip().length() > shown.length()).isPresent();
  }

  /** What is no text is drawn as each wording has it. */
  private static String taken(Field field) {
    return switch (field.kind()) {
      case DATE, NUMBER, MONEY -> "Read as ";
      case NAME, TEXT, CHOICE, CODE, URL, IMAGE -> "Drawn as ";
      case PAYLOAD -> "Kept as ";
    };
  }

  private static boolean isTurned(ResolvedField field) {
    return field
        .reason()
        .filter(why -> why != MissingReason.MISSING && why != MissingReason.EMPTY)
        .isPresent();
  }

  private static String why(ResolvedField field) {
    return switch (field.reason().orElse(MissingReason.MISSING)) {
      case MISSING, EMPTY -> "No value";
      case UNMERGED -> "Not replaced: " + tool(field);
      case JUNK -> "A word that stands for no value";
      case INVALID -> "Not " + kind(field.field());
      case UNDRAWABLE -> "No font here can draw it";
      case REFUSED -> "Not allowed here";
    };
  }

  private static String tool(ResolvedField field) {
    return field.detail().map(EmailPlatform::tagOf).orElse("a merge tag");
  }

  private static String without(Field field) {
    return field.required() ? "the standard picture is drawn" : "a wording without it is drawn";
  }

  private static String kind(Field field) {
    return switch (field.kind()) {
      case NAME -> "a name";
      case TEXT -> "a text that can be used";
      case NUMBER -> "a number that is allowed";
      case MONEY -> "an amount that is allowed";
      case DATE -> "a date";
      case CHOICE -> "one of its options";
      case CODE -> "a code: letters, digits and - of at most " + field.maxLength();
      case URL -> "an address";
      case IMAGE -> "a picture that is there";
      case PAYLOAD -> "a payload of at most " + field.maxLength() + " characters";
    };
  }

  private static String shown(ResolvedField field) {
    return field.value().map(FieldValue::shown).orElse("");
  }

  private static String quoted(String text) {
    return "\u201c" + text + "\u201d";
  }
}
