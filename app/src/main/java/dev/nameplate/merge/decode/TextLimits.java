package dev.nameplate.merge.decode;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** Where values are cut. */
public final class TextLimits {
  /** The longest raw value looked at, in UTF-16 units. */
  public static final int RAW = 2048;

  /** The longest raw payload, in UTF-16 units: 2,048 code points of four escaped bytes each. */
  public static final int RAW_PAYLOAD = 2048 * 12;

  /** The longest arrived text told to an author, in code points. */
  public static final int ARRIVED = 200;

  private static final String ELLIPSIS = "…";
  private static final String JOINTS = " ,;:-–—…";

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
   * A text of at most a number of code points. A longer one ends after a word where one ends within
   * the last third of that, else after a whole grapheme cluster (UAX 29), with an ellipsis, which
   * counts. The ellipsis is left out where there is no room for it beside a cluster; empty where
   * the first cluster is longer than the number.
   */
  public static String graphemes(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    clusters.setText(text);
    int end = clusterEnd(text, clusters, most - 1);
    String kept = withoutJoints(text.substring(0, wordEnd(text, end, most)));
    return kept.isEmpty()
        ? text.substring(0, clusterEnd(text, clusters, most)).strip()
        : kept + ELLIPSIS;
  }

  private static int clusterEnd(String text, BreakIterator clusters, int most) {
    int limit = text.offsetByCodePoints(0, most);
    return clusters.isBoundary(limit) ? limit : clusters.preceding(limit);
  }

  /** The end of the last word before a place, where that is not too far away; else the place. */
  private static int wordEnd(String text, int end, int most) {
    if (text.charAt(end) == ' ') {
      return end;
    }
    int space = text.lastIndexOf(' ', end);
    boolean near = space > 0 && text.codePointCount(0, space) * 3 >= most * 2;
    return near ? space : end;
  }

  /** Without the spaces and marks at its end that join words or sentences. */
  private static String withoutJoints(String text) {
    int end = text.length();
    while (end > 0 && JOINTS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
