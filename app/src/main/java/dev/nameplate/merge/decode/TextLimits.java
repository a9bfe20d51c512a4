package dev.nameplate.merge.decode;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** Where values are cut. */
public final class TextLimits {
  /** The longest raw value looked at, in UTF-16 units. */
  public static final int RAW = 2048;

  /** The longest arrived text told to an author, in code points. */
  public static final int ARRIVED = 200;

  /** An escape of a byte, {@code %E9}. */
  private static final int ESCAPE = 3;

  private TextLimits() {}

  /** A raw value's first {@link #RAW} units, without the piece of a character that a cut leaves. */
  public static String capRaw(String raw) {
    if (raw.length() <= RAW) {
      return raw;
    }
    int end = RAW;
    for (int back = 1; back < ESCAPE; back++) {
      if (raw.charAt(RAW - back) == '%') {
        end = RAW - back;
      }
    }
    int continued = end;
    while (continued > end - 3 * ESCAPE && isByte(raw, continued - ESCAPE, 0x80, 0xbf)) {
      continued -= ESCAPE;
    }
    return raw.substring(0, isByte(raw, continued - ESCAPE, 0xc2, 0xf4) ? continued - ESCAPE : end);
  }

  private static boolean isByte(String raw, int at, int least, int most) {
    return raw.charAt(at) == '%'
        && Hex.isPair(raw, at + 1)
        && Hex.pair(raw, at + 1) >= least
        && Hex.pair(raw, at + 1) <= most;
  }

  /** The first code points of a text. */
  public static String codePoints(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  /**
   * As many whole grapheme clusters (UAX 29) as a number of code points holds; empty where the
   * first is longer than that.
   */
  public static String graphemes(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    clusters.setText(text);
    int limit = text.offsetByCodePoints(0, most);
    int end = clusters.isBoundary(limit) ? limit : clusters.preceding(limit);
    return text.substring(0, end).strip();
  }
}
