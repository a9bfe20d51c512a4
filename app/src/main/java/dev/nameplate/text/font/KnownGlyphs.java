package dev.nameplate.text.font;

import java.util.function.IntPredicate;

/**
 * Whether a font has glyphs, remembered for the code points that nearly all texts are made of,
 * since the font's own table is searched anew for each letter of each line. Safe for threads: two
 * that ask at once get the same answer from the font.
 */
final class KnownGlyphs {
  /** Latin, Greek and Cyrillic are before it. */
  private static final int END = 0x530;

  private static final byte YES = 1;
  private static final byte NO = 2;

  private final byte[] answers = new byte[END];

  /**
   * Returns whether the font has a glyph.
   *
   * @param codePoint 0 or more
   * @param font gives the font's answer, always the same
   */
  boolean has(int codePoint, IntPredicate font) {
    if (codePoint >= END) {
      return font.test(codePoint);
    }
    byte answer = answers[codePoint];
    if (answer == 0) {
      answer = font.test(codePoint) ? YES : NO;
      answers[codePoint] = answer;
    }
    return answer == YES;
  }
}
