package dev.nameplate.encode;

/**
 * Part of something counted from 0.
 *
 * @param to behind the last
 */
record Span(int from, int to) {
  int length() {
    return to - from;
  }
}
