package dev.nameplate.encode;

/**
 * What becomes of an Adler-32 when parts of the bytes are replaced by others of the same length.
 *
 * <p>The first sum changes by the difference of the parts' first sums. The second changes by the
 * difference of their second sums, and by that of the first once for each byte behind the part.
 */
final class AdlerChange {
  private static final long BASE = 65521;

  private final long length;
  private long row;
  private long first;
  private long second;

  /**
   * @param length of all the bytes
   */
  AdlerChange(long length) {
    this.length = length;
  }

  /** Counts the spans that follow from here. */
  AdlerChange behind(long bytes) {
    row = bytes;
    return this;
  }

  /** Replaces a part. */
  void replace(int before, int after, Span span) {
    long difference = (after & 0xffffL) - (before & 0xffffL);
    long behind = length - row - span.to();
    first += difference;
    second = (second + (after >>> 16) - (before >>> 16) + difference * behind) % BASE;
  }

  /** The sum of the bytes as they are now. */
  AdlerSum applied(AdlerSum sum) {
    long low = Math.floorMod((sum.value() & 0xffff) + first, BASE);
    long high = Math.floorMod((sum.value() >>> 16) + second, BASE);
    return new AdlerSum((int) (high << 16 | low), sum.length());
  }
}
