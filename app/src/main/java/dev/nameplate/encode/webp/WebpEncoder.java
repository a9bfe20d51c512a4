package dev.nameplate.encode.webp;

import dev.nameplate.encode.Background;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.WholeStore;
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
 * Writes lossy WebP (RFC 9649) with alpha where the picture has it, through an ImageIO plug-in that
 * brings Google's library for the machine it runs on. Where it brings none that loads, the format
 * is not there.
 */
public final class WebpEncoder implements Encoder {
  private static final Logger log = LoggerFactory.getLogger(WebpEncoder.class);
  private static final String LOSSY = "Lossy";

  private final float quality;

  /**
   * @param quality 1, small, to 100, near exact
   */
  public WebpEncoder(int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("a WebP's quality is 1 to 100, not " + quality);
    }
    this.quality = quality / 100f;
  }

  /** Whether the library for this machine is there; tried once. */
  public static boolean isAvailable() {
    return Availability.YES;
  }

  @Override
  public Format format() {
    return Format.WEBP;
  }

  @Override
  public EncodedBackground prepare(Background background, Effort effort) {
    return WholeStore.of(background.picture());
  }

  @Override
  public EncodedPicture encode(EncodedBackground base, BufferedImage picture, BitSet painted) {
    return encodeWhole(WholeStore.joined(base, picture, painted));
  }

  @Override
  public EncodedPicture encodeWhole(BufferedImage picture) {
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

  /** Found out by writing a picture, when it is first asked. */
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
