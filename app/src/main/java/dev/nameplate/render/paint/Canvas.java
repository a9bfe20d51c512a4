package dev.nameplate.render.paint;

import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import dev.nameplate.geometry.Size;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * An image to paint on, at a scale.
 *
 * @param image {@code TYPE_INT_RGB} if opaque, else {@code TYPE_INT_ARGB}; owned by the canvas
 * @param scale device pixels of the image for one pixel of the template
 */
public record Canvas(BufferedImage image, Scale scale) {
  /**
   * A canvas with a new image.
   *
   * @param size in pixels at 1x
   * @param scale device pixels for one pixel of the size; each side is rounded, to at least 1
   * @param opaque whether the image has no alpha; it is black then, else transparent
   */
  public static Canvas blank(Size size, Scale scale, boolean opaque) {
    Size device = size.at(scale);
    int type = opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
    return new Canvas(new BufferedImage(device.width(), device.height(), type), scale);
  }

  /** Sets every pixel to a color, alpha included. */
  public void clear(Rgba color) {
    Graphics2D graphics = image.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.setColor(new Color(color.argb(), true));
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.dispose();
  }

  /** Composites a color over every pixel (source over of Porter and Duff, 1984). */
  public void cover(Rgba color) {
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(color.argb(), true));
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.dispose();
  }

  /**
   * New graphics in device pixels, antialiased and clipped to the image; the caller disposes them.
   */
  public Graphics2D graphics() {
    Graphics2D graphics = image.createGraphics();
    graphics.clipRect(0, 0, image.getWidth(), image.getHeight());
    hint(graphics);
    return graphics;
  }

  /**
   * A box of device pixels as whole pixels: all pixels whose centers it covers, as Java2D clips.
   */
  static DeviceBox centers(Box box) {
    int left = (int) Math.ceil(box.x() - 0.5);
    int top = (int) Math.ceil(box.y() - 0.5);
    int right = (int) Math.ceil(box.right() - 0.5);
    int bottom = (int) Math.ceil(box.bottom() - 0.5);
    return new DeviceBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  /** Sets the rendering hints that all painting uses. */
  static void hint(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
  }
}
