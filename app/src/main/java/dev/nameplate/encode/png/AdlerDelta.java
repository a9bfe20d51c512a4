package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.AdlerChecksum;

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

  /** The most pixels whose bytes' sums, two of a pixel together, are less than 2<sup>16</sup>. */
  private static final int MOST_PAIRED = 128;

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
   * A part's contribution to both sums. Sums of single bytes are kept in pairs, halves of an int;
   * the second sum is corrected for the order of the bytes within a pixel.
   *
   * @param pixels each as its bytes, the first in the lowest eight bits
   * @param span those of the part
   * @param pixelBytes 1 to 4
   */
  static long of(int[] pixels, Span span, int pixelBytes) {
    long first = 0;
    long inner = 0;
    long second = 0;
    for (int from = span.from(); from < span.to(); from += MOST_PAIRED) {
      int to = Math.min(span.to(), from + MOST_PAIRED);
      int even = 0;
      int odd = 0;
      int sums = 0;
      for (int i = from; i < to; i++) {
        int pixel = pixels[i];
        even += pixel & PAIR;
        odd += (pixel >>> Byte.SIZE) & PAIR;
        sums += halves(even + odd);
      }
      second += first * (to - from) + sums;
      first += halves(even + odd);
      inner += halves(odd) + 2 * ((even + odd) >>> Short.SIZE);
    }
    return (pixelBytes * second - inner) % BASE << HALF | first % BASE;
  }

  /** The sum of both halves of an int. */
  private static int halves(int pair) {
    return (pair & LOW) + (pair >>> Short.SIZE);
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
