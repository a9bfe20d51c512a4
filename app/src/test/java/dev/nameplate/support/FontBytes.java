package dev.nameplate.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Font files (ISO/IEC 14496-22) made of the project's own. */
public final class FontBytes {
  private static final int HEADER = 12;
  private static final int ENTRY = 16;

  private FontBytes() {}

  /** A file below {@code fonts}. */
  public static byte[] shipped(String path) {
    try {
      return Files.readAllBytes(Path.of("fonts", path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A serif of a family of its own. */
  public static byte[] serif(String family) {
    return named(shipped("source-serif-4/SourceSerif4_400Regular.ttf"), family);
  }

  /** The same font of another family. */
  public static byte[] named(byte[] font, String family) {
    byte[] name = family.getBytes(StandardCharsets.UTF_16BE);
    ByteBuffer table = ByteBuffer.allocate(6 + 2 * 12 + name.length);
    table.putShort((short) 0).putShort((short) 2).putShort((short) (6 + 2 * 12));
    for (int number : new int[] {1, 4}) { // Its family and its full name, which the JDK needs.
      table.putShort((short) 3).putShort((short) 1).putShort((short) 0x409);
      table.putShort((short) number).putShort((short) name.length).putShort((short) 0);
    }
    table.put(name);
    int start = (font.length + 3) & ~3;
    byte[] longer = Arrays.copyOf(font, start + table.capacity());
    System.arraycopy(table.array(), 0, longer, start, table.capacity());
    ByteBuffer.wrap(longer).putInt(entry(longer, "name") + 8, start);
    ByteBuffer.wrap(longer).putInt(entry(longer, "name") + 12, table.capacity());
    return longer;
  }

  /** The same font, in which every glyph is empty. */
  public static byte[] withoutGlyphs(byte[] font) {
    byte[] empty = font.clone();
    ByteBuffer file = ByteBuffer.wrap(empty);
    int at = file.getInt(entry(empty, "loca") + 8);
    Arrays.fill(empty, at, at + file.getInt(entry(empty, "loca") + 12), (byte) 0);
    return empty;
  }

  /** The same font with another weight in its table OS/2. */
  public static byte[] weighing(byte[] font, int weight) {
    byte[] other = font.clone();
    ByteBuffer file = ByteBuffer.wrap(other);
    file.putShort(file.getInt(entry(other, "OS/2") + 8) + 4, (short) weight);
    return other;
  }

  private static int entry(byte[] font, String table) {
    ByteBuffer file = ByteBuffer.wrap(font);
    for (int at = HEADER; at < HEADER + ENTRY * file.getShort(4); at += ENTRY) {
      if (new String(font, at, 4, StandardCharsets.ISO_8859_1).equals(table)) {
        return at;
      }
    }
    throw new AssertionError("no table " + table);
  }
}
