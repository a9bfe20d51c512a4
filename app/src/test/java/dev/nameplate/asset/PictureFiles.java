package dev.nameplate.asset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Files of pictures, made for tests: true ones, and such as claim more than they hold. */
public final class PictureFiles {
  private PictureFiles() {}

  /** A picture of one color by the platform's writer of a format. */
  public static byte[] plain(String format, int width, int height, Color color) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return written(format, picture);
  }

  /** A picture in a format. */
  public static byte[] written(String format, BufferedImage picture) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return file.toByteArray();
  }

  /**
   * A lossless WebP of one color (RFC 9649, section 3): five codes of one symbol each, so that its
   * pixels take no bits at all, however many.
   */
  public static byte[] webp(int width, int height, Color color) {
    Bits bits = new Bits();
    bits.add(0x2f, 8);
    bits.add(width - 1, 14);
    bits.add(height - 1, 14);
    bits.add(0, 1 + 3 + 1 + 1 + 1);
    for (int symbol : new int[] {color.getGreen(), color.getRed(), color.getBlue(), 255}) {
      bits.add(0b101, 3);
      bits.add(symbol, 8);
    }
    bits.add(0b0001, 4);
    return riff(chunk("VP8L", bits.bytes()));
  }

  /** A WebP file of chunks. */
  public static byte[] riff(byte[]... chunks) {
    byte[] body = joined(chunks);
    return joined(ascii("RIFF"), little(4 + body.length), ascii("WEBP"), body);
  }

  /** A chunk of a WebP file, with its padding. */
  public static byte[] chunk(String name, byte[] body) {
    return joined(ascii(name), little(body.length), body, new byte[body.length & 1]);
  }

  /** A PNG of zeros, in grays of a bit each: up to a thousand times smaller than its pixels. */
  public static byte[] blankPng(int width, int height) {
    return png(width, height, 0, deflated((width + 7L) / 8 + 1, height));
  }

  /**
   * A PNG file.
   *
   * @param colorType 0 for gray of one bit, 2 for colors of eight
   * @param before chunks between its header and its pixels
   */
  public static byte[] png(int width, int height, int colorType, byte[] pixels, byte[]... before) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) (colorType == 0 ? 1 : 8)).put((byte) colorType);
    return joined(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
        pngChunk("IHDR", header.array()),
        joined(before),
        pngChunk("IDAT", pixels),
        pngChunk("IEND", new byte[0]));
  }

  /** A chunk of a PNG file, with its sum. */
  public static byte[] pngChunk(String name, byte[] body) {
    CRC32 sum = new CRC32();
    sum.update(ascii(name));
    sum.update(body);
    return joined(big(body.length), ascii(name), body, big((int) sum.getValue()));
  }

  /** So many rows of zeros, deflated. */
  public static byte[] deflated(long row, long rows) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
      byte[] zeros = new byte[1 << 16];
      for (long left = row * rows; left > 0; left -= zeros.length) {
        out.write(zeros, 0, (int) Math.min(left, zeros.length));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  /** A JPEG with a segment right behind its start. */
  public static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
    byte[] head = {(byte) 0xff, (byte) marker};
    byte[] length = {(byte) ((body.length + 2) >> 8), (byte) (body.length + 2)};
    return joined(
        Arrays.copyOf(jpeg, 2), head, length, body, Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /** EXIF that says how the camera was held and nothing else. */
  public static byte[] exif(int orientation, ByteOrder order) {
    ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
    tiff.put(ascii(order == ByteOrder.BIG_ENDIAN ? "MM" : "II")).putShort((short) 42).putInt(8);
    tiff.putShort((short) 1).putShort((short) 0x112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
    return tiff.array();
  }

  /**
   * A progressive JPEG of one gray component whose scans each cost the work of the whole picture:
   * nothing but runs of empty blocks, behind one of gray.
   */
  public static byte[] manyScans(int side, int scans) {
    byte[] tables = new byte[64];
    Arrays.fill(tables, (byte) 1);
    ByteBuffer frame = ByteBuffer.allocate(9).put((byte) 8);
    frame.putShort((short) side).putShort((short) side).put(new byte[] {1, 1, 0x11, 0});
    // One code of one bit: a run of 16,384 blocks and as many as the next 14 bits say.
    byte[] code = new byte[18];
    code[0] = 0x10;
    code[1] = 1;
    code[17] = (byte) 0xe0;
    long blocks = (long) ((side + 7) / 8) * ((side + 7) / 8);
    Bits runs = new Bits();
    for (long left = blocks; left > 0; left -= 1 << 14) {
      runs.addHighFirst(0, 15);
    }
    byte[] scan = joined(segment(0xda, new byte[] {1, 1, 0, 1, 63, 0}), runs.stuffed());
    // One code of one bit for a first coefficient like the one before: bits of 0 for all blocks.
    byte[] first = new byte[18];
    first[1] = 1;
    byte[] head =
        joined(
            new byte[] {(byte) 0xff, (byte) 0xd8},
            segment(0xdb, joined(new byte[] {0}, tables)),
            segment(0xc2, frame.array()),
            segment(0xc4, first),
            segment(0xc4, code),
            segment(0xda, new byte[] {1, 1, 0, 0, 0, 0}),
            new byte[(int) ((blocks + 7) / 8)]);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(head);
    for (int i = 0; i < scans; i++) {
      file.writeBytes(scan);
    }
    file.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
    return file.toByteArray();
  }

  /** A JPEG's segment. */
  public static byte[] segment(int marker, byte[] body) {
    return joined(
        new byte[] {
          (byte) 0xff, (byte) marker, (byte) ((body.length + 2) >> 8), (byte) (body.length + 2)
        },
        body);
  }

  /** Bytes one behind the other. */
  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Text as bytes. */
  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] little(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static byte[] big(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  /** Bits into bytes. */
  private static final class Bits {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int word;
    private int count;

    /** The lowest first, as WebP has them. */
    void add(int value, int bits) {
      for (int i = 0; i < bits; i++) {
        word |= (value >> i & 1) << count;
        next();
      }
    }

    /** The highest first, as JPEG has them. */
    void addHighFirst(int value, int bits) {
      for (int i = bits - 1; i >= 0; i--) {
        word |= (value >> i & 1) << (7 - count);
        next();
      }
    }

    private void next() {
      count++;
      if (count == 8) {
        bytes.write(word);
        word = 0;
        count = 0;
      }
    }

    byte[] bytes() {
      while (count > 0) {
        next();
      }
      return bytes.toByteArray();
    }

    /** Filled up with ones, as a scan ends. */
    byte[] stuffed() {
      while (count > 0) {
        addHighFirst(1, 1);
      }
      return bytes.toByteArray();
    }
  }
}
