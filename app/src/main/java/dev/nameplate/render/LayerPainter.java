package dev.nameplate.render;

import dev.nameplate.geometry.Box;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.scene.Node;
import dev.nameplate.scene.Placement;
import dev.nameplate.template.Template;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * Paints any layer: turns, clips to its box and fades, and leaves the rest to its kind's painter.
 */
final class LayerPainter {
  private final TextPainter text = new TextPainter();
  private final PicturePainter picture = new PicturePainter();
  private final ShapePainter shape = new ShapePainter();
  private final QrPainter qr = new QrPainter();
  private final Brush.Pictures pictures;

  LayerPainter(Brush.Pictures pictures) {
    this.pictures = pictures;
  }

  /**
   * Paints a layer on graphics whose units are device pixels.
   *
   * @param factor device pixels for one pixel at 1x
   */
  void paint(PlacedLayer.Visible layer, Template template, double factor, Graphics2D target) {
    Placement placement = layer.node().placement();
    if (placement.opacity() >= 1) {
      paintOpaque(layer, template, factor, target);
    } else if (placement.opacity() > 0) {
      paintFaded(layer, template, factor, target);
    }
  }

  private void paintOpaque(
      PlacedLayer.Visible layer, Template template, double factor, Graphics2D target) {
    Graphics2D graphics = (Graphics2D) target.create();
    try {
      Placement placement = layer.node().placement();
      Box box = placement.box().times(factor);
      if (placement.rotate() != 0) {
        graphics.rotate(Math.toRadians(placement.rotate()), box.centreX(), box.centreY());
      }
      graphics.clip(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
      dispatch(layer, new Brush(graphics, factor, template, pictures));
    } finally {
      graphics.dispose();
    }
  }

  /** Paints the layer by itself first, so that what overlaps within it does not show through. */
  private void paintFaded(
      PlacedLayer.Visible layer, Template template, double factor, Graphics2D target) {
    Box bounds = layer.bounds().times(factor).grown(1);
    Rectangle area =
        new Rectangle2D.Double(bounds.x(), bounds.y(), bounds.width(), bounds.height())
            .getBounds()
            .intersection(target.getClipBounds());
    if (area.isEmpty()) {
      return;
    }
    BufferedImage alone =
        new BufferedImage(area.width, area.height, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = alone.createGraphics();
    Canvas.hint(graphics);
    graphics.translate(-area.x, -area.y);
    paintOpaque(layer, template, factor, graphics);
    graphics.dispose();
    Graphics2D faded = (Graphics2D) target.create();
    faded.setComposite(AlphaComposite.SrcOver.derive((float) layer.node().placement().opacity()));
    faded.drawImage(alone, area.x, area.y, null);
    faded.dispose();
  }

  private void dispatch(PlacedLayer.Visible layer, Brush brush) {
    if (layer instanceof PlacedLayer.Text set) {
      text.paint(set, brush);
      return;
    }
    Node.Present node = layer.node();
    if (node instanceof Node.Picture found) {
      picture.paint(found, brush);
    } else if (node instanceof Node.Shape found) {
      shape.paint(found, brush);
    } else if (node instanceof Node.Qr found) {
      qr.paint(found, brush);
    }
  }
}
