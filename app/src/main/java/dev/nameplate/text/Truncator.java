package dev.nameplate.text;

import dev.nameplate.text.shape.LineShaper;
import dev.nameplate.text.unicode.BidiText;
import dev.nameplate.text.unicode.Clusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets a text on lines of a width it does not fit otherwise: a word that is wider than a line is
 * broken between grapheme clusters, and what is too much for the last line is cut there, with an
 * ellipsis.
 *
 * @param width of the box in ems
 */
record Truncator(LineShaper shaper, double width) {
  private static final char ELLIPSIS = '…';

  /**
   * Lines, at least one.
   *
   * @param shortened whether the last of them ends in an ellipsis in place of more text
   */
  record Cut(List<BidiText> lines, boolean shortened) {
    Cut {
      lines = List.copyOf(lines);
    }
  }

  /** So many lines at most. */
  Cut cut(Paragraph paragraph, int maxLines) {
    Paragraph.Broken broken = paragraph.fillBroken(width, maxLines - 1);
    if (broken.rest().isEmpty()) {
      return new Cut(broken.lines(), false);
    }
    BidiText rest = broken.rest().get();
    Optional<BidiText> shortened = shortened(rest, broken.goesOn());
    List<BidiText> lines = new ArrayList<>(broken.lines());
    lines.add(shortened.orElse(rest));
    return new Cut(lines, shortened.isPresent());
  }

  /**
   * The longest start of a text, in whole clusters, that stands in the width with an ellipsis.
   *
   * @param goesOn whether more follows, so that the whole text needs an ellipsis too
   * @return empty where the text stands in the width as it is
   */
  private Optional<BidiText> shortened(BidiText text, boolean goesOn) {
    if (!goesOn && shaper.advance(text) <= width) {
      return Optional.empty();
    }
    List<Integer> ends = Clusters.ends(text.text());
    int fits = -1;
    int tooLong = goesOn ? ends.size() : ends.size() - 1;
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      if (shaper.advance(ended(text, ends.get(middle))) <= width) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    return Optional.of(ended(text, fits < 0 ? 0 : ends.get(fits)));
  }

  private static BidiText ended(BidiText text, int end) {
    int kept = end;
    while (kept > 0 && " ,;:-–—".indexOf(text.text().charAt(kept - 1)) >= 0) {
      kept--;
    }
    return text.part(0, kept).ended(ELLIPSIS);
  }
}
