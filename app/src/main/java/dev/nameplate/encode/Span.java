package dev.nameplate.encode;

/**
 * Part of something counted from 0.
 *
 * @param to behind the last
 */
public record Span(int from, int to) {
  public int length() {
    return to - from;
  }
}
