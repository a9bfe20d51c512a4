package dev.nameplate.asset.decode;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Parses a PNG file (PNG, third edition) up to its pixels. Compressed texts, which could inflate to
 * any size, are ignored, as is every ancillary chunk with a wrong CRC.
 */
final class PngMetadata {
  private static final int SIGNATURE = 8;
  private static final int CHUNK = 12;
  private static final int IHDR = 0x49484452;
  private static final int PLTE = 0x504c5445;
  private static final int TRNS = 0x74524e53;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454e44;
  private static final int CICP = 0x63494350;
  private static final int ICCP = 0x69434350;
  private static final int SRGB = 0x73524742;
  private static final int GAMA = 0x67414d41;
  private static final int CHRM = 0x6348524d;
  private static final int EXIF = 0x65584966;

  private final ByteBuffer png;
  private final PngColor color = new PngColor();
  private Optional<PngHeader> header = Optional.empty();
  private byte[] palette = new byte[0];
  private byte[] transparency = new byte[0];
  private int orientation = ExifOrientation.UPRIGHT;

  private PngMetadata(byte[] file) {
    this.png = ByteBuffer.wrap(file);
  }

  /**
   * Parses all chunks up to the pixels, and collects those of the pixels.
   *
   * @throws AssetException if a chunk is broken or missing
   */
  static OpenedImage open(byte[] file) {
    return new PngMetadata(file).open();
  }

  private OpenedImage open() {
    int at = SIGNATURE;
    while (at + CHUNK <= png.limit() && png.getInt(at + 4) != IDAT) {
      int length = png.getInt(at);
      if (length < 0 || length > png.limit() - at - CHUNK) {
        throw new AssetException("a chunk of the PNG is longer than its file");
      }
      if (png.getInt(at + 4) == IEND) {
        break;
      }
      chunk(at, length);
      at += CHUNK + length;
    }
    PngHeader start = header.orElseThrow(() -> new AssetException("the PNG has no header"));
    if (at + CHUNK > png.limit() || png.getInt(at + 4) != IDAT) {
      throw new AssetException("the PNG has no pixels");
    }
    PngPixels pixels = PngPixels.of(png, at, start.readable(palette, transparency), start);
    ImageMetadata metadata =
        ImageMetadata.whole(
            start.width(), start.height(), orientation, color.toSrgb(start.isGray()), false);
    return new OpenedImage(metadata, pixels);
  }

  private void chunk(int at, int length) {
    int type = png.getInt(at + 4);
    boolean isCritical = (type & 0x20000000) == 0;
    if (header.isEmpty() != (type == IHDR)) {
      throw new AssetException("the PNG has no header, or two");
    }
    if (!isIntact(png, at, length)) {
      if (isCritical) {
        throw new AssetException("the PNG is damaged (the sum of a chunk is wrong)");
      }
      return;
    }
    ByteBuffer body = png.slice(at + 8, length);
    switch (type) {
      case IHDR -> header = Optional.of(PngHeader.of(body));
      case PLTE -> palette = bytes(body);
      case TRNS -> transparency(bytes(body));
      case CICP -> color.codes(body);
      case ICCP -> color.profile(body);
      case SRGB -> color.srgb();
      case GAMA -> color.gamma(body);
      case CHRM -> color.primaries(body);
      case EXIF -> orientation = ExifOrientation.of(body);
      default -> {}
    }
  }

  /** Keeps a {@code tRNS} chunk, unless it is before the palette that it refers to. */
  private void transparency(byte[] chunk) {
    if (palette.length > 0 || !header.map(PngHeader::isIndexed).orElse(false)) {
      transparency = chunk;
    }
  }

  /** Whether a chunk's CRC matches its type and data. */
  static boolean isIntact(ByteBuffer png, int at, int length) {
    CRC32 sum = new CRC32();
    sum.update(png.slice(at + 4, length + 4));
    return (int) sum.getValue() == png.getInt(at + 8 + length);
  }

  private static byte[] bytes(ByteBuffer body) {
    byte[] bytes = new byte[body.remaining()];
    body.get(bytes);
    return bytes;
  }
}
