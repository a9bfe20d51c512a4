package dev.nameplate.bench.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The parts of a PNG file that decide its length.
 *
 * @param width in pixels
 * @param height in pixels
 * @param colorType as in IHDR; all have eight bits for each sample
 * @param stream the data of all IDAT chunks, a zlib stream
 * @param chunks the number of IDAT chunks
 * @param length of the whole file
 */
@SuppressWarnings("ArrayRecordComponent") // Read in place, never compared.
record PngData(int width, int height, int colorType, byte[] stream, int chunks, int length) {
  private static final int CHUNK = 12;

  /** Reads a file of ours. */
  static PngData of(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).position(8);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    int chunks = 0;
    int[] header = new int[3];
    while (in.hasRemaining()) {
      byte[] data = new byte[in.getInt()];
      byte[] type = new byte[4];
      in.get(type).get(data).getInt();
      switch (new String(type, StandardCharsets.US_ASCII)) {
        case "IHDR" -> {
          ByteBuffer sizes = ByteBuffer.wrap(data);
          header = new int[] {sizes.getInt(), sizes.getInt(), data[9]};
        }
        case "IDAT" -> {
          stream.writeBytes(data);
          chunks++;
        }
        default -> {}
      }
    }
    return new PngData(header[0], header[1], header[2], stream.toByteArray(), chunks, file.length);
  }

  /** A row's bytes, filter type byte included. */
  int rowBytes() {
    int samples =
        switch (colorType) {
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 1;
        };
    return 1 + width * samples;
  }

  /** The filtered rows. */
  byte[] rows() {
    byte[] rows = new byte[rowBytes() * height];
    Inflater inflater = new Inflater();
    inflater.setInput(stream);
    try {
      int made = inflater.inflate(rows);
      if (made != rows.length) {
        throw new IllegalArgumentException(made + " bytes in place of " + rows.length);
      }
      return rows;
    } catch (DataFormatException e) {
      throw new IllegalArgumentException(e);
    } finally {
      inflater.end();
    }
  }

  /** The file's length if zlib had compressed the same rows at a level, in one chunk. */
  int withZlib(byte[] zlib) {
    return length - stream.length - CHUNK * chunks + zlib.length + CHUNK;
  }

  /** Rows compressed by zlib. */
  static byte[] zlib(byte[] rows, int level) {
    Deflater deflater = new Deflater(level);
    deflater.setInput(rows);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(some, 0, deflater.deflate(some));
    }
    deflater.end();
    return out.toByteArray();
  }
}
