package dev.nameplate.encode;

import dev.nameplate.geometry.Strip;
import java.util.BitSet;

/**
 * The division of a picture into {@link Strip strips}: strip {@code s} holds the rows from {@code s
 * × ROWS} on, the last one what is left.
 *
 * @param height of the picture in rows, at least 1
 */
public record Strips(int height) {
  /** The rows of a strip: the same as in painting. */
  public static final int ROWS = Strip.ROWS;

  /** The number of strips, at least 1. */
  public int count() {
    return (height + ROWS - 1) / ROWS;
  }

  /** The first row of a strip, both counted from 0. */
  public int firstRow(int strip) {
    return strip * ROWS;
  }

  /** The number of rows of a strip: {@link #ROWS}, or fewer in the last one. */
  public int rows(int strip) {
    return Math.min(ROWS, height - firstRow(strip));
  }

  /**
   * The rows of adjacent strips, counted from the picture's top.
   *
   * @param strips at least one, from 0 at the top
   */
  public Span rows(Span strips) {
    int last = strips.to() - 1;
    return new Span(firstRow(strips.from()), firstRow(last) + rows(last));
  }

  /** A new set of all strips, which the caller owns. */
  public BitSet all() {
    BitSet all = new BitSet(count());
    all.set(0, count());
    return all;
  }

  /**
   * Checks that strips lie within the picture.
   *
   * @param changed strips, from 0 at the top; may be empty
   * @throws IllegalArgumentException if one lies below it
   */
  public void check(BitSet changed) {
    if (changed.length() > count()) {
      throw new IllegalArgumentException(
          "strip " + (changed.length() - 1) + " of a picture of " + count() + " strips");
    }
  }
}
