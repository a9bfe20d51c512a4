package dev.nameplate.asset.decode;

import dev.nameplate.asset.decode.jpeg.JpegException;
import dev.nameplate.asset.decode.jpeg.JpegFrame;
import dev.nameplate.asset.decode.jpeg.JpegScans;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Parses a JPEG file (ITU-T T.81), and rewrites it with only the tables and scans that decoding
 * needs.
 */
final class JpegMetadata {
  private static final int SCAN = 0xda;
  private static final int END = 0xd9;
  private static final int TABLES = 0xdb;
  private static final int CODES = 0xc4;
  private static final int INTERVAL = 0xdd;

  private final byte[] file;
  private final ByteBuffer jpeg;
  private final JpegColor color = new JpegColor();
  private final ByteArrayOutputStream tables = new ByteArrayOutputStream();
  private Optional<JpegFrame> frame = Optional.empty();
  private int orientation;
  private int at = 2;
  private boolean isEnded;

  private JpegMetadata(byte[] file) {
    this.file = file;
    this.jpeg = ByteBuffer.wrap(file);
  }

  /**
   * Parses a file.
   *
   * @throws AssetException if it is broken, or of a kind that browsers do not show either
   */
  static OpenedImage open(byte[] file) {
    try {
      return new JpegMetadata(file).open();
    } catch (JpegException unreadable) {
      throw new AssetException(unreadable.reason(), unreadable);
    }
  }

  private OpenedImage open() {
    while (nextMarker() && marker() != SCAN && marker() != END) {
      segment();
    }
    JpegFrame start = frame.orElseThrow(() -> new AssetException("the JPEG has no frame"));
    if (at + 4 >= file.length || marker() != SCAN) {
      throw new AssetException("the JPEG has no pixels");
    }
    boolean isBuffered = start.isProgressive() || file[at + 4] < start.components();
    ByteArrayOutputStream clean = new ByteArrayOutputStream(file.length);
    clean.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
    clean.writeBytes(color.marker(start));
    clean.writeBytes(tables.toByteArray());
    scans(clean);
    clean.writeBytes(new byte[] {(byte) 0xff, (byte) END});
    JpegScans scans = new JpegScans(clean.toByteArray(), isEnded);
    Optional<byte[]> profile = color.profile(start);
    boolean isInk = start.components() == 4;
    return new OpenedImage(
        ImageMetadata.whole(
            start.width(),
            start.height(),
            Math.max(ExifOrientation.UPRIGHT, orientation),
            isInk ? Optional.empty() : profile,
            isBuffered),
        isInk
            ? new CmykPixels(scans, color.isLuminanceAndBlack(), profile)
            : new JpegPixels(scans));
  }

  private int marker() {
    return file[at + 1] & 0xff;
  }

  /** Moves to the next marker, skipping other bytes; false at the end of the file. */
  private boolean nextMarker() {
    while (at + 1 < file.length
        && ((file[at] & 0xff) != 0xff || marker() == 0 || marker() == 0xff)) {
      at++;
    }
    return at + 1 < file.length;
  }

  /**
   * The length in bytes of the current segment with its marker; 0 if it is longer than the file.
   */
  private int length() {
    if (at + 4 > file.length) {
      return 0;
    }
    int length = 2 + Short.toUnsignedInt(jpeg.getShort(at + 2));
    return length < 4 || length > file.length - at ? 0 : length;
  }

  private void segment() {
    int marker = marker();
    if (isBare(marker)) {
      at += 2;
      return;
    }
    int length = length();
    if (length == 0) {
      throw new AssetException("the JPEG breaks off before its pixels");
    }
    ByteBuffer body = jpeg.slice(at + 4, length - 4);
    if (JpegFrame.isFrame(marker)) {
      if (frame.isPresent()) {
        throw new AssetException("the JPEG has two frame headers");
      }
      frame = Optional.of(JpegFrame.of(marker, body));
      tables.write(file, at, length);
    } else if (isTable(marker)) {
      tables.write(file, at, length);
    } else if (marker == 0xe1 && orientation == 0 && JpegColor.starts(body, "Exif\0")) {
      orientation = ExifOrientation.of(body.slice(6, Math.max(0, body.remaining() - 6)));
    } else {
      color.segment(marker, body);
    }
    at += length;
  }

  /**
   * Copies the scans and the tables between them, up to the end marker or to bytes that do not
   * belong to the image.
   */
  private void scans(ByteArrayOutputStream clean) {
    while (nextMarker()) {
      int marker = marker();
      int length = length();
      if (marker == END) {
        isEnded = true;
        return;
      }
      boolean isTable = isTable(marker);
      boolean isPassedOver = (marker >= 0xe0 && marker <= 0xef) || marker == 0xfe;
      if (length == 0 || (marker != SCAN && !isTable && !isPassedOver)) {
        return;
      }
      int end = marker == SCAN ? dataEnd(at + length) : at + length;
      if (!isPassedOver) {
        clean.write(file, at, end - at);
      }
      at = end;
    }
  }

  /** The index after the entropy-coded data that begins at an index. */
  private int dataEnd(int start) {
    int end = start;
    while (end + 1 < file.length) {
      if (file[end] == -1) {
        int next = file[end + 1] & 0xff;
        if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
          return end;
        }
      }
      end++;
    }
    return file.length;
  }

  private static boolean isTable(int marker) {
    return marker == TABLES || marker == CODES || marker == INTERVAL;
  }

  private static boolean isBare(int marker) {
    return marker == 1 || (marker >= 0xd0 && marker <= 0xd8);
  }
}
