package dev.nameplate.asset.decode;

import java.awt.Rectangle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * Parses a GIF file (GIF89a) up to the pixels of its first frame. As in browsers the screen is
 * enlarged to contain that frame, its background is transparent, and colors beyond the table are
 * black.
 */
final class GifMetadata {
  private static final int HEADER = 13;
  private static final int EXTENSION = 0x21;
  private static final int CONTROL = 0xf9;
  private static final int FRAME = 0x2c;
  private static final int OPAQUE = 0xff000000;
  private static final int NONE = -1;

  private final ByteBuffer gif;
  private int at = HEADER;
  private int transparent = NONE;

  private GifMetadata(byte[] file) {
    this.gif = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads up to the first frame.
   *
   * @throws AssetException if there is none
   */
  static OpenedImage open(byte[] file) {
    try {
      return new GifMetadata(file).open();
    } catch (IndexOutOfBoundsException cut) {
      throw new AssetException("the GIF has no frame", cut);
    }
  }

  private OpenedImage open() {
    int[] colors = colors(gif.get(10));
    while (u8(at) == EXTENSION) {
      extension();
    }
    if (u8(at) != FRAME) {
      throw new AssetException("the GIF has no frame");
    }
    Rectangle frame = new Rectangle(u16(at + 1), u16(at + 3), u16(at + 5), u16(at + 7));
    if (frame.isEmpty()) {
      throw new AssetException("the first frame of the GIF is empty");
    }
    int flags = gif.get(at + 9);
    at += 10;
    int[] table = flags < 0 ? colors(flags) : colors;
    if (transparent != NONE) {
      table[transparent] = 0;
    }
    int width = Math.max(u16(6), frame.x + frame.width);
    int height = Math.max(u16(8), frame.y + frame.height);
    ImageMetadata metadata =
        ImageMetadata.whole(width, height, ExifOrientation.UPRIGHT, Optional.empty(), false);
    GifFrame place = new GifFrame(width, height, frame, (flags & 0x40) != 0);
    return new OpenedImage(metadata, new GifPixels(gif, at, table, place));
  }

  /** Reads a color table, padded to 256 entries, and moves after it. */
  private int[] colors(int flags) {
    int[] colors = new int[256];
    Arrays.fill(colors, OPAQUE);
    if ((flags & 0x80) != 0) {
      int count = 2 << (flags & 7);
      for (int i = 0; i < count; i++, at += 3) {
        colors[i] = OPAQUE | u8(at) << 16 | u8(at + 1) << 8 | u8(at + 2);
      }
    }
    return colors;
  }

  private void extension() {
    if (u8(at + 1) == CONTROL && u8(at + 2) >= 4) {
      transparent = (gif.get(at + 3) & 1) != 0 ? u8(at + 6) : NONE;
    }
    at += 2;
    while (u8(at) != 0) {
      at += 1 + u8(at);
    }
    at++;
  }

  private int u8(int index) {
    return gif.get(index) & 0xff;
  }

  private int u16(int index) {
    return gif.getShort(index) & 0xffff;
  }
}
