package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;

/**
 * The change of an Adler-32 when parts of the bytes are replaced by others of the same length.
 *
 * <p>A part adds the sum of its bytes to the first sum. To the second sum it adds each byte once
 * for itself and once for each byte after it, up to the end of all bytes.
 */
final class AdlerDelta {
  private static final long BASE = 65521;
  private static final int HALF = 32;

  /** Each second byte of an int. */
  private static final int PAIR = 0xff00ff;

  private static final int LOW = 0xffff;

  private final long length;
  private long first;
  private long second;

  /**
   * @param length of all the bytes
   */
  AdlerDelta(long length) {
    this.length = length;
  }

  /**
   * A part's contribution to both sums. The bytes of a pixel are added in pairs; the second sum is
   * corrected for their order within the pixel.
   *
   * @param pixels each as its bytes, the first in the lowest eight bits
   * @param span those of the part
   * @param pixelBytes 1 to 4
   */
  static long of(int[] pixels, Span span, int pixelBytes) {
    int first = 0;
    int inner = 0;
    long second = 0;
    for (int i = span.from(); i < span.to(); i++) {
      int pixel = pixels[i];
      int odd = (pixel >>> Byte.SIZE) & PAIR;
      int sums = (pixel & PAIR) + odd;
      first += (sums & LOW) + (sums >>> Short.SIZE);
      inner += (odd & LOW) + (odd >>> Short.SIZE) + 2 * (sums >>> Short.SIZE);
      second += first;
    }
    return (pixelBytes * second - inner) % BASE << HALF | first % BASE;
  }

  /**
   * Removes a part.
   *
   * @param part the contribution of its bytes before the change
   * @param to index after its last byte
   */
  void take(long part, long to) {
    add(part, to, -1);
  }

  /** Inserts a part, whose last byte is before {@code to}. */
  void put(long part, long to) {
    add(part, to, 1);
  }

  private void add(long part, long to, int sign) {
    long sum = (int) part;
    first += sign * sum;
    second = (second + sign * ((part >>> HALF) + sum * (length - to))) % BASE;
  }

  /** The checksum after the change. */
  AdlerChecksum applied(AdlerChecksum sum) {
    long low = Math.floorMod((sum.value() & 0xffff) + first, BASE);
    long high = Math.floorMod((sum.value() >>> 16) + second, BASE);
    return new AdlerChecksum((int) (high << 16 | low), sum.length());
  }
}
