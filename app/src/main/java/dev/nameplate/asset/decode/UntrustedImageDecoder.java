package dev.nameplate.asset.decode;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.nameplate.asset.DecodedImage;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes files of strangers: PNG, JPEG, GIF (its first frame) and WebP, told by their content.
 *
 * <p>Memory and time are bounded by what is kept, not by what the file announces: the header is
 * judged first, a large picture is read at every second, third… pixel, and the work stops when its
 * time is up.
 */
public final class UntrustedImageDecoder {
  /** More than any box of a template shows; larger pictures are read coarsely. */
  private static final long MOST_KEPT = 4_000_000;

  /** What is decoded of a file whose reader holds the whole picture: four bytes a pixel. */
  private static final long MOST_HELD_WHOLE = 8_000_000;

  /** The reader of WebP reads words of eight bytes and trips where a file ends within one. */
  private static final int READ_AHEAD = 8;

  private final long maxPixels;

  /**
   * @param maxPixels the largest picture decoded, judged by its header
   */
  public UntrustedImageDecoder(long maxPixels) {
    ImageIO.setUseCache(false);
    this.maxPixels = maxPixels;
  }

  /**
   * The picture of a file, upright and in sRGB.
   *
   * @param name of the asset to be
   * @param late whether the work shall stop; asked again and again
   * @throws AssetException where it is none, too large, or not decoded in time
   */
  public DecodedImage decode(String name, byte[] file, BooleanSupplier late) {
    ImageFormat format =
        ImageFormat.sniff(file)
            .orElseThrow(() -> new AssetException("the file is no PNG, JPEG, GIF or WebP"));
    try {
      ImageMetadata facts = ImageMetadata.of(format, file);
      byte[] padded =
          format == ImageFormat.WEBP ? Arrays.copyOf(file, file.length + READ_AHEAD) : file;
      BufferedImage decoded = read(format, facts, padded, late);
      return new DecodedImage(name, finished(GrayToSrgb.asColours(decoded), facts));
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException broken) {
      throw new AssetException("the file does not decode", broken);
    }
  }

  private BufferedImage read(
      ImageFormat format, ImageMetadata facts, byte[] file, BooleanSupplier late)
      throws IOException {
    ImageReader reader = reader(format);
    try (ImageInputStream stream = new DeadlineInputStream(new ByteArrayInputStream(file), late)) {
      reader.setInput(stream, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      check(Math.max(pixels, facts.innerPixels()), facts.heldWhole());
      DecodeDeadline decodeDeadline = new DecodeDeadline(late);
      reader.addIIOReadProgressListener(decodeDeadline);
      TruncationListener truncationListener = new TruncationListener();
      reader.addIIOReadWarningListener(truncationListener);
      BufferedImage picture = reader.read(0, coarsely(reader, pixels));
      truncationListener.check();
      if (decodeDeadline.rang() || late.getAsBoolean()) {
        throw new AssetException("the file was not decoded in time");
      }
      return picture;
    } finally {
      reader.dispose();
    }
  }

  private void check(long pixels, boolean heldWhole) {
    long most = heldWhole ? Math.min(maxPixels, MOST_HELD_WHOLE) : maxPixels;
    if (pixels > most) {
      throw new TooLargeException(
          "the picture has " + pixels + " pixels; at most " + most + " are decoded");
    }
  }

  private static ImageReadParam coarsely(ImageReader reader, long pixels) {
    ImageReadParam param = reader.getDefaultReadParam();
    int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_KEPT));
    if (step > 1) {
      param.setSourceSubsampling(step, step, 0, 0);
    }
    return param;
  }

  private static ImageReader reader(ImageFormat format) throws IOException {
    return format == ImageFormat.WEBP
        ? new WebPImageReaderSpi().createReaderInstance()
        : ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT)).next();
  }

  /** In sRGB, upright, with premultiplied alpha. */
  private static BufferedImage finished(BufferedImage decoded, ImageMetadata facts) {
    BufferedImage picture;
    if (facts.profile().isPresent()) {
      BufferedImage straight = drawn(decoded, BufferedImage.TYPE_INT_ARGB);
      ColorProfile.toSrgb(straight, facts.profile().get());
      picture = drawn(straight, BufferedImage.TYPE_INT_ARGB_PRE);
    } else if (hasOwnColours(decoded.getColorModel())) {
      BufferedImage straight =
          new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_ARGB);
      picture =
          drawn(
              new ColorConvertOp(null).filter(decoded, straight), BufferedImage.TYPE_INT_ARGB_PRE);
    } else {
      picture = drawn(decoded, BufferedImage.TYPE_INT_ARGB_PRE);
    }
    return ExifOrientation.upright(picture, facts.orientation());
  }

  private static boolean hasOwnColours(ColorModel model) {
    ColorSpace space = model.getColorSpace();
    return space.getType() == ColorSpace.TYPE_RGB && !space.isCS_sRGB();
  }

  private static BufferedImage drawn(BufferedImage image, int type) {
    BufferedImage drawn = new BufferedImage(image.getWidth(), image.getHeight(), type);
    Graphics2D graphics = drawn.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return drawn;
  }
}
