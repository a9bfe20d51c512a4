package dev.nameplate.asset.decode;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

/**
 * Decodes PNG, JPEG, GIF (its first frame) and WebP (its first frame), told by their content, as
 * Chromium shows them.
 *
 * <p>Memory and time are bounded by what is kept, not by what the file announces: the header is
 * judged first, a large picture is read at every second, third… pixel, and the work stops when its
 * time is up.
 */
public final class ImageDecoder {
  private final DecodeLimits limits;

  public ImageDecoder(DecodeLimits limits) {
    ImageIO.setUseCache(false);
    this.limits = limits;
  }

  /**
   * The picture of a file without a limit of time, for files of the template's author.
   *
   * @see #decode(byte[], BooleanSupplier)
   */
  public BufferedImage decode(byte[] file) {
    return decode(file, () -> false);
  }

  /**
   * The picture of a file.
   *
   * @param isLate whether the work shall stop; asked again and again
   * @return upright, in sRGB, {@code TYPE_INT_ARGB_PRE}
   * @throws TooLargeException where it has more pixels than the limits allow
   * @throws AssetException where it is none, is damaged, breaks off, or was not decoded in time;
   *     the message says which
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
      // A library that reads what strangers made may fail in any way.
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

  /** The picture with its frame in its place, as browsers do: the rest is transparent. */
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
