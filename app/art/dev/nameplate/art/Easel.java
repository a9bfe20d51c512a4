package dev.nameplate.art;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/** A transparent picture that is drawn on in display pixels and kept at a higher density. */
final class Easel {
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final double density;

  Easel(double width, double height, double density) {
    this.density = density;
    this.image = blank((int) Math.round(width * density), (int) Math.round(height * density));
    this.graphics = graphicsOf(image);
    graphics.scale(density, density);
  }

  /** The picture drawn so far; it is the easel's own. */
  BufferedImage image() {
    return image;
  }

  void fill(Shape shape, Paint paint) {
    graphics.setPaint(paint);
    graphics.fill(shape);
  }

  void line(Shape shape, Paint paint, double width) {
    line(shape, paint, new BasicStroke((float) width, 1, 1));
  }

  void line(Shape shape, Paint paint, BasicStroke stroke) {
    graphics.setPaint(paint);
    graphics.setStroke(stroke);
    graphics.draw(shape);
  }

  /** Light that fades to nothing at the radius. */
  void glow(double x, double y, double radius, Color color) {
    fill(
        new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius),
        Ink.radial(x, y, radius, color, Ink.alpha(color, 0)));
  }

  /** A soft copy of a shape. */
  void shadow(Shape shape, double dy, double blur, Color color) {
    BufferedImage layer = blank(image.getWidth(), image.getHeight());
    Graphics2D pen = graphicsOf(layer);
    pen.scale(density, density);
    pen.translate(0, dy);
    pen.setColor(color);
    pen.fill(shape);
    pen.dispose();
    stamp(Blur.of(layer, (int) Math.round(blur * density / 2)));
  }

  /** Lays another easel's picture of the same size over this one. */
  void lay(Easel other) {
    stamp(other.image);
  }

  /** Keeps only what lies inside the shape, with smooth edges. */
  void keep(Shape shape) {
    BufferedImage mask = blank(image.getWidth(), image.getHeight());
    Graphics2D pen = graphicsOf(mask);
    pen.scale(density, density);
    pen.setColor(Color.WHITE);
    pen.fill(shape);
    pen.dispose();
    graphics.setComposite(AlphaComposite.DstIn);
    stamp(mask);
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  /** Punches the shape out. */
  void punch(Shape shape) {
    graphics.setComposite(AlphaComposite.DstOut);
    fill(shape, Color.BLACK);
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  private void stamp(BufferedImage layer) {
    AffineTransform kept = graphics.getTransform();
    graphics.setTransform(new AffineTransform());
    graphics.drawImage(layer, 0, 0, null);
    graphics.setTransform(kept);
  }

  private static BufferedImage blank(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
  }

  private static Graphics2D graphicsOf(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    return graphics;
  }
}
