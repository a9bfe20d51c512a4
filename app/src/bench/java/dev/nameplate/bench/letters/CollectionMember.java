package dev.nameplate.bench.letters;

import java.nio.ByteBuffer;

/**
 * A font out of a collection (OpenType, "Font collections") as a file of its own, since browsers do
 * not take collections.
 */
final class CollectionMember {
  private static final int HEADER = 12;
  private static final int ENTRY = 16;

  private CollectionMember() {}

  /**
   * Returns the file of one font.
   *
   * @param collection not changed
   * @param member from 0
   */
  static byte[] of(byte[] collection, int member) {
    ByteBuffer in = ByteBuffer.wrap(collection);
    int start = in.getInt(HEADER + 4 * member);
    int tables = Short.toUnsignedInt(in.getShort(start + 4));
    int directory = HEADER + ENTRY * tables;
    int length = directory;
    for (int table = 0; table < tables; table++) {
      length += padded(in.getInt(start + HEADER + ENTRY * table + 12));
    }
    ByteBuffer out = ByteBuffer.allocate(length);
    out.put(collection, start, directory);
    int at = directory;
    for (int table = 0; table < tables; table++) {
      int entry = HEADER + ENTRY * table;
      int size = in.getInt(start + entry + 12);
      out.position(at);
      out.put(collection, in.getInt(start + entry + 8), size);
      out.putInt(entry + 8, at);
      at += padded(size);
    }
    return out.array();
  }

  private static int padded(int size) {
    return (size + 3) & ~3;
  }
}
