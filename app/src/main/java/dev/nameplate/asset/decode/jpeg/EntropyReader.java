package dev.nameplate.asset.decode.jpeg;

/**
 * Reads the bits of a JPEG's entropy-coded data, up to the next marker.
 *
 * <p>Throws {@link JpegException} if the bits end or are no valid code.
 */
final class EntropyReader {
  private final byte[] file;
  private int at;
  private long word;
  private int bits;

  EntropyReader(byte[] file, int start) {
    this.file = file;
    this.at = start;
  }

  /** Reads the next symbol, 0 to 255, by a table. */
  int symbol(HuffmanTable table) {
    fill(16);
    int next =
        bits >= 16 ? (int) (word >>> (bits - 16)) & 0xffff : (int) (word << (16 - bits)) & 0xffff;
    int length = table.length(next);
    if (length > bits) {
      throw missing();
    }
    bits -= length;
    return table.symbol(next, length);
  }

  /** Reads 0 to 16 bits as an unsigned number. */
  int bits(int count) {
    fill(count);
    if (count > bits) {
      throw missing();
    }
    bits -= count;
    return (int) (word >>> bits) & (1 << count) - 1;
  }

  /**
   * Moves after the next restart marker, skipping what is before it.
   *
   * @param number of the expected marker, 0 to 7
   */
  void restart(int number) {
    bits = 0;
    while (at + 1 < file.length && !isMarker()) {
      at++;
    }
    if (at + 1 >= file.length || (file[at + 1] & 0xff) != 0xd0 + number) {
      throw missing();
    }
    at += 2;
  }

  /** The index of the marker after the data. */
  int end() {
    while (at + 1 < file.length && (!isMarker() || (file[at + 1] & 0xf8) == 0xd0)) {
      at++;
    }
    return at;
  }

  private boolean isMarker() {
    return file[at] == -1 && file[at + 1] != 0 && file[at + 1] != -1;
  }

  private void fill(int count) {
    while (bits < count && at < file.length) {
      if (file[at] == -1) {
        if (at + 1 >= file.length || file[at + 1] != 0) {
          return;
        }
        at++;
        word = (word << 8) | 0xff;
      } else {
        word = (word << 8) | (file[at] & 0xff);
      }
      at++;
      bits += 8;
    }
  }

  private static JpegException missing() {
    return new JpegException("the JPEG breaks off before its picture ends, or is damaged");
  }
}
