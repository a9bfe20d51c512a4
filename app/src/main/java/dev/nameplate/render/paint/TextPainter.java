package dev.nameplate.render.paint;

import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.text.Line;
import dev.nameplate.text.TextBlock;
import dev.nameplate.text.glyph.GlyphRun;
import dev.nameplate.text.glyph.InlineImage;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paints text: its shadow, then its outline, then the letters and bitmap glyphs. */
final class TextPainter {
  private final GlyphRasterizers rasterizers = new GlyphRasterizers();
  private static final int OPAQUE = 255;

  /** Tolerance for sizes that are whole pixels before rounding errors. */
  private static final double SLACK = 1e-6;

  void paint(PlacedLayer.Text layer, PaintContext paintContext) {
    TextStyle style = layer.node().style();
    List<PlacedPicture> pictures = pictures(layer.block(), paintContext);
    if (style.shadow().isPresent() || style.outline().isPresent()) {
      Path2D letters = letters(layer, paintContext.factor());
      Silhouette silhouette = new Silhouette(letters, pictures);
      style.shadow().ifPresent(shadow -> DropShadow.paint(silhouette, shadow, paintContext));
      style.outline().ifPresent(outline -> outline(letters, outline, paintContext));
    }
    Map<Ink, Outlines> inks = new LinkedHashMap<>();
    for (Line line : layer.block().lines()) {
      AffineTransform toDevice = toDevice(line, layer, paintContext.factor());
      for (GlyphRun.Tint tint : line.letters().inks(style.color())) {
        inks.computeIfAbsent(
                new Ink(tint.color(), line.letters().touching()), absent -> new Outlines())
            .add(tint.glyphs(), toDevice);
      }
    }
    inks.forEach((ink, letters) -> fill(ink, letters, paintContext));
    pictures.forEach(picture -> paint(picture, style.color().alpha(), paintContext.graphics()));
  }

  private static Path2D letters(PlacedLayer.Text layer, double factor) {
    Outlines letters = new Outlines();
    for (Line line : layer.block().lines()) {
      letters.add(line.letters().glyphs(), toDevice(line, layer, factor));
    }
    return letters.joined();
  }

  /**
   * How letters are filled.
   *
   * @param united whether outlines may overlap and must be joined before filling
   */
  private record Ink(Rgba color, boolean united) {}

  /** The rasterizer adds areas, which would darken edges where letters overlap. */
  private void fill(Ink ink, Outlines letters, PaintContext paintContext) {
    Color color = new Color(ink.color().argb(), true);
    if (ink.united()) {
      paintContext.graphics().setColor(color);
      paintContext.graphics().fill(letters.joined());
    } else {
      rasterizers.fill(letters, color, paintContext);
    }
  }

  /** Bitmap glyphs keep their own colors, but take the alpha of the text color. */
  private static void paint(PlacedPicture picture, int alpha, Graphics2D graphics) {
    Composite before = graphics.getComposite();
    if (alpha < OPAQUE) {
      graphics.setComposite(AlphaComposite.SrcOver.derive((float) alpha / OPAQUE));
    }
    graphics.drawImage(picture.image(), picture.x(), picture.y(), null);
    graphics.setComposite(before);
  }

  /** The bitmap glyphs of a block in whole device pixels, none of them larger than its box. */
  private static List<PlacedPicture> pictures(TextBlock block, PaintContext paintContext) {
    List<PlacedPicture> placed = new ArrayList<>();
    for (Line line : block.lines()) {
      for (InlineImage inlineImage : line.images()) {
        Box box = inlineImage.box().times(paintContext.factor());
        int width = Math.max(1, (int) (box.width() + SLACK));
        int height = Math.max(1, (int) (box.height() + SLACK));
        ScaledPicture scaled = paintContext.pictures().scaled(inlineImage.picture(), width, height);
        int x = (int) Math.round(box.x() + (box.width() - width) / 2);
        int y = (int) Math.round(box.y() + (box.height() - height) / 2);
        placed.add(new PlacedPicture(scaled.image(), x, y));
      }
    }
    return placed;
  }

  /**
   * The transform from a line's shaping coordinates to device pixels. An unrotated baseline is
   * rounded to a pixel boundary, so that letters are sharp and alike, unless ink would then leave
   * the box.
   */
  private static AffineTransform toDevice(Line line, PlacedLayer.Text layer, double factor) {
    double baseline = line.baseline() * factor;
    double shift = Math.rint(baseline) - baseline;
    Box ink = line.ink().times(factor);
    Box box = layer.node().placement().box().times(factor);
    boolean stays = ink.y() + shift >= box.y() && ink.bottom() + shift <= box.bottom();
    boolean upright = layer.node().placement().rotate() == 0;
    AffineTransform toDevice =
        AffineTransform.getTranslateInstance(0, upright && stays ? shift : 0);
    toDevice.scale(factor, factor);
    toDevice.concatenate(line.letters().place());
    return toDevice;
  }

  private static void outline(
      Path2D letters, TextStyle.Outline outline, PaintContext paintContext) {
    paintContext.graphics().setColor(new Color(outline.color().argb(), true));
    paintContext
        .graphics()
        .setStroke(
            new BasicStroke(
                (float) (2 * outline.width() * paintContext.factor()),
                BasicStroke.CAP_ROUND,
                BasicStroke.JOIN_ROUND));
    paintContext.graphics().draw(letters);
  }
}
