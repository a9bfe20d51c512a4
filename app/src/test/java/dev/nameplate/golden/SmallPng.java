package dev.nameplate.golden;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.nameplate.support.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture as a PNG (third edition) of few bytes that decodes to the very same pixels: with
 * a palette where there are at most 256 colors, and with the filter that comes out smallest.
 */
final class SmallPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int ADAPTIVE = 5;
  private static final int PALETTE = 3;
  private static final int RGB = 2;
  private static final int RGBA = 6;

  private final int width;
  private final int height;
  private final int[] argb;

  private SmallPng(BufferedImage picture) {
    width = picture.getWidth();
    height = picture.getHeight();
    argb = Pictures.argb(picture);
  }

  /** The file's bytes. */
  static byte[] write(BufferedImage picture) {
    return new SmallPng(picture).file();
  }

  private byte[] file() {
    Map<Integer, Integer> palette = palette();
    boolean opaque = Arrays.stream(argb).allMatch(pixel -> pixel >>> 24 == 0xff);
    int type = palette.size() <= 256 ? PALETTE : opaque ? RGB : RGBA;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk(out, "IHDR", header.put((byte) 8).put((byte) type).array());
    if (type == PALETTE) {
      colors(out, palette, opaque);
    }
    chunk(out, "IDAT", smallest(rows(type, palette), type));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Indices by color in the order they come; more than 256 entries where there are too many. */
  private Map<Integer, Integer> palette() {
    Map<Integer, Integer> indices = new LinkedHashMap<>();
    for (int pixel : argb) {
      indices.putIfAbsent(pixel, indices.size());
      if (indices.size() > 256) {
        break;
      }
    }
    return indices;
  }

  private static void colors(
      ByteArrayOutputStream out, Map<Integer, Integer> palette, boolean opaque) {
    ByteBuffer colors = ByteBuffer.allocate(3 * palette.size());
    ByteBuffer alphas = ByteBuffer.allocate(palette.size());
    for (int color : palette.keySet()) {
      colors.put((byte) (color >> 16)).put((byte) (color >> 8)).put((byte) color);
      alphas.put((byte) (color >>> 24));
    }
    chunk(out, "PLTE", colors.array());
    if (!opaque) {
      chunk(out, "tRNS", alphas.array());
    }
  }

  /** The rows without filters. */
  private byte[][] rows(int type, Map<Integer, Integer> palette) {
    byte[][] rows = new byte[height][];
    for (int y = 0; y < height; y++) {
      ByteBuffer row = ByteBuffer.allocate(width * bytes(type));
      for (int pixel : Arrays.copyOfRange(argb, y * width, (y + 1) * width)) {
        if (type == PALETTE) {
          row.put((byte) (int) palette.getOrDefault(pixel, 0));
        } else {
          row.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
        }
        if (type == RGBA) {
          row.put((byte) (pixel >>> 24));
        }
      }
      rows[y] = row.array();
    }
    return rows;
  }

  private static int bytes(int type) {
    return type == PALETTE ? 1 : type == RGB ? 3 : 4;
  }

  private static byte[] smallest(byte[][] rows, int type) {
    List<byte[]> candidates = new ArrayList<>();
    for (int filter = 0; filter <= ADAPTIVE; filter++) {
      byte[] filtered = filtered(rows, bytes(type), filter);
      candidates.add(deflated(filtered, Deflater.DEFAULT_STRATEGY));
      candidates.add(deflated(filtered, Deflater.FILTERED));
    }
    return candidates.stream().min((one, other) -> one.length - other.length).orElseThrow();
  }

  private static byte[] filtered(byte[][] rows, int pixel, int filter) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] above = new byte[rows[0].length];
    for (byte[] row : rows) {
      out.writeBytes(
          filter == ADAPTIVE ? flattest(row, above, pixel) : row(row, above, pixel, filter));
      above = row;
    }
    return out.toByteArray();
  }

  /** The row with the filter whose bytes lie nearest to zero. */
  private static byte[] flattest(byte[] row, byte[] above, int pixel) {
    byte[] best = row(row, above, pixel, 0);
    for (int filter = 1; filter < ADAPTIVE; filter++) {
      byte[] next = row(row, above, pixel, filter);
      best = sum(next) < sum(best) ? next : best;
    }
    return best;
  }

  private static long sum(byte[] row) {
    long sum = 0;
    for (int i = 1; i < row.length; i++) {
      sum += Math.abs(row[i]);
    }
    return sum;
  }

  private static byte[] row(byte[] row, byte[] above, int pixel, int filter) {
    byte[] out = new byte[row.length + 1];
    out[0] = (byte) filter;
    for (int i = 0; i < row.length; i++) {
      int left = i < pixel ? 0 : row[i - pixel] & 0xff;
      int corner = i < pixel ? 0 : above[i - pixel] & 0xff;
      out[i + 1] = (byte) (row[i] - predicted(filter, left, above[i] & 0xff, corner));
    }
    return out;
  }

  private static int predicted(int filter, int left, int up, int corner) {
    return switch (filter) {
      case 0 -> 0;
      case 1 -> left;
      case 2 -> up;
      case 3 -> (left + up) / 2;
      default -> paeth(left, up, corner);
    };
  }

  private static int paeth(int left, int up, int corner) {
    int estimate = left + up - corner;
    int toLeft = Math.abs(estimate - left);
    int toUp = Math.abs(estimate - up);
    int toCorner = Math.abs(estimate - corner);
    return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
  }

  private static byte[] deflated(byte[] data, int strategy) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setStrategy(strategy);
      deflater.setInput(data);
      deflater.finish();
      byte[] out = new byte[data.length + 1024];
      int length = 0;
      while (!deflater.finished()) {
        length += deflater.deflate(out, length, out.length - length);
      }
      return Arrays.copyOf(out, length);
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] typed =
        ByteBuffer.allocate(4 + data.length).put(type.getBytes(US_ASCII)).put(data).array();
    CRC32 crc = new CRC32();
    crc.update(typed);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(typed);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
