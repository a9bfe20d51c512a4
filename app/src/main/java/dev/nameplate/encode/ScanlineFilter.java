package dev.nameplate.encode;

/**
 * PNG's filter types of method 0 (PNG 3rd edition, section 9.2): each byte is replaced by its
 * difference from a guess made of the bytes to the left, above, and above left. Outside the picture
 * those are 0.
 *
 * <p>Rows are given with as many zeros before them as a pixel has bytes, so that no place needs
 * care of its own; the loops are kept plain, so that the JIT can vectorise them.
 */
enum ScanlineFilter {
  NONE(0) {
    @Override
    void fill(byte[] row, byte[] above, int pixel, Span span, byte[] out, int to) {
      System.arraycopy(row, span.from() + pixel, out, to, span.length());
    }
  },
  SUB(1) {
    @Override
    void fill(byte[] row, byte[] above, int pixel, Span span, byte[] out, int to) {
      int from = span.from();
      int length = span.length();
      for (int i = 0; i < length; i++) {
        out[to + i] = (byte) (row[from + pixel + i] - row[from + i]);
      }
    }
  },
  UP(2) {
    @Override
    void fill(byte[] row, byte[] above, int pixel, Span span, byte[] out, int to) {
      int from = span.from() + pixel;
      int length = span.length();
      for (int i = 0; i < length; i++) {
        out[to + i] = (byte) (row[from + i] - above[from + i]);
      }
    }
  },
  AVERAGE(3) {
    @Override
    void fill(byte[] row, byte[] above, int pixel, Span span, byte[] out, int to) {
      int from = span.from();
      int length = span.length();
      for (int i = 0; i < length; i++) {
        int sum = (row[from + i] & 0xff) + (above[from + pixel + i] & 0xff);
        out[to + i] = (byte) (row[from + pixel + i] - (sum >> 1));
      }
    }
  },
  PAETH(4) {
    @Override
    void fill(byte[] row, byte[] above, int pixel, Span span, byte[] out, int to) {
      int from = span.from();
      int length = span.length();
      for (int i = 0; i < length; i++) {
        int left = row[from + i] & 0xff;
        int up = above[from + pixel + i] & 0xff;
        int corner = above[from + i] & 0xff;
        out[to + i] = (byte) (row[from + pixel + i] - nearest(left, up, corner));
      }
    }
  };

  private final byte type;

  ScanlineFilter(int type) {
    this.type = (byte) type;
  }

  /** Whether the row above is looked at. */
  boolean looksAbove() {
    return type >= 2;
  }

  /** The byte that stands before a row so filtered. */
  byte type() {
    return type;
  }

  /**
   * Filters part of a row.
   *
   * @param row its bytes from index {@code pixel} on, zeros before them
   * @param above the row above in the same way; all zeros above the first
   * @param pixel bytes in a pixel, 1 to 4
   * @param span the part, counted from the row's first byte
   * @param out takes the differences from {@code to} on
   */
  abstract void fill(byte[] row, byte[] above, int pixel, Span span, byte[] out, int to);

  /** Paeth's predictor; ties go to the left, then to the row above. */
  private static int nearest(int left, int up, int corner) {
    int toLeft = Math.abs(up - corner);
    int toUp = Math.abs(left - corner);
    int toCorner = Math.abs(left + up - 2 * corner);
    int upOrCorner = toUp <= toCorner ? up : corner;
    return toLeft <= toUp && toLeft <= toCorner ? left : upOrCorner;
  }
}
