package dev.nameplate.text.font;

import com.ibm.icu.text.Normalizer2;

/**
 * The order in which the signs of a syllable are seen, for scripts that the JDK's shaper does not
 * know: a vowel that is read after its consonants may stand before them.
 */
final class VisualOrder {
  private static final Normalizer2 PARTS = Normalizer2.getNFDInstance();

  /** Vowels of Balinese and Chakma that stand on both sides. */
  private static final String TWO_PART = "\u1b40\u1b41\u1b3d\ud804\udd2e\ud804\udd2f";

  /** Vowels of Javanese, Balinese, Sundanese and Chakma that stand before. */
  private static final String BEFORE = "\ua9ba\ua9bb\u1b3e\u1b3f\u1ba6\ud804\udd2c";

  /** Signs that bind a consonant to the next. */
  private static final String BINDING = "\ua9c0\u1b44\u1bab\ud804\udd33";

  private VisualOrder() {}

  /** A text with each of these vowels before the consonants of its syllable. */
  static String of(String text) {
    if (text.codePoints().noneMatch(c -> isIn(BEFORE, c) || isIn(TWO_PART, c))) {
      return text;
    }
    int[] seen = PARTS.normalize(text).codePoints().toArray();
    for (int at = 1; at < seen.length; at++) {
      if (isIn(BEFORE, seen[at])) {
        int start = start(seen, at);
        int vowel = seen[at];
        System.arraycopy(seen, start, seen, start + 1, at - start);
        seen[start] = vowel;
      }
    }
    return new String(seen, 0, seen.length);
  }

  /** Where the syllable starts that a sign belongs to. */
  private static int start(int[] text, int sign) {
    int at = letter(text, sign - 1);
    while (at > 1 && isIn(BINDING, text[at - 1])) {
      at = letter(text, at - 2);
    }
    return at;
  }

  /** The letter that a sign stands on; the first character where there is none. */
  private static int letter(int[] text, int sign) {
    int at = sign;
    while (at > 0 && !Character.isLetter(text[at])) {
      at--;
    }
    return at;
  }

  private static boolean isIn(String characters, int c) {
    return characters.indexOf(c) >= 0;
  }
}
