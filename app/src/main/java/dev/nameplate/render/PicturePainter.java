package dev.nameplate.render;

import dev.nameplate.asset.Asset;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.scene.Node;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Paints a picture as the texture of its box, so that round edges are antialiased. */
final class PicturePainter {
  void paint(Node.Picture node, Brush brush) {
    Box box = brush.box();
    DeviceBox device = PixelGrid.snapped(new Box(0, 0, box.width(), box.height()));
    if (device.isEmpty()) {
      return;
    }
    Asset asset = brush.pictures().load(brush.template(), node);
    BufferedImage whole = asset.image();
    PictureCut cut =
        PictureCut.of(whole.getWidth(), whole.getHeight(), device, node.fit(), node.position());
    BufferedImage scaled = brush.pictures().scaled(asset, cut).image();
    BufferedImage shown =
        node.mask().map(mask -> PictureMask.cut(scaled, mask, brush)).orElse(scaled);
    Rectangle2D place =
        new Rectangle2D.Double(
            box.x() + cut.left(), box.y() + cut.top(), cut.width(), cut.height());
    brush.graphics().setPaint(new TexturePaint(shown, place));
    brush.graphics().fill(outline(node, place, brush.factor()));
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
