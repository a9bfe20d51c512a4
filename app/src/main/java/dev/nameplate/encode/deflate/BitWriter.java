package dev.nameplate.encode.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes bits into bytes from the least significant bit upwards (RFC 1951, section 3.1.1). For one
 * thread at a time.
 */
public final class BitWriter {
  /** Bytes after the last one that a reader of bits may access. */
  static final int SLACK = 8;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int STEP = 56;

  private static final int MOST_BEFORE_ENTRY = Long.SIZE - 48;

  private byte[] bytes = new byte[1 << 12];
  private int full;
  private long held;
  private int bits;

  /**
   * Discards everything and starts again.
   *
   * @param skipped bytes at the start of {@link #array} to leave to the caller, 0 or more; their
   *     values are arbitrary
   */
  public void restart(int skipped) {
    ensure(skipped);
    full = skipped;
    held = 0;
    bits = 0;
  }

  /** Ensures capacity for so many more bytes, 0 or more; the buffer may become a new array. */
  public void ensure(int more) {
    if (full + more + 2 * SLACK > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, full + more + 2 * SLACK));
    }
  }

  /**
   * Writes bits; the caller ensures the capacity.
   *
   * @param value without bits above {@code length}
   * @param length 0 to 32
   */
  void put(int value, int length) {
    held |= (value & 0xffffffffL) << bits;
    spill(bits + length);
  }

  /**
   * Writes tokens; the caller ensures a capacity of eight bytes for each.
   *
   * @param tokens in the form of {@link Lz77Tokens}
   * @param from index of the first token
   * @param to index after the last token
   * @param code that has a symbol for every token
   */
  public void put(int[] tokens, int from, int to, DeflateCode code) {
    long[] table = code.table();
    long buffer = held;
    int filled = bits;
    int at = full;
    for (int i = from; i < to; i++) {
      int token = tokens[i];
      long entry = Lz77Tokens.isMatch(token) ? code.match(token) : table[token];
      buffer |= (entry & DeflateCode.BITS) << filled;
      filled += (int) (entry >>> DeflateCode.LENGTH_SHIFT);
      if (filled > MOST_BEFORE_ENTRY) {
        LONG.set(bytes, at, buffer);
        at += filled >>> 3;
        buffer = filled == Long.SIZE ? 0 : buffer >>> (filled & ~7);
        filled &= 7;
      }
    }
    full = at;
    held = buffer;
    bits = 0;
    spill(filled);
  }

  /**
   * Appends bits of another array, and ensures the capacity for them.
   *
   * @param from an array with at least {@link #SLACK} bytes after the last bit; not changed
   * @param start index of the first bit
   * @param end index after the last bit
   */
  public void copy(byte[] from, long start, long end) {
    ensure((int) ((end - start) >>> 3) + SLACK);
    long at = start;
    while (at + STEP <= end) {
      held |= (peek(from, at) & ((1L << STEP) - 1)) << bits;
      spill(bits + STEP);
      at += STEP;
    }
    int rest = (int) (end - at);
    held |= (peek(from, at) & ((1L << rest) - 1)) << bits;
    spill(bits + rest);
  }

  /** Fills the last byte with zero bits. */
  void align() {
    spill((bits + 7) & ~7);
  }

  /** The number of bits written, those of skipped bytes included. */
  public long length() {
    return 8L * full + bits;
  }

  /** The number of complete bytes, skipped ones included. */
  public int size() {
    return full;
  }

  /**
   * The buffer itself, not a copy; valid up to {@link #size} and until the next call of a method
   * that writes.
   */
  public byte[] array() {
    return bytes;
  }

  /**
   * Fills the last byte with zero bits and copies all bytes.
   *
   * @return the bytes, skipped ones included, and {@link #SLACK} zero bytes after them, in a new
   *     array that the caller owns
   */
  public byte[] toPaddedArray() {
    align();
    byte[] copy = new byte[full + SLACK];
    System.arraycopy(bytes, 0, copy, 0, full);
    return copy;
  }

  /** At least 57 bits from an index on. */
  private static long peek(byte[] from, long bit) {
    return (long) LONG.get(from, (int) (bit >>> 3)) >>> (bit & 7);
  }

  private void spill(int filled) {
    LONG.set(bytes, full, held);
    full += filled >>> 3;
    held = filled >= 64 ? 0 : held >>> (filled & ~7);
    bits = filled & 7;
  }
}
