package dev.nameplate.asset.decode;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

/**
 * Decodes PNG, JPEG, GIF (first frame) and WebP (first frame) as Chromium shows them. The format is
 * detected by content. Safe for threads.
 *
 * <p>Memory and time are bounded by the limits, not by what the file states: the header is checked
 * first, large images are subsampled while they are read, and decoding stops at the deadline.
 */
public final class ImageDecoder {
  private final DecodeLimits limits;

  /** A decoder with limits, which apply to every image. */
  public ImageDecoder(DecodeLimits limits) {
    ImageIO.setUseCache(false);
    this.limits = limits;
  }

  /**
   * Decodes a file without a deadline, for files of a template's author.
   *
   * @param file not changed and not kept
   * @return as {@link #decode(byte[], BooleanSupplier)}
   * @throws AssetException as {@link #decode(byte[], BooleanSupplier)}
   */
  public BufferedImage decode(byte[] file) {
    return decode(file, () -> false);
  }

  /**
   * Decodes a file.
   *
   * @param file not changed and not kept
   * @param isLate whether the deadline has passed; called repeatedly
   * @return a new upright image in sRGB, {@code TYPE_INT_ARGB_PRE}
   * @throws TooLargeException if it has more pixels than the limits allow
   * @throws AssetException if it is no image of these formats, is damaged or truncated, or was not
   *     decoded in time; the message says which
   */
  public BufferedImage decode(byte[] file, BooleanSupplier isLate) {
    ImageFormat format = ImageFormat.sniff(file);
    try {
      OpenedImage opened = format.open(file);
      ImageMetadata metadata = opened.metadata();
      limits.check(metadata);
      int step = limits.step(metadata);
      BufferedImage frame = opened.pixels().read(step, isLate);
      if (isLate.getAsBoolean()) {
        throw new AssetException("the file was not decoded in time");
      }
      BufferedImage picture = onCanvas(inSrgb(frame, metadata), metadata, step);
      return ExifOrientation.upright(picture, metadata.orientation());
    } catch (AssetException known) {
      throw known;
    } catch (IOException | RuntimeException broken) {
      // Libraries may throw anything for malformed files.
      throw new AssetException(
          "the " + format.label() + " is damaged (" + broken.getMessage() + ")", broken);
    }
  }

  private static BufferedImage inSrgb(BufferedImage frame, ImageMetadata metadata) {
    BufferedImage colors = GrayToSrgb.asColors(frame);
    if (metadata.profile().isEmpty()) {
      return drawn(colors, BufferedImage.TYPE_INT_ARGB_PRE);
    }
    BufferedImage straight = drawn(colors, BufferedImage.TYPE_INT_ARGB);
    ColorProfile.toSrgb(straight, metadata.profile().get());
    return drawn(straight, BufferedImage.TYPE_INT_ARGB_PRE);
  }

  /** The frame at its position on the canvas, the rest of which is transparent, as in browsers. */
  private static BufferedImage onCanvas(BufferedImage frame, ImageMetadata metadata, int step) {
    if (metadata.isCovered()) {
      return frame;
    }
    BufferedImage canvas =
        new BufferedImage(
            (metadata.width() + step - 1) / step,
            (metadata.height() + step - 1) / step,
            BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(frame, metadata.frame().x / step, metadata.frame().y / step, null);
    graphics.dispose();
    return canvas;
  }

  private static BufferedImage drawn(BufferedImage image, int type) {
    if (image.getType() == type) {
      return image;
    }
    BufferedImage drawn = new BufferedImage(image.getWidth(), image.getHeight(), type);
    Graphics2D graphics = drawn.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return drawn;
  }
}
