package dev.nameplate.asset.decode.jpeg;

/**
 * The bits of a JPEG's coded data, up to the next marker.
 *
 * <p>Where the bits end, or make no code, {@link JpegException} says that the picture breaks off.
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

  /** The next symbol of a table. */
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

  /** The next bits as a number; at most 16. */
  int bits(int count) {
    fill(count);
    if (count > bits) {
      throw missing();
    }
    bits -= count;
    return (int) (word >>> bits) & (1 << count) - 1;
  }

  /** Moves behind the marker that restarts the codes; what is left before it is passed over. */
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

  /** Where the marker behind the data stands. */
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
