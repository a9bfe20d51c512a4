package dev.nameplate.text.shape;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.text.font.OutlineFace;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.glyph.VerticalExtent;
import dev.nameplate.text.unicode.BidiText;
import java.util.Comparator;
import java.util.List;

/**
 * Shapes text whose spans have their own weight, size and color, each by its own shaper. Letters do
 * not join or kern across spans.
 *
 * @param looks one for each span of the text, at least one
 * @param letterSpacing in ems of each letter's own size; may be negative
 */
public record SpanShaper(List<Look> looks, double letterSpacing) implements LineShaper {
  /** Copies the list. */
  public SpanShaper {
    looks = List.copyOf(looks);
  }

  /**
   * How a span is shaped.
   *
   * @param shaper of the span's weight
   * @param scale its size as a share of the layer's size
   * @param color of its letters
   */
  public record Look(Shaper shaper, double scale, Rgba color) {}

  @Override
  public OutlineFace face() {
    return looks.get(0).shaper().face();
  }

  @Override
  public ShapedText shape(BidiText line) {
    ShapedText.Row row = new ShapedText.Row();
    double spacing = 0;
    for (BidiText.Stretch stretch : line.stretches()) {
      Look look = looks.get(stretch.span());
      row.skip(spacing);
      row.add(look.shaper().shape(line.slice(stretch)), look.scale(), look.color());
      spacing = letterSpacing * look.scale();
    }
    return row.glyphs();
  }

  @Override
  public double advance(BidiText line) {
    double advance = 0;
    double spacing = 0;
    for (BidiText.Stretch stretch : line.stretches()) {
      Look look = looks.get(stretch.span());
      advance += spacing + look.shaper().advance(line.slice(stretch)) * look.scale();
      spacing = letterSpacing * look.scale();
    }
    return advance;
  }

  @Override
  public double endSpacing(BidiText piece) {
    if (piece.text().isEmpty()) {
      return 0;
    }
    Look look = looks.get(piece.span(piece.text().length() - 1));
    return look.shaper().endSpacing(piece) * look.scale();
  }

  @Override
  public double spaces(BidiText text, int from, int to) {
    double width = 0;
    for (int at = from; at < to; at++) {
      Look look = looks.get(text.span(at));
      width += look.shaper().spaces(text, at, at + 1) * look.scale();
    }
    return width;
  }

  @Override
  public double scale(BidiText line) {
    return line.spans().mapToDouble(span -> looks.get(span).scale()).max().orElse(1);
  }

  @Override
  public VerticalExtent verticalExtent(BidiText line) {
    return line.spans()
        .mapToObj(looks::get)
        .max(Comparator.comparingDouble(Look::scale))
        .map(look -> look.shaper().verticalExtent(line).times(look.scale()))
        .orElse(new VerticalExtent(0, 0));
  }
}
