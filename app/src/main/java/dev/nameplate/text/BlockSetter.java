package dev.nameplate.text;

import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.VerticalAlignment;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.text.font.OutlineFace;
import dev.nameplate.text.glyph.GlyphRun;
import dev.nameplate.text.glyph.InlineImage;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.shape.LineShaper;
import dev.nameplate.text.unicode.BidiText;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Places lines in a box so that no ink leaves it.
 *
 * <p>A block in the middle is centered optically: from the top of the capitals to the last
 * baseline, and lines of ideographs by their squares. At the top there is space for accents, at the
 * bottom for descenders. If ink still leaves the box (a stacked accent, an italic's overhang, the
 * outline), the block is moved back in.
 *
 * @param box in pixels at 1x
 */
record BlockSetter(LineShaper shaper, TextStyle style, Box box) {
  private static final int TRIES = 4;

  /**
   * The block at the setting's size, or a little smaller if its ink is too large for the box; empty
   * if that is below the style's least size.
   */
  Optional<TextBlock> fitted(int wording, TextFitter.Setting setting) {
    double size = setting.size();
    for (int attempt = 0; attempt < TRIES; attempt++) {
      List<Line> lines = lines(setting.lines(), size);
      double overflow = overflow(lines);
      if (overflow <= 1) {
        return Optional.of(new TextBlock(wording, size, inside(lines), false));
      }
      size = size / overflow * 0.999;
      if (size < style.minSize()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * The block of a text with broken words or an ellipsis, at the least size, or below it if its ink
   * is too large for the box.
   */
  TextBlock cut(int wording, Truncator.Cut cut) {
    List<BidiText> texts = cut.lines();
    double size = style.minSize();
    List<Line> lines = lines(texts, size);
    for (int attempt = 0; attempt < TRIES && overflow(lines) > 1; attempt++) {
      size = size / overflow(lines) * 0.999;
      lines = lines(texts, size);
    }
    return new TextBlock(wording, size, inside(lines), cut.shortened());
  }

  private List<Line> lines(List<BidiText> texts, double size) {
    if (texts.isEmpty()) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    double baseline = firstBaseline(texts, size);
    for (BidiText text : texts) {
      baseline += lines.isEmpty() ? 0 : leading(text) * size;
      lines.add(line(text, size, baseline));
    }
    return lines;
  }

  /** The distance, in ems, from the previous baseline to a line's own. */
  private double leading(BidiText line) {
    return style.lineHeight() * shaper.scale(line);
  }

  private double firstBaseline(List<BidiText> texts, double size) {
    OutlineFace face = shaper.face();
    BidiText first = texts.get(0);
    BidiText last = texts.get(texts.size() - 1);
    if (style.valign() == VerticalAlignment.TOP) {
      return box.y() + face.accentHeight() * shaper.scale(first) * size;
    }
    double between = texts.stream().skip(1).mapToDouble(this::leading).sum();
    if (style.valign() == VerticalAlignment.BOTTOM) {
      return box.bottom() - (face.descent() * shaper.scale(last) + between) * size;
    }
    double middle =
        shaper.verticalExtent(first).above() - shaper.verticalExtent(last).below() - between;
    return box.centerY() + middle * size / 2;
  }

  private Line line(BidiText text, double size, double baseline) {
    ShapedText shapedText = shaper.shape(text);
    double advance = shapedText.advance() * size;
    Alignment align = style.align().resolve(text.isRightToLeft());
    double x = box.x() + align.offset(box.width(), advance);
    AffineTransform place = new AffineTransform(size, 0, 0, size, x, baseline);
    Line line = placed(shapedText, place, baseline, advance);
    double shift = shift(line.ink().x(), line.ink().right(), box.x(), box.right());
    if (shift == 0 || line.ink().isEmpty()) {
      return line;
    }
    place.preConcatenate(AffineTransform.getTranslateInstance(shift, 0));
    return placed(shapedText, place, baseline, advance);
  }

  private Line placed(
      ShapedText shapedText, AffineTransform place, double baseline, double advance) {
    GlyphRun placed = shapedText.letters().placed(place);
    Rectangle2D bounds = placed.bounds();
    Box covered = new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    List<InlineImage> images =
        shapedText.images().stream()
            .map(
                inlineImage ->
                    inlineImage.placed(place.getScaleX(), place.getTranslateX(), baseline))
            .toList();
    Box ink = covered.isEmpty() ? covered : covered.grown(margin());
    for (InlineImage inlineImage : images) {
      ink = ink.isEmpty() ? inlineImage.box() : ink.union(inlineImage.box());
    }
    return new Line(placed, images, place.getTranslateX(), baseline, advance, ink);
  }

  /**
   * The ratio of the ink's size to the box's, the larger of both directions; at most 1 if it fits.
   */
  private double overflow(List<Line> lines) {
    Box ink = new TextBlock(0, 1, lines, false).ink();
    return Math.max(ink.width() / box.width(), ink.height() / box.height());
  }

  private List<Line> inside(List<Line> lines) {
    Box ink = new TextBlock(0, 1, lines, false).ink();
    double shift = shift(ink.y(), ink.bottom(), box.y(), box.bottom());
    if (shift == 0 || ink.isEmpty()) {
      return lines;
    }
    return lines.stream().map(line -> line.moved(0, shift)).toList();
  }

  private static double shift(double start, double end, double from, double to) {
    if (start < from) {
      return from - start;
    }
    return end > to ? Math.max(to - end, from - start) : 0;
  }

  private double margin() {
    return style.outline().map(TextStyle.Outline::width).orElse(0.0);
  }
}
