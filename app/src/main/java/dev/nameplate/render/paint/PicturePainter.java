package dev.nameplate.render.paint;

import dev.nameplate.asset.DecodedImage;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.scene.Node;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Paints an image as a texture of its box, so that round edges are antialiased. */
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
    paintContext.graphics().setPaint(new TexturePaint(shown, place));
    paintContext.graphics().fill(outline(node, place, paintContext.factor()));
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
