package dev.nameplate.render.paint;

import dev.nameplate.asset.DecodedImage;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.scene.Node;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * Paints an image as a texture of its box, so that round edges are antialiased. Where it lies on
 * whole device pixels, as it does unless it is turned, its pixels are copied: Java2D would
 * interpolate each of them otherwise, with the same result.
 */
final class PicturePainter {
  void paint(Node.Picture node, PaintContext paintContext) {
    Box box = paintContext.box();
    DeviceBox device = PixelGrid.snapped(new Box(0, 0, box.width(), box.height()));
    if (device.isEmpty()) {
      return;
    }
    DecodedImage decodedImage = paintContext.pictures().load(paintContext.template(), node);
    BufferedImage whole = decodedImage.image();
    ImageCrop cut =
        ImageCrop.of(whole.getWidth(), whole.getHeight(), device, node.fit(), node.position());
    BufferedImage scaled = paintContext.pictures().scaled(decodedImage, cut).image();
    BufferedImage shown =
        node.mask().map(mask -> PictureMask.cut(scaled, mask, paintContext)).orElse(scaled);
    Rectangle2D place =
        new Rectangle2D.Double(
            box.x() + cut.left(), box.y() + cut.top(), cut.width(), cut.height());
    Graphics2D graphics = paintContext.graphics();
    boolean onPixels = isOnPixels(place, graphics.getTransform());
    if (onPixels && !node.circle() && node.radius() == 0) {
      graphics.drawImage(shown, (int) place.getX(), (int) place.getY(), null);
      return;
    }
    if (onPixels) {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    }
    graphics.setPaint(new TexturePaint(shown, place));
    graphics.fill(outline(node, place, paintContext.factor()));
  }

  /** Whether a place's corner is the corner of a device pixel, and nothing is turned or scaled. */
  private static boolean isOnPixels(Rectangle2D place, AffineTransform toDevice) {
    return (toDevice.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0
        && isWhole(place.getX())
        && isWhole(place.getY())
        && isWhole(toDevice.getTranslateX())
        && isWhole(toDevice.getTranslateY());
  }

  private static boolean isWhole(double at) {
    return at == Math.rint(at);
  }

  private static Shape outline(Node.Picture node, Rectangle2D place, double factor) {
    if (node.circle()) {
      return new Ellipse2D.Double(place.getX(), place.getY(), place.getWidth(), place.getHeight());
    }
    double arc = 2 * node.radius() * factor;
    return arc == 0
        ? place
        : new RoundRectangle2D.Double(
            place.getX(), place.getY(), place.getWidth(), place.getHeight(), arc, arc);
  }
}
