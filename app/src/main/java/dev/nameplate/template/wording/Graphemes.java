package dev.nameplate.template.wording;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into extended grapheme clusters (UAX #29), which readers see as single characters.
 */
final class Graphemes {
  private Graphemes() {}

  /** The clusters in order; empty for an empty text. */
  static List<String> of(String text) {
    List<String> clusters = new ArrayList<>();
    BreakIterator breaks = breaks(text);
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      clusters.add(text.substring(start, end));
      start = end;
    }
    return clusters;
  }

  /** The number of clusters; 0 for an empty text. */
  static int count(String text) {
    return of(text).size();
  }

  /**
   * The parts of a text between the occurrences of another, where an occurrence starts and ends at
   * cluster boundaries.
   *
   * @param text the text to split
   * @param needle the separator; where it is empty, the text is split into clusters
   * @param max how many occurrences to split at, from the start
   * @return one part more than there are occurrences
   */
  static List<String> split(String text, String needle, int max) {
    if (needle.isEmpty()) {
      return of(text);
    }
    List<String> parts = new ArrayList<>();
    BreakIterator breaks = breaks(text);
    int start = 0;
    int at = text.indexOf(needle);
    while (at >= 0 && parts.size() < max) {
      int end = at + needle.length();
      if (breaks.isBoundary(at) && breaks.isBoundary(end)) {
        parts.add(text.substring(start, at));
        start = end;
        at = text.indexOf(needle, end);
      } else {
        at = text.indexOf(needle, at + 1);
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static BreakIterator breaks(String text) {
    BreakIterator breaks = BreakIterator.getCharacterInstance(ULocale.ROOT);
    breaks.setText(text);
    return breaks;
  }
}
