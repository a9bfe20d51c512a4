package dev.nameplate.encode.deflate;

/**
 * The two distances at which a filtered picture repeats itself: the pixel before and the row above.
 *
 * @param pixelBytes 1 to 4
 * @param rowBytes a row's bytes with the one that names its filter
 */
public record RepeatDistances(int pixelBytes, int rowBytes) {
  /** Whether a copy of the row above lies within deflate's window (RFC 1951, section 2). */
  public boolean reachesRowAbove() {
    return rowBytes <= Lz77Tokens.FARTHEST;
  }
}
