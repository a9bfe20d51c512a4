package dev.nameplate.text;

import com.ibm.icu.text.BreakIterator;
import dev.nameplate.text.shape.LineShaper;
import dev.nameplate.text.unicode.BidiText;
import dev.nameplate.text.unicode.Clusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text that does not fit at a grapheme cluster, with an ellipsis.
 *
 * @param width of the box in ems
 */
record Truncator(LineShaper shaper, double width) {
  private static final char ELLIPSIS = '…';

  /** The lines that stand in the width, the last of them cut. */
  List<BidiText> cut(Paragraph paragraph, int maxLines) {
    List<BidiText> lines = new ArrayList<>();
    int from = 0;
    while (lines.size() < maxLines - 1) {
      int to = paragraph.lineEnd(from, width);
      if (to == from || to == paragraph.pieces()) {
        break;
      }
      lines.add(paragraph.line(from, to));
      from = to;
    }
    lines.add(cutLine(paragraph.rest(from)));
    return lines;
  }

  /** The longest start of a text, in whole clusters, that stands in the width with an ellipsis. */
  private BidiText cutLine(BidiText text) {
    if (shaper.advance(text) <= width) {
      return text;
    }
    List<Integer> ends = new ArrayList<>();
    BreakIterator clusters = Clusters.of(text.text());
    for (int end = clusters.first(); end != BreakIterator.DONE; end = clusters.next()) {
      ends.add(end);
    }
    int fits = 0;
    int tooLong = ends.size() - 1;
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      if (shaper.advance(ended(text, ends.get(middle))) <= width) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    return ended(text, ends.get(fits));
  }

  private static BidiText ended(BidiText text, int end) {
    int kept = end;
    while (kept > 0 && " ,;:-–—".indexOf(text.text().charAt(kept - 1)) >= 0) {
      kept--;
    }
    return text.part(0, kept).ended(ELLIPSIS);
  }
}
