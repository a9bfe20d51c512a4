package dev.nameplate.render.paint;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;

/** The shape that casts a shadow: letters and the bitmap glyphs among them, in device pixels. */
record Silhouette(Shape letters, List<PlacedPicture> pictures) {
  /** The same shape, moved. */
  Silhouette moved(double dx, double dy) {
    Shape other = AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(letters);
    return new Silhouette(other, pictures.stream().map(picture -> picture.moved(dx, dy)).toList());
  }

  /** The bounds; empty if there is nothing to paint. */
  Rectangle bounds() {
    Rectangle bounds = letters.getBounds();
    for (PlacedPicture picture : pictures) {
      Rectangle box = new Rectangle(picture.x(), picture.y());
      box.setSize(picture.image().getWidth(), picture.image().getHeight());
      bounds = bounds.isEmpty() ? box : bounds.union(box);
    }
    return bounds;
  }

  /** Fills all of it with one color. */
  void fill(Graphics2D graphics, Color color) {
    graphics.setColor(color);
    graphics.fill(letters);
    for (PlacedPicture picture : pictures) {
      graphics.drawImage(inOneColor(picture.image(), color), picture.x(), picture.y(), null);
    }
  }

  private static BufferedImage inOneColor(BufferedImage picture, Color color) {
    BufferedImage flat =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = flat.createGraphics();
    graphics.drawImage(picture, 0, 0, null);
    graphics.setComposite(AlphaComposite.SrcIn);
    graphics.setColor(color);
    graphics.fillRect(0, 0, flat.getWidth(), flat.getHeight());
    graphics.dispose();
    return flat;
  }
}
