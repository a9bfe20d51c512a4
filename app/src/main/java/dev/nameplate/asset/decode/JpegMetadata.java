package dev.nameplate.asset.decode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a JPEG file (ITU-T T.81) says before its first scan. The library applies its profile. */
final class JpegMetadata {
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int APP1 = 0xe1;
  private static final int START_OF_SCAN = 0xda;
  private static final int FIRST_FRAME = 0xc0;
  private static final int PROGRESSIVE = 0xc2;
  private static final int LAST_FRAME = 0xcf;

  /** Luminance and two of colour; with four it is for a printer, and shown wrongly by the JDK. */
  private static final int MOST_COMPONENTS = 3;

  private JpegMetadata() {}

  /** Segment by segment up to the first scan; a file of several scans is held whole. */
  static ImageMetadata of(byte[] file) {
    ByteBuffer jpeg = ByteBuffer.wrap(file);
    int orientation = ExifOrientation.UPRIGHT;
    boolean progressive = false;
    int components = 0;
    for (int at = 2; at + 4 < file.length && (file[at] & 0xff) == 0xff; ) {
      int marker = file[at + 1] & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      int length = Short.toUnsignedInt(jpeg.getShort(at + 2));
      if (length < 2 || length > file.length - at - 2) {
        break;
      }
      if (marker == START_OF_SCAN) {
        boolean severalScans = progressive || (file[at + 4] & 0xff) < components;
        return new ImageMetadata(orientation, Optional.empty(), 0, severalScans);
      }
      if (marker == APP1 && isExif(file, at + 4)) {
        int start = at + 4 + EXIF.length;
        orientation = ExifOrientation.of(jpeg.slice(start, Math.max(0, at + 2 + length - start)));
      } else if (isFrame(marker) && length >= 8) {
        progressive = marker == PROGRESSIVE;
        components = file[at + 9] & 0xff;
        if (components > MOST_COMPONENTS) {
          throw new AssetException("the JPEG is in CMYK");
        }
      }
      at += 2 + length;
    }
    throw new AssetException("the JPEG has no pixels");
  }

  private static boolean isExif(byte[] file, int at) {
    return at + EXIF.length <= file.length
        && Arrays.equals(file, at, at + EXIF.length, EXIF, 0, EXIF.length);
  }

  /** Start of frame, of any kind: not the tables that have markers between them. */
  private static boolean isFrame(int marker) {
    return marker >= FIRST_FRAME
        && marker <= LAST_FRAME
        && marker != 0xc4
        && marker != 0xc8
        && marker != 0xcc;
  }
}
