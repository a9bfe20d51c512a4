package dev.nameplate.asset.decode;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import javax.imageio.ImageReader;

/**
 * Parses a WebP file (RFC 9649) up to its pixels. The size is stated in the container and again in
 * each frame, and both are checked, since a hostile file may state two. The EXIF orientation is
 * ignored, as in Chromium.
 */
final class WebpMetadata {
  private static final int HEADER = 12;
  private static final int CHUNK = 8;
  private static final int FRAME_HEADER = 16;

  /** Padding, since the reader reads words of eight bytes and fails if the file ends within one. */
  private static final int READ_AHEAD = 8;

  private static final int EXTENDED = tag("VP8X");
  private static final int PROFILE = tag("ICCP");
  private static final int FRAME = tag("ANMF");
  private static final int ALPHA = tag("ALPH");
  private static final int LOSSY = tag("VP8 ");
  private static final int LOSSLESS = tag("VP8L");

  private final ByteBuffer webp;
  private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
  private Optional<byte[]> profile = Optional.empty();
  private Rectangle canvas = new Rectangle();
  private Rectangle place = new Rectangle();
  private Rectangle coded = new Rectangle();
  private boolean hasAlpha;

  private WebpMetadata(byte[] file) {
    this.webp = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Parses the chunks up to the end of the first frame, and complete ones after it.
   *
   * @throws AssetException if there is no frame, or it is truncated
   */
  static OpenedImage open(byte[] file) {
    WebpMetadata metadata = new WebpMetadata(file);
    metadata.walk(HEADER, file.length);
    return metadata.open();
  }

  private OpenedImage open() {
    if (coded.isEmpty()) {
      throw new AssetException("the WebP has no pixels");
    }
    Rectangle frame = place.isEmpty() ? new Rectangle(coded) : place;
    Rectangle whole = canvas.isEmpty() ? new Rectangle(frame.getSize()) : canvas;
    long largest = Math.max(pixels(whole), Math.max(pixels(coded), pixels(frame)));
    boolean isOneSize = frame.getSize().equals(coded.getSize()) && whole.contains(frame);
    ReaderPixels pixels = new ReaderPixels(WebpMetadata::reader, file());
    ImageMetadata metadata =
        new ImageMetadata(
            whole.width,
            whole.height,
            frame,
            ExifOrientation.UPRIGHT,
            profile.filter(bytes -> ColorProfile.isFor(bytes, "RGB ")),
            largest,
            true);
    return new OpenedImage(
        metadata,
        (step, isLate) -> {
          if (!isOneSize) {
            throw new AssetException("the WebP states two sizes");
          }
          return pixels.read(step, isLate);
        });
  }

  private void walk(int start, int end) {
    for (int at = start; at + CHUNK <= end; ) {
      int length = webp.getInt(at + 4);
      if (length < 0 || length > end - at - CHUNK) {
        if (!coded.isEmpty()) {
          return;
        }
        throw new AssetException("the WebP breaks off: a chunk is longer than its file");
      }
      chunk(webp.getInt(at), at + CHUNK, length);
      at += CHUNK + length + (length & 1);
    }
  }

  private void chunk(int tag, int at, int length) {
    if (tag == EXTENDED && length >= 10) {
      canvas = new Rectangle(u24(at + 4) + 1, u24(at + 7) + 1);
    } else if (tag == PROFILE && length <= ColorProfile.MOST_BYTES) {
      byte[] bytes = new byte[length];
      webp.get(at, bytes);
      profile = Optional.of(bytes);
    } else if (coded.isEmpty()) {
      pixels(tag, at, length);
    }
  }

  private void pixels(int tag, int at, int length) {
    if (tag == FRAME && length > FRAME_HEADER) {
      place = new Rectangle(2 * u24(at), 2 * u24(at + 3), u24(at + 6) + 1, u24(at + 9) + 1);
      walk(at + FRAME_HEADER, at + length);
    } else if (tag == ALPHA) {
      hasAlpha = true;
      keep(at, length);
    } else if (tag == LOSSY && length >= 10) {
      coded = new Rectangle(webp.getShort(at + 6) & 0x3fff, webp.getShort(at + 8) & 0x3fff);
      keep(at, length);
    } else if (tag == LOSSLESS && length >= 5) {
      int sizes = webp.getInt(at + 1);
      coded = new Rectangle((sizes & 0x3fff) + 1, (sizes >>> 14 & 0x3fff) + 1);
      keep(at, length);
    }
  }

  private void keep(int at, int length) {
    chunks.write(webp.array(), at - CHUNK, CHUNK + length);
    chunks.writeBytes(new byte[length & 1]);
  }

  /** A file with the first frame only. */
  private byte[] file() {
    ByteBuffer extended = ByteBuffer.allocate(hasAlpha ? 18 : 0).order(ByteOrder.LITTLE_ENDIAN);
    if (hasAlpha) {
      extended.putInt(EXTENDED).putInt(10).putInt(0x10);
      extended.putInt((coded.width - 1) | ((coded.height - 1) << 24));
      extended.putShort(16, (short) ((coded.height - 1) >> 8));
    }
    int body = 4 + extended.capacity() + chunks.size();
    ByteBuffer file = ByteBuffer.allocate(8 + body + READ_AHEAD).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(tag("RIFF")).putInt(body).putInt(tag("WEBP"));
    return file.put(extended.array()).put(chunks.toByteArray()).array();
  }

  private static ImageReader reader() {
    try {
      return new WebPImageReaderSpi().createReaderInstance();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private int u24(int at) {
    return (webp.getShort(at) & 0xffff) | ((webp.get(at + 2) & 0xff) << 16);
  }

  private static long pixels(Rectangle of) {
    return (long) of.width * of.height;
  }

  private static int tag(String name) {
    return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
  }
}
