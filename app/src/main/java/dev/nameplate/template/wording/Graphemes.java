package dev.nameplate.template.wording;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Text as its extended grapheme clusters (UAX #29): what readers take for one character each. */
final class Graphemes {
  private Graphemes() {}

  /** The clusters in order; none of an empty text. */
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

  /** How many clusters a text has. */
  static int count(String text) {
    return of(text).size();
  }

  /**
   * The parts of a text between the places where another stands in it as whole clusters.
   *
   * @param most how many places are looked for
   * @return one part more than there are places; the clusters where {@code needle} is empty
   */
  static List<String> split(String text, String needle, int most) {
    if (needle.isEmpty()) {
      return of(text);
    }
    List<String> parts = new ArrayList<>();
    BreakIterator breaks = breaks(text);
    int start = 0;
    int at = text.indexOf(needle);
    while (at >= 0 && parts.size() < most) {
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
