package dev.nameplate.asset.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/**
 * What a PNG file (ISO/IEC 15948) says before its pixels: profile and orientation. Compressed
 * texts, which the library would inflate to any size, are passed over.
 */
final class PngMetadata {
  private static final int SIGNATURE = 8;
  private static final int CHUNK = 12;
  private static final int IDAT = 0x49444154;
  private static final int ICCP = 0x69434350;
  private static final int SRGB = 0x73524742;
  private static final int EXIF = 0x65584966;
  private static final int LONGEST_NAME = 79;

  private PngMetadata() {}

  static ImageMetadata of(byte[] file) {
    ByteBuffer png = ByteBuffer.wrap(file);
    Optional<byte[]> profile = Optional.empty();
    boolean plain = false;
    int orientation = ExifOrientation.UPRIGHT;
    for (int at = SIGNATURE; at + CHUNK <= file.length; ) {
      int length = png.getInt(at);
      if (length < 0 || length > file.length - at - CHUNK) {
        throw new AssetException("a chunk of the PNG is longer than its file");
      }
      ByteBuffer body = png.slice(at + 8, length);
      switch (png.getInt(at + 4)) {
        case IDAT -> {
          return new ImageMetadata(orientation, plain ? Optional.empty() : profile, 0, false);
        }
        case ICCP -> profile = profile(body);
        case SRGB -> plain = true;
        case EXIF -> orientation = ExifOrientation.of(body);
        default -> {}
      }
      at += CHUNK + length;
    }
    throw new AssetException("the PNG has no pixels");
  }

  /** Name, a zero, the method, and the profile compressed. */
  private static Optional<byte[]> profile(ByteBuffer chunk) {
    int start = 0;
    while (start < Math.min(chunk.limit(), LONGEST_NAME + 1) && chunk.get(start) != 0) {
      start++;
    }
    if (start + 2 > chunk.limit()) {
      return Optional.empty();
    }
    byte[] packed = new byte[chunk.limit() - start - 2];
    chunk.get(start + 2, packed);
    try (InputStream inflated = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      byte[] profile = inflated.readNBytes(ColorProfile.MOST_BYTES + 1);
      return profile.length > ColorProfile.MOST_BYTES ? Optional.empty() : Optional.of(profile);
    } catch (IOException broken) {
      return Optional.empty();
    }
  }
}
