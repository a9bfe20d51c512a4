package dev.nameplate.encode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG (third edition), eight bits a channel.
 *
 * <p>Its pixels are one zlib stream (RFC 1950). Each strip is a deflate run of its own (RFC 1951)
 * that starts without a window and ends with a sync flush, so on a byte, in an IDAT chunk of its
 * own; and its first row uses a filter that does not look at the row above. So strips can be joined
 * in any mix, and the whole's Adler-32 is computed from theirs.
 */
public final class PngEncoder implements Encoder {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** A zlib header: deflate, 32 KiB window, no dictionary; then its check bits. */
  private static final byte[] ZLIB_HEADER = {0x78, (byte) 0xda};

  /** An empty last block with fixed codes. */
  private static final byte[] LAST_BLOCK = {0x03, 0x00};

  private static final int QUICK_LEVEL = 4;
  private static final int BEST_LEVEL = 6;

  @Override
  public Format format() {
    return Format.PNG;
  }

  @Override
  public StripStore prepare(BufferedImage base, Effort effort) {
    PixelRows rows = new PixelRows(base);
    List<StripStore.Strip> strips = new ArrayList<>();
    for (int top = 0; top < base.getHeight(); top += STRIP_ROWS) {
      strips.add(
          effort == Effort.BEST ? best(rows, top) : packed(rows, top, PngFilter.UP, QUICK_LEVEL));
    }
    return new StripStore(head(base.getWidth(), base.getHeight(), rows.hasAlpha()), strips);
  }

  @Override
  public EncodedPicture encode(StripStore base, BufferedImage picture, BitSet changed) {
    PixelRows rows = new PixelRows(picture);
    List<byte[]> parts = new ArrayList<>();
    parts.add(base.head());
    Adler32Sum sum = new Adler32Sum();
    for (int index = 0; index < base.strips().size(); index++) {
      StripStore.Strip stored = base.strips().get(index);
      StripStore.Strip strip =
          changed.get(index)
              ? packed(rows, index * STRIP_ROWS, stored.filter(), QUICK_LEVEL)
              : stored;
      parts.add(strip.bytes());
      sum.append(strip.checksum(), strip.length());
    }
    ByteArrayOutputStream end = new ByteArrayOutputStream();
    end.writeBytes(
        chunk("IDAT", ByteBuffer.allocate(6).put(LAST_BLOCK).putInt(sum.value()).array(), 6));
    end.writeBytes(chunk("IEND", new byte[0], 0));
    parts.add(end.toByteArray());
    return new EncodedPicture(parts);
  }

  /** A strip with the filter that leaves the fewest bytes. */
  private static StripStore.Strip best(PixelRows rows, int top) {
    StripStore.Strip best = packed(rows, top, PngFilter.NONE, BEST_LEVEL);
    for (PngFilter filter : List.of(PngFilter.UP, PngFilter.PAETH)) {
      StripStore.Strip next = packed(rows, top, filter, BEST_LEVEL);
      best = next.bytes().length < best.bytes().length ? next : best;
    }
    return best;
  }

  private static StripStore.Strip packed(PixelRows rows, int top, PngFilter filter, int level) {
    byte[] filtered = rows.filtered(top, filter == PngFilter.NONE ? filter : PngFilter.SUB, filter);
    Deflater deflater = new Deflater(level, true);
    try {
      deflater.setInput(filtered);
      byte[] packed = new byte[filtered.length + filtered.length / 100 + 64];
      int length = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
      Adler32 checksum = new Adler32();
      checksum.update(filtered);
      return new StripStore.Strip(
          chunk("IDAT", packed, length), (int) checksum.getValue(), filtered.length, filter);
    } finally {
      deflater.end();
    }
  }

  private static byte[] head(int width, int height, boolean alpha) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.writeBytes(SIGNATURE);
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) 8)
            .put((byte) (alpha ? 6 : 2))
            .array();
    head.writeBytes(chunk("IHDR", header, header.length));
    head.writeBytes(chunk("sRGB", new byte[] {0}, 1));
    head.writeBytes(chunk("IDAT", ZLIB_HEADER, ZLIB_HEADER.length));
    return head.toByteArray();
  }

  private static byte[] chunk(String type, byte[] data, int length) {
    CRC32 crc = new CRC32();
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    crc.update(name);
    crc.update(data, 0, length);
    return ByteBuffer.allocate(length + 12)
        .putInt(length)
        .put(name)
        .put(data, 0, length)
        .putInt((int) crc.getValue())
        .array();
  }
}
