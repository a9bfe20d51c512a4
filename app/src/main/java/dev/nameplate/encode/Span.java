package dev.nameplate.encode;

/**
 * A range of indices, such as of pixels, rows, strips or bytes.
 *
 * @param from the first index, 0 or more
 * @param to the index after the last one
 */
public record Span(int from, int to) {
  /** The number of indices. */
  public int length() {
    return to - from;
  }
}
