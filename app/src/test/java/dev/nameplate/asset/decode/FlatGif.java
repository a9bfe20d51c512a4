package dev.nameplate.asset.decode;

import dev.nameplate.asset.PictureFiles;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Writes GIFs without packing: before each index the table of codes is emptied.
 *
 * @param screen width and height
 * @param frame left, top, width and height
 * @param indexes row by row, in the order of the file
 * @param transparent which index is
 * @param colors four, or none
 * @param isLocal whether the colors stand with the frame and not with the screen
 * @param isInterlaced what the frame says of its rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FlatGif(
    int[] screen,
    int[] frame,
    int[] indexes,
    Optional<Integer> transparent,
    int[] colors,
    boolean isLocal,
    boolean isInterlaced) {
  static final int[] COLORS = {0xff0000, 0x00ff00, 0x0000ff, 0x090909};

  static FlatGif of(int[] screen, int[] frame, int... indexes) {
    return new FlatGif(screen, frame, indexes, Optional.empty(), COLORS, false, false);
  }

  FlatGif transparent(int index) {
    return new FlatGif(screen, frame, indexes, Optional.of(index), colors, isLocal, isInterlaced);
  }

  FlatGif withoutColors() {
    return new FlatGif(screen, frame, indexes, transparent, new int[0], isLocal, isInterlaced);
  }

  FlatGif local() {
    return new FlatGif(screen, frame, indexes, transparent, colors, true, isInterlaced);
  }

  FlatGif interlaced() {
    return new FlatGif(screen, frame, indexes, transparent, colors, isLocal, true);
  }

  /** The file. */
  byte[] bytes() {
    boolean isGlobal = colors.length > 0 && !isLocal;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PictureFiles.ascii("GIF89a"));
    out.writeBytes(shorts(screen));
    out.writeBytes(new byte[] {(byte) (isGlobal ? 0x81 : 0), 1, 0});
    if (isGlobal) {
      out.writeBytes(table());
    }
    transparent.ifPresent(
        index -> out.writeBytes(new byte[] {0x21, (byte) 0xf9, 4, 1, 0, 0, index.byteValue(), 0}));
    out.write(',');
    out.writeBytes(shorts(frame));
    out.write((isLocal ? 0x81 : 0) | (isInterlaced ? 0x40 : 0));
    if (isLocal) {
      out.writeBytes(table());
    }
    data(out);
    out.write(0);
    out.write(';');
    return out.toByteArray();
  }

  private void data(ByteArrayOutputStream out) {
    byte[] nibbles = new byte[indexes.length + 1];
    for (int i = 0; i < indexes.length; i++) {
      nibbles[i] = (byte) (8 | indexes[i] << 4);
    }
    nibbles[indexes.length] = 9;
    out.write(3);
    for (int at = 0; at < nibbles.length; at += 255) {
      int some = Math.min(255, nibbles.length - at);
      out.write(some);
      out.write(nibbles, at, some);
    }
  }

  private byte[] table() {
    ByteBuffer table = ByteBuffer.allocate(3 * colors.length);
    for (int color : colors) {
      table.put((byte) (color >> 16)).put((byte) (color >> 8)).put((byte) color);
    }
    return table.array();
  }

  private static byte[] shorts(int[] values) {
    ByteBuffer out = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      out.putShort((short) value);
    }
    return out.array();
  }
}
