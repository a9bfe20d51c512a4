package dev.nameplate.encode;

/**
 * The filters of PNG (third edition, section 9). A filtered row is one byte that names the filter,
 * then the differences.
 */
enum PngFilter {
  NONE,
  SUB,
  UP,
  AVERAGE,
  PAETH;

  /**
   * Filters one row.
   *
   * @param row the row's bytes
   * @param above the row above, of the same length
   * @param step bytes for each pixel
   * @param out takes the filter's number and the differences, from {@code at}
   */
  void apply(byte[] row, byte[] above, int step, byte[] out, int at) {
    int start = at + 1;
    switch (this) {
      case NONE -> {
        out[at] = 0;
        System.arraycopy(row, 0, out, start, row.length);
      }
      case SUB -> {
        out[at] = 1;
        System.arraycopy(row, 0, out, start, step);
        for (int i = step; i < row.length; i++) {
          out[start + i] = (byte) (row[i] - row[i - step]);
        }
      }
      case UP -> {
        out[at] = 2;
        for (int i = 0; i < row.length; i++) {
          out[start + i] = (byte) (row[i] - above[i]);
        }
      }
      case AVERAGE -> average(row, above, step, out, at);
      case PAETH -> paeth(row, above, step, out, at);
    }
  }

  private static void average(byte[] row, byte[] above, int step, byte[] out, int at) {
    out[at] = 3;
    for (int i = 0; i < row.length; i++) {
      int left = i < step ? 0 : row[i - step] & 0xff;
      out[at + 1 + i] = (byte) (row[i] - ((left + (above[i] & 0xff)) >> 1));
    }
  }

  private static void paeth(byte[] row, byte[] above, int step, byte[] out, int at) {
    out[at] = 4;
    for (int i = 0; i < row.length; i++) {
      int left = i < step ? 0 : row[i - step] & 0xff;
      int up = above[i] & 0xff;
      int corner = i < step ? 0 : above[i - step] & 0xff;
      int toLeft = Math.abs(up - corner);
      int toUp = Math.abs(left - corner);
      int toCorner = Math.abs(left + up - 2 * corner);
      int nearest = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
      out[at + 1 + i] = (byte) (row[i] - nearest);
    }
  }
}
