package dev.nameplate.encode.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes filled from the least significant bit upwards, as deflate has them (RFC 1951, section
 * 3.1.1). Grows as needed. For one thread at a time.
 */
public final class BitWriter {
  /** Bytes that a reader of bits may look at behind the last one. */
  static final int SLACK = 8;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int STEP = 56;

  private static final int MOST_BEFORE_ENTRY = Long.SIZE - 48;

  private byte[] bytes = new byte[1 << 12];
  private int full;
  private long held;
  private int bits;

  /** Begins anew behind some bytes that are left as they are. */
  public void restart(int skipped) {
    ensure(skipped);
    full = skipped;
    held = 0;
    bits = 0;
  }

  /** Makes room, so that so many more bytes can be put. */
  public void ensure(int more) {
    if (full + more + 2 * SLACK > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, full + more + 2 * SLACK));
    }
  }

  /**
   * Puts bits; there must be room.
   *
   * @param value without bits above {@code length}
   * @param length 0 to 32
   */
  void put(int value, int length) {
    held |= (value & 0xffffffffL) << bits;
    spill(bits + length);
  }

  /**
   * Puts tokens, one after the other; there must be room for eight bytes each.
   *
   * @param from the first of the tokens
   * @param to behind the last
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

  /** Copies bits of another array, which goes on for {@link #SLACK} bytes behind them. */
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

  /** Fills up the last byte with zeros. */
  void align() {
    spill((bits + 7) & ~7);
  }

  /** How many bits there are, those skipped at the start among them. */
  public long length() {
    return 8L * full + bits;
  }

  /** Bytes put in full. */
  public int size() {
    return full;
  }

  /** The bytes in the making; only those below {@link #size} stand. */
  public byte[] array() {
    return bytes;
  }

  /** A copy of all bits, the last byte filled up, with {@link #SLACK} more bytes. */
  public byte[] toPaddedArray() {
    align();
    byte[] copy = new byte[full + SLACK];
    System.arraycopy(bytes, 0, copy, 0, full);
    return copy;
  }

  /** At least 57 bits from a place on. */
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
