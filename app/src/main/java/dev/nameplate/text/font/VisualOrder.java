package dev.nameplate.text.font;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/**
 * The visual order of the signs of a syllable, for scripts that the JDK's shaper does not know: a
 * vowel that is stored after its consonants may be written before them.
 */
final class VisualOrder {
  private static final Normalizer2 PARTS = Normalizer2.getNFDInstance();

  /** Vowels of Balinese and Chakma with parts on both sides of the consonant. */
  private static final String TWO_PART = "\u1b40\u1b41\u1b3d\ud804\udd2e\ud804\udd2f";

  /** Vowels of Javanese, Balinese, Sundanese and Chakma that are written before the consonant. */
  private static final String BEFORE = "\ua9ba\ua9bb\u1b3e\u1b3f\u1ba6\ud804\udd2c";

  /**
   * The lower parts of Chakma's two-part vowels. The shaper would compose them with the upper part
   * after them, and the font's glyph for both has a dotted circle.
   */
  private static final String LOWER = "\ud804\udd31\ud804\udd32";

  private static final int CHAKMA_A = 0x11127;

  /** Viramas, which join a consonant to the next. */
  private static final String BINDING = "\ua9c0\u1b44\u1bab\ud804\udd33";

  private VisualOrder() {}

  /**
   * Moves each of these vowels before the consonants of its syllable; the text itself if it has
   * none.
   */
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
      } else if (seen[at] == CHAKMA_A && isIn(LOWER, seen[at - 1])) {
        seen[at] = seen[at - 1];
        seen[at - 1] = CHAKMA_A;
      }
    }
    return new String(seen, 0, seen.length);
  }

  /** The index at which the syllable of a sign starts. */
  private static int start(int[] text, int sign) {
    int at = letter(text, sign - 1);
    while (at > 1 && isIn(BINDING, text[at - 1])) {
      at = letter(text, at - 2);
    }
    return at;
  }

  /** The index of the letter before a sign; 0 if there is none. */
  private static int letter(int[] text, int sign) {
    int at = sign;
    while (at > 0 && !UCharacter.isLetter(text[at])) {
      at--;
    }
    return at;
  }

  private static boolean isIn(String characters, int c) {
    return characters.indexOf(c) >= 0;
  }
}
