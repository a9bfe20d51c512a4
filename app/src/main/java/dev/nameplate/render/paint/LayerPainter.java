package dev.nameplate.render.paint;

import dev.nameplate.geometry.Box;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.scene.Node;
import dev.nameplate.scene.Placement;
import dev.nameplate.template.layer.Fill;
import dev.nameplate.template.layer.ShapeLayer;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Paints any layer: applies rotation, clip and opacity, and calls the painter of its kind. */
public final class LayerPainter {
  private final TextPainter text = new TextPainter();
  private final PicturePainter picture = new PicturePainter();
  private final InitialsPainter initials = new InitialsPainter();
  private final ShapePainter shape = new ShapePainter();
  private final QrPainter qr = new QrPainter();
  private final BarcodePainter barcode = new BarcodePainter();
  private final ProgressPainter progress = new ProgressPainter();
  private final StarsPainter stars = new StarsPainter();

  /**
   * Whether the layer's pixels do not depend on the clip that it is painted with: nothing but the
   * sides of an unrotated rectangle is antialiased.
   */
  public static boolean isClipInvariant(PlacedLayer.Visible layer) {
    Node.Present node = layer.node();
    if (!(layer instanceof PlacedLayer.Filled)) {
      return false;
    }
    boolean plain =
        (node instanceof Node.Picture picture && isPlain(picture))
            || (node instanceof Node.Shape shape && isPlain(shape));
    return plain && node.placement().rotate() == 0;
  }

  private static boolean isPlain(Node.Picture picture) {
    return !picture.circle() && picture.radius() == 0 && picture.mask().isEmpty();
  }

  private static boolean isPlain(Node.Shape shape) {
    return shape.kind() == ShapeLayer.Kind.RECT
        && shape.radius() == 0
        && shape.stroke().isEmpty()
        && shape.fill().filter(fill -> fill instanceof Fill.Solid).isPresent();
  }

  /**
   * Paints a layer; one whose opacity is 0 is not painted.
   *
   * @param paintContext of the whole canvas, without rotation
   * @throws RuntimeException if the layer cannot be painted, such as an image that cannot be
   *     loaded; parts of it may have been painted
   */
  public void paint(PlacedLayer.Visible layer, PaintContext paintContext) {
    Placement placement = layer.node().placement();
    if (placement.opacity() >= 1) {
      paintOpaque(layer, paintContext);
    } else if (placement.opacity() > 0) {
      paintFaded(layer, paintContext);
    }
  }

  private void paintOpaque(PlacedLayer.Visible layer, PaintContext paintContext) {
    Graphics2D graphics = (Graphics2D) paintContext.graphics().create();
    try {
      Placement placement = layer.node().placement();
      Box box = placement.box().times(paintContext.factor());
      if (placement.rotate() != 0) {
        graphics.rotate(Math.toRadians(placement.rotate()), box.centerX(), box.centerY());
      }
      Box own = isExact(layer.node()) ? box : PixelGrid.snapped(box, graphics.getTransform());
      graphics.clip(PixelGrid.rectangle(own));
      dispatch(layer, paintContext.with(graphics, own));
    } finally {
      graphics.dispose();
    }
  }

  /**
   * Whether the layer keeps its exact box: text and lines are not moved to whole pixels, all else
   * is.
   */
  private static boolean isExact(Node.Present node) {
    return node instanceof Node.Text
        || (node instanceof Node.Shape shape && shape.kind() == ShapeLayer.Kind.LINE);
  }

  /** Paints the layer separately first, so that overlaps within it do not show through. */
  private void paintFaded(PlacedLayer.Visible layer, PaintContext paintContext) {
    Box bounds = layer.bounds().times(paintContext.factor()).grown(1);
    Rectangle area =
        new Rectangle2D.Double(bounds.x(), bounds.y(), bounds.width(), bounds.height())
            .getBounds()
            .intersection(paintContext.graphics().getClipBounds());
    if (area.isEmpty()) {
      return;
    }
    BufferedImage alone =
        new BufferedImage(area.width, area.height, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = alone.createGraphics();
    Canvas.hint(graphics);
    graphics.translate(-area.x, -area.y);
    try {
      paintOpaque(layer, paintContext.on(alone, graphics));
    } finally {
      graphics.dispose();
      Graphics2D faded = (Graphics2D) paintContext.graphics().create();
      faded.setComposite(AlphaComposite.SrcOver.derive((float) layer.node().placement().opacity()));
      faded.drawImage(alone, area.x, area.y, null);
      faded.dispose();
    }
  }

  private void dispatch(PlacedLayer.Visible layer, PaintContext paintContext) {
    if (layer instanceof PlacedLayer.Text set) {
      text.paint(set, paintContext);
    } else if (layer instanceof PlacedLayer.Group group) {
      paintParts(group, paintContext);
    } else {
      dispatch(layer.node(), paintContext);
    }
  }

  private void dispatch(Node.Present node, PaintContext paintContext) {
    if (node instanceof Node.Picture found) {
      picture.paint(found, paintContext);
    } else if (node instanceof Node.Initials found) {
      initials.paint(found, paintContext);
    } else if (node instanceof Node.Shape found) {
      shape.paint(found, paintContext);
    } else if (node instanceof Node.Qr found) {
      qr.paint(found, paintContext);
    } else if (node instanceof Node.Barcode found) {
      barcode.paint(found, paintContext);
    } else if (node instanceof Node.Progress found) {
      progress.paint(found, paintContext);
    } else if (node instanceof Node.Stars found) {
      stars.paint(found, paintContext);
    }
  }

  /** Paints every part, even after one has failed. */
  private void paintParts(PlacedLayer.Group group, PaintContext paintContext) {
    Optional<RuntimeException> failure = Optional.empty();
    group.backdrop().ifPresent(backdrop -> paint(backdrop, paintContext));
    for (PlacedLayer part : group.parts()) {
      if (part instanceof PlacedLayer.Visible visible) {
        try {
          paint(visible, paintContext);
        } catch (RuntimeException failed) {
          failure = Optional.of(failed);
        }
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
