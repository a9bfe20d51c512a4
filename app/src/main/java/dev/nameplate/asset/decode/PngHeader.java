package dev.nameplate.asset.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The {@code IHDR} chunk of a PNG.
 *
 * @param width in pixels, 1 or more
 * @param height in pixels, 1 or more
 * @param depth bits per sample
 * @param type 0 for gray, 2 for RGB, 3 for a palette, 4 and 6 for gray and RGB with alpha
 * @param isInterlaced whether it has seven passes (Adam7)
 */
record PngHeader(int width, int height, int depth, int type, boolean isInterlaced) {
  private static final int LENGTH = 13;
  private static final int GRAY = 0;
  private static final int COLOR = 2;
  private static final int INDEXED = 3;
  private static final int GRAY_ALPHA = 4;
  private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /**
   * Parses the data of a chunk.
   *
   * @throws AssetException if its values are not valid
   */
  static PngHeader of(ByteBuffer chunk) {
    if (chunk.remaining() != LENGTH || chunk.getInt(0) <= 0 || chunk.getInt(4) <= 0) {
      throw new AssetException("the header of the PNG is broken");
    }
    PngHeader header =
        new PngHeader(
            chunk.getInt(0), chunk.getInt(4), chunk.get(8), chunk.get(9), chunk.get(12) == 1);
    boolean isKnown = chunk.get(10) == 0 && chunk.get(11) == 0 && (chunk.get(12) & 0xfe) == 0;
    if (!isKnown || !header.exists()) {
      throw new AssetException("the PNG has a color type or a bit depth that no PNG has");
    }
    return header;
  }

  private boolean exists() {
    return switch (type) {
      case GRAY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
      case INDEXED -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
      case COLOR, GRAY_ALPHA, 6 -> depth == 8 || depth == 16;
      default -> false;
    };
  }

  boolean isGray() {
    return type == GRAY || type == GRAY_ALPHA;
  }

  boolean isIndexed() {
    return type == INDEXED;
  }

  /**
   * The most bytes that the pixels inflate to, including a filter byte for each row of each pass.
   */
  long mostInflated() {
    int samples =
        switch (type) {
          case COLOR -> 3;
          case GRAY_ALPHA -> 2;
          case 6 -> 4;
          default -> 1;
        };
    long row = ((long) width * samples * depth + 7) / 8 + 8;
    return row * height + 8L * height + 64;
  }

  /**
   * The start of a file, up to its pixels, that the JDK reads correctly. Gray of less than eight
   * bits with a transparent value, which the JDK ignores, becomes a palette of the same depth; a
   * palette is padded to as many colors as its depth allows with its last color.
   */
  byte[] readable(byte[] palette, byte[] transparency) {
    boolean isKeyed = type == GRAY && depth < 8 && transparency.length == 2;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    ByteBuffer header = ByteBuffer.allocate(LENGTH).putInt(width).putInt(height);
    header.put((byte) depth).put((byte) (isKeyed ? INDEXED : type)).put((byte) 0).put((byte) 0);
    chunk(out, "IHDR", header.put((byte) (isInterlaced ? 1 : 0)).array());
    if (isKeyed) {
      chunk(out, "PLTE", grays());
      chunk(out, "tRNS", alphas(ByteBuffer.wrap(transparency).getShort()));
    } else if (type == INDEXED) {
      if (palette.length < 3) {
        throw new AssetException("the PNG has no palette");
      }
      chunk(out, "PLTE", filledUp(palette, 3, palette.length / 3));
      if (transparency.length > 0) {
        chunk(out, "tRNS", alphas(transparency, palette.length / 3));
      }
    } else if (transparency.length == (type == GRAY ? 2 : type == COLOR ? 6 : 0)
        && transparency.length > 0) {
      chunk(out, "tRNS", lowBits(transparency));
    }
    return out.toByteArray();
  }

  private byte[] grays() {
    int levels = 1 << depth;
    byte[] grays = new byte[3 * levels];
    for (int i = 0; i < grays.length; i++) {
      grays[i] = (byte) (i / 3 * 255 / (levels - 1));
    }
    return grays;
  }

  private byte[] alphas(int key) {
    byte[] alphas = new byte[1 << depth];
    for (int i = 0; i < alphas.length; i++) {
      alphas[i] = (byte) (i == key ? 0 : 255);
    }
    return alphas;
  }

  private byte[] alphas(byte[] given, int colors) {
    byte[] alphas = Arrays.copyOf(given, Math.max(colors, given.length));
    Arrays.fill(alphas, given.length, alphas.length, (byte) 255);
    return filledUp(alphas, 1, colors);
  }

  private byte[] filledUp(byte[] entries, int each, int colors) {
    int levels = 1 << depth;
    byte[] all = Arrays.copyOf(entries, each * levels);
    for (int i = Math.min(colors, levels) * each; i < all.length; i++) {
      all[i] = all[i - each];
    }
    return all;
  }

  /** Keeps the lower byte only for samples of eight bits. */
  private byte[] lowBits(byte[] key) {
    byte[] low = key.clone();
    for (int i = 0; depth == 8 && i < low.length; i += 2) {
      low[i] = 0;
    }
    return low;
  }

  static void chunk(ByteArrayOutputStream out, String name, byte[] body) {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(type);
    sum.update(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
    out.writeBytes(type);
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
