package dev.nameplate.asset.decode;

import java.nio.ByteBuffer;

/** Decompresses the image data of a GIF's frame (LZW, GIF89a appendix F). */
final class LzwReader {
  private static final int MOST_BITS = 12;
  private static final int MOST_CODES = 1 << MOST_BITS;

  private final ByteBuffer gif;
  private final int minimum;
  private final int clear;
  private final short[] prefix = new short[MOST_CODES];
  private final byte[] suffix = new byte[MOST_CODES];
  private final byte[] stack = new byte[MOST_CODES + 1];

  private int at;
  private int blockLeft;
  private int word;
  private int bits;
  private int width;
  private int next;
  private int before;
  private int first;
  private int depth;
  private boolean isOver;

  /**
   * @param at the index of the image data, at the LZW minimum code size
   * @throws AssetException if the minimum code size is not 1 to 8
   */
  LzwReader(ByteBuffer gif, int at) {
    this.gif = gif;
    this.at = at + 1;
    this.minimum = at < gif.limit() ? gif.get(at) : 0;
    if (minimum < 1 || minimum > 8) {
      throw new AssetException("the GIF is damaged (its codes have no size)");
    }
    this.clear = 1 << minimum;
    for (int i = 0; i < clear; i++) {
      suffix[i] = (byte) i;
    }
    restart();
  }

  /**
   * Fills a row with color indexes; false if the data ends or is invalid before the row is full.
   */
  boolean read(byte[] row) {
    int filled = 0;
    while (filled < row.length) {
      if (depth == 0 && !decode()) {
        return false;
      }
      int some = Math.min(depth, row.length - filled);
      for (int i = 0; i < some; i++) {
        row[filled++] = stack[--depth];
      }
    }
    return true;
  }

  private void restart() {
    width = minimum + 1;
    next = clear + 2;
    before = -1;
  }

  /** Pushes the color indexes of one code onto the stack, the first on top. */
  private boolean decode() {
    int code = code();
    while (code == clear) {
      restart();
      code = code();
    }
    if (isOver || code == clear + 1 || code > next || (code == next && before < 0)) {
      isOver = true;
      return false;
    }
    if (before < 0 && code >= clear) {
      isOver = true;
      return false;
    }
    int chain = code;
    if (code == next) {
      stack[depth++] = (byte) first;
      chain = before;
    }
    while (chain >= clear) {
      stack[depth++] = suffix[chain];
      chain = prefix[chain];
    }
    first = suffix[chain] & 0xff;
    stack[depth++] = (byte) first;
    addEntry();
    before = code;
    return true;
  }

  private void addEntry() {
    if (before < 0 || next >= MOST_CODES) {
      return;
    }
    prefix[next] = (short) before;
    suffix[next] = (byte) first;
    next++;
    if (next == 1 << width && width < MOST_BITS) {
      width++;
    }
  }

  private int code() {
    while (bits < width) {
      if (blockLeft == 0) {
        blockLeft = at < gif.limit() ? gif.get(at++) & 0xff : 0;
        if (blockLeft == 0) {
          isOver = true;
          return clear + 1;
        }
      }
      if (at >= gif.limit()) {
        isOver = true;
        return clear + 1;
      }
      word |= (gif.get(at++) & 0xff) << bits;
      blockLeft--;
      bits += 8;
    }
    int code = word & (1 << width) - 1;
    word >>>= width;
    bits -= width;
    return code;
  }
}
