package dev.nameplate.encode;

import java.util.BitSet;

/**
 * How a picture is cut: strip {@code s} holds the rows from {@code 16 s}, sixteen of them or what
 * is left. Sixteen is the height of a JPEG's row of MCUs under 4:2:0 subsampling.
 *
 * @param height of the picture in rows, at least 1
 */
public record Strips(int height) {
  /** The rows of a strip. */
  public static final int ROWS = 16;

  public int count() {
    return (height + ROWS - 1) / ROWS;
  }

  public int firstRow(int strip) {
    return strip * ROWS;
  }

  public int rows(int strip) {
    return Math.min(ROWS, height - firstRow(strip));
  }

  /** The rows of neighbouring strips. */
  public Span rows(Span strips) {
    int last = strips.to() - 1;
    return new Span(firstRow(strips.from()), firstRow(last) + rows(last));
  }

  public BitSet all() {
    BitSet all = new BitSet(count());
    all.set(0, count());
    return all;
  }

  /** Throws where a strip below the picture is named. */
  public void check(BitSet changed) {
    if (changed.length() > count()) {
      throw new IllegalArgumentException(
          "strip " + (changed.length() - 1) + " of a picture of " + count() + " strips");
    }
  }
}
