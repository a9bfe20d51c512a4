package dev.nameplate.text;

import dev.nameplate.geometry.Box;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.template.layer.TextWrap;
import dev.nameplate.text.font.OutlineFace;
import dev.nameplate.text.unicode.BidiText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the size at which a paragraph stands in a box.
 *
 * <p>For each number of lines the narrowest arrangement is known in ems, so the largest size is a
 * division, not a search.
 *
 * @param scale of the largest letters to the layer's size
 */
record TextFitter(TextStyle style, OutlineFace face, double scale, Box box) {
  /** Up to here lines are made even; longer texts read better filled line by line. */
  private static final int EVEN_LINES = 3;

  /** One line at this share of the size that two would have reads better than two. */
  private static final double FEWER_LINES_SHARE = 0.9;

  /** Lines at a size in pixels per em. */
  record Setting(double size, List<BidiText> lines) {}

  /**
   * The setting of the largest size, or of fewer lines where they cost little size; empty where
   * that is below the style's least size.
   */
  Optional<Setting> largest(Paragraph paragraph) {
    double[] sizes = new double[style.maxLines()];
    for (int lines = 1; lines <= sizes.length; lines++) {
      double byWidth = box.width() / Math.max(paragraph.narrowest(lines), 1e-6);
      sizes[lines - 1] = Math.min(style.size(), Math.min(byWidth, box.height() / height(lines)));
    }
    double best = Arrays.stream(sizes).max().orElse(0);
    double enough = Math.max(best * FEWER_LINES_SHARE, Math.min(best, style.minSize()));
    double size = Arrays.stream(sizes).filter(each -> each >= enough).findFirst().orElse(0);
    if (size < style.minSize() - 1e-9) {
      return Optional.empty();
    }
    return paragraph
        .fill(box.width() / size)
        .map(filled -> new Setting(size, even(paragraph, filled)));
  }

  /** How many lines the box holds at the least size; at least one. */
  int linesAtLeastSize() {
    int lines = 1;
    while (lines < style.maxLines() && height(lines + 1) * style.minSize() <= box.height()) {
      lines++;
    }
    return lines;
  }

  /** The height, in ems, from the capitals' top on the first line to the last line's descenders. */
  private double height(int lines) {
    return scale * ((lines - 1) * style.lineHeight() + face.capHeight() + face.descent());
  }

  private List<BidiText> even(Paragraph paragraph, List<BidiText> filled) {
    boolean balanced = style.flow().wrap() == TextWrap.BALANCE;
    if (filled.size() == 1 || (filled.size() > EVEN_LINES && !balanced)) {
      return filled;
    }
    return paragraph.fill(paragraph.narrowest(filled.size())).orElse(filled);
  }
}
