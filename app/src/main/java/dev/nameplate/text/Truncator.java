package dev.nameplate.text;

import dev.nameplate.text.shape.LineShaper;
import dev.nameplate.text.unicode.BidiText;
import dev.nameplate.text.unicode.Clusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Breaks and truncates a text that does not fit otherwise: a word that is wider than a line is
 * broken between grapheme clusters (UAX 29), and what does not fit on the last line is replaced by
 * an ellipsis.
 *
 * @param width of the box in ems
 */
record Truncator(LineShaper shaper, double width) {
  private static final char ELLIPSIS = '…';

  /**
   * The lines, at least one.
   *
   * @param shortened whether the last line ends in an ellipsis
   */
  record Cut(List<BidiText> lines, boolean shortened) {
    Cut {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Breaks a paragraph into at most a number of lines.
   *
   * @param maxLines 1 or more
   */
  Cut cut(Paragraph paragraph, int maxLines) {
    Paragraph.Broken broken = paragraph.fillBroken(width, maxLines - 1);
    if (broken.rest().isEmpty()) {
      return new Cut(broken.lines(), false);
    }
    BidiText rest = broken.rest().get();
    Optional<BidiText> shortened = shortened(rest, broken.continues());
    List<BidiText> lines = new ArrayList<>(broken.lines());
    lines.add(shortened.orElse(rest));
    return new Cut(lines, shortened.isPresent());
  }

  /**
   * The longest start of a text, in whole clusters, that fits in the width with an ellipsis.
   *
   * @param continues whether more text follows, so that the whole text needs an ellipsis too
   * @return empty if the text fits unchanged
   */
  private Optional<BidiText> shortened(BidiText text, boolean continues) {
    if (!continues && shaper.advance(text) <= width) {
      return Optional.empty();
    }
    List<Integer> ends = Clusters.ends(text.text());
    int fits = -1;
    int tooLong = continues ? ends.size() : ends.size() - 1;
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      if (shaper.advance(withEllipsis(text, ends.get(middle))) <= width) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    return Optional.of(withEllipsis(text, fits < 0 ? 0 : ends.get(fits)));
  }

  private static BidiText withEllipsis(BidiText text, int end) {
    int kept = end;
    while (kept > 0 && " ,;:-–—".indexOf(text.text().charAt(kept - 1)) >= 0) {
      kept--;
    }
    return text.part(0, kept).ended(ELLIPSIS);
  }
}
