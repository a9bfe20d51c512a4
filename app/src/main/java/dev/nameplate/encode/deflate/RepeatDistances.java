package dev.nameplate.encode.deflate;

/**
 * The two most frequent match distances in a filtered picture: to the pixel before and to the row
 * above, in bytes.
 *
 * @param pixelBytes 1 to 4
 * @param rowBytes a row's bytes, filter type byte included
 */
public record RepeatDistances(int pixelBytes, int rowBytes) {
  /**
   * Whether a copy of the row above lies within deflate's window of 32,768 bytes (RFC 1951, section
   * 2).
   */
  public boolean reachesRowAbove() {
    return rowBytes <= Lz77Tokens.FARTHEST;
  }
}
