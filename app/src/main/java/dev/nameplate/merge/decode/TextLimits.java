package dev.nameplate.merge.decode;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** The limits on the length of values, and cutting to them. */
public final class TextLimits {
  /** The most UTF-16 units of a raw value that are read. */
  public static final int RAW = 2048;

  /**
   * The most UTF-16 units of a raw payload: 2,048 code points of four percent-encoded bytes each.
   */
  public static final int RAW_PAYLOAD = 2048 * 12;

  /** The most code points of an arrived text that are reported to an author. */
  public static final int ARRIVED = 200;

  private static final String ELLIPSIS = "…";
  private static final String JOINTS = " ,;:-–—…";

  /** The length of a percent-encoded byte, {@code %E9}. */
  private static final int ESCAPE = 3;

  private TextLimits() {}

  /**
   * Cuts a raw value to at most {@link #RAW} UTF-16 units, without leaving part of an escape or of
   * a UTF-8 sequence at its end.
   *
   * @param raw percent-encoded
   * @return the value itself if it is no longer
   */
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

  /**
   * Cuts a text to a number of code points.
   *
   * @param most how many code points, 0 or more
   * @return the text itself if it is no longer
   */
  public static String codePoints(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  /**
   * Cuts a text to a number of code points, with an ellipsis. It is cut after a word if one ends
   * within the last third, otherwise after a grapheme cluster (UAX 29).
   *
   * @param most how many code points, 1 or more; the ellipsis counts
   * @return the text itself if it is no longer; without an ellipsis if only one cluster fits; empty
   *     if not even the first cluster fits
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

  /** The end of the last word before an index if it is near; otherwise the index. */
  private static int wordEnd(String text, int end, int most) {
    if (text.charAt(end) == ' ') {
      return end;
    }
    int space = text.lastIndexOf(' ', end);
    boolean near = space > 0 && text.codePointCount(0, space) * 3 >= most * 2;
    return near ? space : end;
  }

  /** Without trailing spaces, commas, dashes and other marks that join words or sentences. */
  private static String withoutJoints(String text) {
    int end = text.length();
    while (end > 0 && JOINTS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
