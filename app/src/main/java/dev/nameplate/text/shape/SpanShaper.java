package dev.nameplate.text.shape;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.text.font.OutlineFace;
import dev.nameplate.text.glyph.Rise;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.unicode.BidiText;
import java.util.Comparator;
import java.util.List;

/**
 * Shapes text whose spans have looks of their own, each by its own shaper. Letters do not join or
 * kern from one span to the next.
 *
 * @param looks one for each span of the text, at least one
 * @param letterSpacing in ems of each letter's own size
 */
public record SpanShaper(List<Look> looks, double letterSpacing) implements LineShaper {
  public SpanShaper {
    looks = List.copyOf(looks);
  }

  /**
   * How a span is shaped.
   *
   * @param scale of its size to the layer's
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
  public double endRoom(BidiText piece) {
    if (piece.text().isEmpty()) {
      return 0;
    }
    Look look = looks.get(piece.span(piece.text().length() - 1));
    return look.shaper().endRoom(piece) * look.scale();
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
  public Rise rise(BidiText line) {
    return line.spans()
        .mapToObj(looks::get)
        .max(Comparator.comparingDouble(Look::scale))
        .map(look -> look.shaper().rise(line).times(look.scale()))
        .orElse(new Rise(0, 0));
  }
}
