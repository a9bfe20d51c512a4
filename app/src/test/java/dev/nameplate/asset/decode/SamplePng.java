package dev.nameplate.asset.decode;

import dev.nameplate.asset.PictureFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes PNGs of any color type and depth, sample by sample, in one pass or in Adam7's seven.
 *
 * @param type 0 for grays, 2 for colors, 3 for a palette, 4 and 6 for the first two with alpha
 */
record SamplePng(int width, int height, int type, int depth, boolean isInterlaced) {
  /** A sample of a pixel. */
  @FunctionalInterface
  interface Samples {
    int of(int x, int y, int channel);
  }

  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  /** A picture of some pixels in one row. */
  static byte[] row(int type, int depth, int[][] pixels, byte[]... chunks) {
    return new SamplePng(pixels.length, 1, type, depth, false)
        .bytes((x, y, channel) -> pixels[x][channel], chunks);
  }

  int channels() {
    return type == 2 ? 3 : type == 4 ? 2 : type == 6 ? 4 : 1;
  }

  /**
   * The file.
   *
   * @param chunks between the header and the pixels
   */
  byte[] bytes(Samples samples, byte[]... chunks) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) depth).put((byte) type).putShort((short) 0);
    header.put((byte) (isInterlaced ? 1 : 0));
    return PictureFiles.joined(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
        PictureFiles.pngChunk("IHDR", header.array()),
        PictureFiles.joined(chunks),
        PictureFiles.pngChunk("IDAT", deflated(rows(samples))),
        PictureFiles.pngChunk("IEND", new byte[0]));
  }

  private byte[] rows(Samples samples) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int[][] passes = isInterlaced ? PASSES : new int[][] {{0, 0, 1, 1}};
    for (int[] pass : passes) {
      for (int y = pass[1]; y < height && pass[0] < width; y += pass[3]) {
        out.write(0);
        row(samples, pass, y, out);
      }
    }
    return out.toByteArray();
  }

  private void row(Samples samples, int[] pass, int y, ByteArrayOutputStream out) {
    int word = 0;
    int bits = 0;
    for (int x = pass[0]; x < width; x += pass[2]) {
      for (int channel = 0; channel < channels(); channel++) {
        word = word << depth | samples.of(x, y, channel);
        bits += depth;
        while (bits >= 8) {
          bits -= 8;
          out.write(word >> bits);
        }
      }
    }
    if (bits > 0) {
      out.write(word << (8 - bits));
    }
  }

  static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
