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
 * Finds the largest font size at which a paragraph fits in a box.
 *
 * <p>The least width for each number of lines is known in ems, so the largest size is a division,
 * not a search.
 *
 * @param scale the size of the largest letters as a share of the layer's size
 * @param box in pixels at 1x
 */
record TextFitter(TextStyle style, OutlineFace face, double scale, Box box) {
  /**
   * Up to this number of lines their widths are balanced; longer texts read better when broken
   * greedily.
   */
  private static final int EVEN_LINES = 3;

  /** Fewer lines are preferred if they keep at least this share of the largest size. */
  private static final double FEWER_LINES_SHARE = 0.9;

  /** Lines at a size in pixels per em. */
  record Setting(double size, List<BidiText> lines) {}

  /**
   * The setting of the largest size, or of fewer lines if they are hardly smaller; empty if that is
   * below the style's least size.
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
        .map(filled -> new Setting(size, balanced(paragraph, filled)));
  }

  /** How many lines fit in the box at the least size; at least one. */
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

  private List<BidiText> balanced(Paragraph paragraph, List<BidiText> filled) {
    boolean balanced = style.flow().wrap() == TextWrap.BALANCE;
    if (filled.size() == 1 || (filled.size() > EVEN_LINES && !balanced)) {
      return filled;
    }
    return paragraph.fill(paragraph.narrowest(filled.size())).orElse(filled);
  }
}
