package dev.nameplate.asset.decode;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes PNG and JPEG, after a look at the header has shown that the picture is not too large. */
public final class PictureDecoder {
  private final long maxPixels;

  public PictureDecoder(long maxPixels) {
    this.maxPixels = maxPixels;
  }

  /** The first picture of a stream, in sRGB and with premultiplied alpha. */
  public BufferedImage decode(ImageInputStream stream) throws IOException {
    ImageReader reader = readerOf(stream);
    try {
      reader.setInput(stream, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > maxPixels) {
        throw new AssetException(
            "the picture has " + pixels + " pixels; at most " + maxPixels + " are decoded");
      }
      TruncationListener truncationListener = new TruncationListener();
      reader.addIIOReadWarningListener(truncationListener);
      BufferedImage decoded = inRgb(reader.read(0));
      truncationListener.check();
      return normalised(GrayToSrgb.asColours(decoded));
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader readerOf(ImageInputStream stream) {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      String format = formatOf(reader);
      if (format.equals("png") || format.equals("jpeg")) {
        return reader;
      }
      reader.dispose();
    }
    throw new AssetException("the file is neither PNG nor JPEG");
  }

  private static String formatOf(ImageReader reader) {
    try {
      return reader.getFormatName().toLowerCase(java.util.Locale.ROOT);
    } catch (IOException unknown) {
      throw new AssetException("the file's format cannot be told", unknown);
    }
  }

  private static BufferedImage inRgb(BufferedImage decoded) {
    if (decoded.getColorModel().getNumColorComponents() > 3) {
      throw new AssetException("the picture is in CMYK; save it in RGB");
    }
    return decoded;
  }

  private static BufferedImage normalised(BufferedImage decoded) {
    BufferedImage picture =
        new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = picture.createGraphics();
    graphics.drawImage(decoded, 0, 0, null);
    graphics.dispose();
    return picture;
  }
}
