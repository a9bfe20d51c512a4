package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;

/**
 * PNG's filter types of method 0 (PNG 3rd edition, section 9.2): each byte is replaced by its
 * difference from a prediction made of the bytes to the left, above, and above left, which are 0
 * outside the picture.
 *
 * <p>A pixel's bytes are in one int, the first in the lowest eight bits, and are computed in
 * parallel. The loops are simple, so that the JIT can vectorize them.
 */
enum ScanlineFilter {
  NONE(0) {
    @Override
    void fill(int[] row, int[] above, Span span, int[] out, int to) {
      System.arraycopy(row, span.from() + 1, out, to, span.length());
    }
  },
  SUB(1) {
    @Override
    void fill(int[] row, int[] above, Span span, int[] out, int to) {
      int from = span.from();
      int length = span.length();
      for (int i = 0; i < length; i++) {
        out[to + i] = minus(row[from + i + 1], row[from + i]);
      }
    }
  },
  UP(2) {
    @Override
    void fill(int[] row, int[] above, Span span, int[] out, int to) {
      int from = span.from() + 1;
      int length = span.length();
      for (int i = 0; i < length; i++) {
        out[to + i] = minus(row[from + i], above[from + i]);
      }
    }
  },
  AVERAGE(3) {
    @Override
    void fill(int[] row, int[] above, Span span, int[] out, int to) {
      int from = span.from();
      int length = span.length();
      for (int i = 0; i < length; i++) {
        out[to + i] = minus(row[from + i + 1], mean(row[from + i], above[from + i + 1]));
      }
    }
  },
  PAETH(4) {
    @Override
    void fill(int[] row, int[] above, Span span, int[] out, int to) {
      int from = span.from();
      int length = span.length();
      for (int i = 0; i < length; i++) {
        int guess = nearest(row[from + i], above[from + i + 1], above[from + i]);
        out[to + i] = minus(row[from + i + 1], guess);
      }
    }
  };

  private static final int HIGH = 0x80808080;
  private static final int BYTE = 0xff;

  private final byte type;

  ScanlineFilter(int type) {
    this.type = (byte) type;
  }

  /**
   * The filter of a type.
   *
   * @throws IllegalArgumentException if there is none
   */
  static ScanlineFilter ofType(int type) {
    for (ScanlineFilter filter : values()) {
      if (filter.type == type) {
        return filter;
      }
    }
    throw new IllegalArgumentException("PNG has no filter of type " + type);
  }

  /** Whether the prediction uses the row above. */
  boolean usesRowAbove() {
    return type >= 2;
  }

  /** The filter type byte. */
  byte type() {
    return type;
  }

  /**
   * Filters part of a row.
   *
   * @param row its pixels from index 1 on, 0 before them
   * @param above the row above in the same way; all zeros above the first
   * @param span the columns to filter, from 0
   * @param out receives the differences from {@code to} on
   */
  abstract void fill(int[] row, int[] above, Span span, int[] out, int to);

  /** The differences of four pairs of bytes, without borrowing from each other. */
  static int minus(int a, int b) {
    return ((a | HIGH) - (b & ~HIGH)) ^ ((a ^ ~b) & HIGH);
  }

  /** The means of four pairs of bytes, rounded down. */
  private static int mean(int a, int b) {
    return (a & b) + (((a ^ b) & 0xfefefefe) >>> 1);
  }

  private static int nearest(int left, int up, int corner) {
    int guess = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      int byteOfGuess =
          nearestByte(left >>> shift & BYTE, up >>> shift & BYTE, corner >>> shift & BYTE);
      guess |= byteOfGuess << shift;
    }
    return guess;
  }

  /** The Paeth predictor; ties go to the left, then to the row above. */
  private static int nearestByte(int left, int up, int corner) {
    int toLeft = Math.abs(up - corner);
    int toUp = Math.abs(left - corner);
    int toCorner = Math.abs(left + up - 2 * corner);
    int upOrCorner = toUp <= toCorner ? up : corner;
    return toLeft <= toUp && toLeft <= toCorner ? left : upOrCorner;
  }
}
