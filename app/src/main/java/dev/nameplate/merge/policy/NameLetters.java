package dev.nameplate.merge.policy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import dev.nameplate.merge.decode.Ascii;

/**
 * The characters that names may have: letters and marks of every script, emoji, spaces, dashes,
 * apostrophes, the marks that join a name's parts in some scripts, and {@code . & ( ) @ $ + "}, but
 * no digits.
 */
final class NameLetters {
  /** Punctuation and symbols, and their typographic and fullwidth variants. */
  private static final String SIGNS = " .&()@$+\"\u201c\u201d\u201e\uff0e\uff06\uff08\uff09";

  private static final String APOSTROPHES = "'\u2018\u2019\u201b\u2032\u00b4`\uff07";

  /**
   * Marks that join the parts of a name: middle dots (Catalan, foreign names in Chinese and
   * Japanese), geresh and gershayim (Hebrew), the Armenian apostrophe, the Tibetan tsheg and the
   * Ethiopic wordspace.
   */
  private static final String JOINTS = "\u00b7\u30fb\uff65\u2022\u05f3\u05f4\u055a\u0f0b\u1361";

  private static final String JOINERS = "\u200c\u200d";

  private NameLetters() {}

  /** Whether a character is a Latin letter up to U+017F, a dash or an apostrophe. */
  static boolean isPlain(char c) {
    return Ascii.isLetter(c)
        || c == '\''
        || c == '-'
        || c == '\u2019'
        || (c >= 0xc0 && c <= 0x17f && c != 0xd7 && c != 0xf7);
  }

  /** Whether a text has only characters that names may have. */
  static boolean allIn(String text) {
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (!isIn(c)) {
        return false;
      }
    }
    return true;
  }

  static boolean isLetter(int c) {
    return UCharacter.isLetter(c);
  }

  private static boolean isIn(int c) {
    if (c < 0x80) {
      return Ascii.isLetter(c) || SIGNS.indexOf(c) >= 0 || APOSTROPHES.indexOf(c) >= 0 || c == '-';
    }
    return isOfWords(UCharacter.getType(c))
        || isOneOf(c)
        || c == 0x3007
        || UCharacter.hasBinaryProperty(c, UProperty.EMOJI)
        || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_COMPONENT);
  }

  private static boolean isOneOf(int c) {
    return SIGNS.indexOf(c) >= 0
        || APOSTROPHES.indexOf(c) >= 0
        || JOINTS.indexOf(c) >= 0
        || JOINERS.indexOf(c) >= 0;
  }

  private static boolean isOfWords(int type) {
    return switch (type) {
      case UCharacterCategory.UPPERCASE_LETTER,
          UCharacterCategory.LOWERCASE_LETTER,
          UCharacterCategory.TITLECASE_LETTER,
          UCharacterCategory.MODIFIER_LETTER,
          UCharacterCategory.OTHER_LETTER,
          UCharacterCategory.NON_SPACING_MARK,
          UCharacterCategory.COMBINING_SPACING_MARK,
          UCharacterCategory.ENCLOSING_MARK,
          UCharacterCategory.DASH_PUNCTUATION ->
          true;
      default -> false;
    };
  }
}
