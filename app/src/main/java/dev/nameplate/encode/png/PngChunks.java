package dev.nameplate.encode.png;

import dev.nameplate.encode.deflate.AdlerChecksum;
import dev.nameplate.geometry.Size;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes the chunks of a PNG file (PNG 3rd edition, sections 5 and 11). */
final class PngChunks {
  /** Offset of a chunk's data, after its length and type. */
  static final int DATA = 8;

  private static final int CRC = 4;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** RFC 1950: deflate with a window of 32 KiB, no dictionary. */
  private static final byte[] ZLIB_HEADER = {0x78, 0x01};

  /** RFC 1951: the last block, with fixed codes, holding only its end. */
  private static final byte[] LAST_BLOCK = {0x03, 0x00};

  private static final byte[] PERCEPTUAL = {0};

  private PngChunks() {}

  /** A chunk with the first bytes of an array as data. */
  static byte[] chunk(String type, byte[] data, int length) {
    byte[] chunk = new byte[DATA + length + CRC];
    System.arraycopy(data, 0, chunk, DATA, length);
    return finished(type, chunk);
  }

  /**
   * A chunk whose data has space for its length and type before it.
   *
   * @param array has the data from {@link #DATA} on
   * @param size index after the last byte of data
   */
  static byte[] framed(String type, byte[] array, int size) {
    byte[] chunk = new byte[size + CRC];
    System.arraycopy(array, DATA, chunk, DATA, size - DATA);
    return finished(type, chunk);
  }

  private static byte[] finished(String type, byte[] chunk) {
    int behind = chunk.length - CRC;
    ByteBuffer.wrap(chunk).putInt(behind - DATA).put(type.getBytes(StandardCharsets.US_ASCII));
    CRC32 crc = new CRC32();
    crc.update(chunk, DATA - 4, behind - DATA + 4);
    ByteBuffer.wrap(chunk).putInt(behind, (int) crc.getValue());
    return chunk;
  }

  /** The file up to the first strip: signature, header chunks and the zlib header. */
  static byte[] head(Size size, PngColor color) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.writeBytes(SIGNATURE);
    head.writeBytes(chunk("IHDR", header(size, color)));
    head.writeBytes(chunk("sRGB", PERCEPTUAL));
    if (color instanceof PngColor.Indexed indexed) {
      head.writeBytes(chunk("PLTE", entries(indexed.palette())));
      byte[] alphas = alphas(indexed.palette());
      if (alphas.length > 0) {
        head.writeBytes(chunk("tRNS", alphas));
      }
    }
    head.writeBytes(chunk("IDAT", ZLIB_HEADER));
    return head.toByteArray();
  }

  /** The file after the last strip: the end of the zlib stream, its checksum, and IEND. */
  static byte[] tail(AdlerChecksum sum) {
    byte[] end = ByteBuffer.allocate(6).put(LAST_BLOCK).putInt(sum.value()).array();
    byte[] idat = chunk("IDAT", end);
    byte[] iend = chunk("IEND", new byte[0]);
    return ByteBuffer.allocate(idat.length + iend.length).put(idat).put(iend).array();
  }

  private static byte[] chunk(String type, byte[] data) {
    return chunk(type, data, data.length);
  }

  private static byte[] header(Size size, PngColor color) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(size.width()).putInt(size.height());
    return header.put((byte) 8).put((byte) color.type()).array();
  }

  private static byte[] entries(Palette palette) {
    ByteBuffer entries = ByteBuffer.allocate(3 * palette.count());
    for (int i = 0; i < palette.count(); i++) {
      int argb = palette.color(i);
      entries.put((byte) (argb >> 16)).put((byte) (argb >> 8)).put((byte) argb);
    }
    return entries.array();
  }

  /** The alphas up to the last one that is not opaque; missing entries are opaque. */
  private static byte[] alphas(Palette palette) {
    int count = palette.count();
    while (count > 0 && palette.color(count - 1) >>> 24 == 0xff) {
      count--;
    }
    byte[] alphas = new byte[count];
    for (int i = 0; i < count; i++) {
      alphas[i] = (byte) (palette.color(i) >>> 24);
    }
    return alphas;
  }
}
