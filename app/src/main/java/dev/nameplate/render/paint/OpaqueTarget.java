package dev.nameplate.render.paint;

import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.DeviceBox;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;

/**
 * The pixels of an opaque image, to be painted on in place within a clip, with the same results as
 * Java2D's source-over compositing.
 *
 * @param pixels {@code rgb}, row after row
 * @param width of the picture
 * @param clip in the picture
 */
@SuppressWarnings("ArrayRecordComponent") // Written to in place, never compared.
record OpaqueTarget(int[] pixels, int width, DeviceBox clip) {
  private static final int BYTE = 0xff;

  /** The target of a context; empty if its graphics are transformed or have no rectangular clip. */
  static Optional<OpaqueTarget> of(PaintContext paintContext) {
    BufferedImage image = paintContext.target();
    Graphics2D graphics = paintContext.graphics();
    boolean plain =
        image.getType() == BufferedImage.TYPE_INT_RGB && graphics.getTransform().isIdentity();
    return plain && graphics.getClip() instanceof Rectangle2D clip
        ? Optional.of(of(image, clip))
        : Optional.empty();
  }

  private static OpaqueTarget of(BufferedImage image, Rectangle2D clip) {
    Rectangle2D inside =
        clip.createIntersection(new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight()));
    DeviceBox box =
        Canvas.centers(
            new Box(inside.getX(), inside.getY(), inside.getWidth(), inside.getHeight()));
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    return new OpaqueTarget(pixels, image.getWidth(), box);
  }

  /**
   * Composites a color over an opaque pixel.
   *
   * @param color premultiplied {@code argb}
   */
  static int over(int color, int pixel) {
    int rest = BYTE - (color >>> 24);
    if (rest == 0) {
      return color;
    }
    int red = (color >>> 16 & BYTE) + part(rest, pixel >>> 16 & BYTE);
    int green = (color >>> 8 & BYTE) + part(rest, pixel >>> 8 & BYTE);
    return red << 16 | green << 8 | (color & BYTE) + part(rest, pixel & BYTE);
  }

  /** The product of two fractions of 255, rounded. */
  private static int part(int one, int other) {
    return (one * 0x10101 * other + 0x800000) >>> 24;
  }
}
