package dev.nameplate.asset.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What a WebP file (RFC 9649) says before its pixels. The size stands in the container and again in
 * each frame, and a liar writes two sizes.
 */
final class WebpMetadata {
  private static final int HEADER = 12;
  private static final int CHUNK = 8;
  private static final int FRAME_HEADER = 16;

  private static final int EXIF = tag("EXIF");
  private static final int FRAME = tag("ANMF");
  private static final int LOSSY = tag("VP8 ");
  private static final int LOSSLESS = tag("VP8L");

  private int orientation = ExifOrientation.UPRIGHT;
  private long largest;

  private WebpMetadata() {}

  static ImageMetadata of(byte[] file) {
    WebpMetadata facts = new WebpMetadata();
    facts.walk(ByteBuffer.wrap(file), HEADER, file.length);
    if (facts.largest == 0) {
      throw new AssetException("the WebP has no pixels");
    }
    return new ImageMetadata(facts.orientation, Optional.empty(), facts.largest, true);
  }

  private void walk(ByteBuffer file, int start, int end) {
    file.order(ByteOrder.LITTLE_ENDIAN);
    for (int at = start; at + CHUNK <= end; ) {
      int length = file.getInt(at + 4);
      if (length < 0 || length > end - at - CHUNK) {
        throw new AssetException("a chunk of the WebP is longer than its file");
      }
      chunk(file, file.getInt(at), at + CHUNK, length);
      at += CHUNK + length + (length & 1);
    }
  }

  private void chunk(ByteBuffer file, int tag, int at, int length) {
    if (tag == EXIF) {
      orientation = ExifOrientation.of(file.slice(at, length));
    } else if (tag == FRAME && length > FRAME_HEADER) {
      walk(file, at + FRAME_HEADER, at + length);
    } else if (tag == LOSSY && length >= 10) {
      note(file.getShort(at + 6) & 0x3fff, file.getShort(at + 8) & 0x3fff);
    } else if (tag == LOSSLESS && length >= 5) {
      int sizes = file.getInt(at + 1);
      note((sizes & 0x3fff) + 1, (sizes >>> 14 & 0x3fff) + 1);
    }
  }

  private void note(long width, long height) {
    largest = Math.max(largest, width * height);
  }

  private static int tag(String name) {
    return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
  }
}
