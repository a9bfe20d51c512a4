package dev.nameplate.encode.webp;

import dev.nameplate.encode.Background;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.PixelView;
import dev.nameplate.template.Format;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encodes lossy WebP (RFC 9649), with alpha if the picture has it, each picture as a whole, by an
 * ImageIO plug-in that bundles Google's native library. The format is unavailable on machines that
 * the plug-in has no library for.
 */
public final class WebpEncoder implements Encoder {
  private static final Logger log = LoggerFactory.getLogger(WebpEncoder.class);
  private static final String LOSSY = "Lossy";

  private final float quality;

  /**
   * @param quality 1 (small files) to 100 (best)
   * @throws IllegalArgumentException if the quality is out of range
   */
  public WebpEncoder(int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("a WebP's quality is 1 to 100, not " + quality);
    }
    this.quality = quality / 100f;
  }

  /**
   * Whether the native library loads on this machine. The first call tests it by encoding a
   * picture; later calls return the same result.
   */
  public static boolean isAvailable() {
    return Availability.YES;
  }

  @Override
  public Format format() {
    return Format.WEBP;
  }

  @Override
  public EncodedBackground prepare(Background background, Effort effort) {
    return EncodedBackground.whole(background.picture());
  }

  @Override
  public EncodedPicture encode(
      EncodedBackground background, BufferedImage picture, BitSet painted) {
    return encodeWhole(background.with(picture, painted));
  }

  @Override
  public EncodedPicture encodeWhole(BufferedImage picture) {
    PixelView unused = PixelView.of(picture);
    ImageWriter writer =
        writer().orElseThrow(() -> new IllegalStateException("no WebP on this machine"));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionType(LOSSY);
      how.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory can be written to", impossible);
    } finally {
      writer.dispose();
    }
    return new EncodedPicture(Format.WEBP, List.of(file.toByteArray()));
  }

  private static Optional<ImageWriter> writer() {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByMIMEType(Format.WEBP.mediaType());
    return writers.hasNext() ? Optional.of(writers.next()) : Optional.empty();
  }

  /** Tests the library when it is first needed. */
  private static final class Availability {
    static final boolean YES = canWrite();

    private Availability() {}

    private static boolean canWrite() {
      try {
        return writer().isPresent()
            && new WebpEncoder(80)
                    .encodeWhole(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB))
                    .length()
                > 0;
      } catch (RuntimeException | LinkageError absent) {
        log.warn(
            "WebP is not offered: its library does not load on {} {} ({})",
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            absent.getClass().getName());
        return false;
      }
    }
  }
}
