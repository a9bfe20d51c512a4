package dev.nameplate.encode.quantize;

import java.util.Arrays;

/**
 * A table of at most 256 colors that finds the nearest one to any color. Caches look-ups, so it is
 * for one thread at a time.
 */
public final class ColorTable {
  private static final int KNOWN = 1 << 14;

  private final int[] colors;
  private final float[][] points;
  private final int[] cachedColors = new int[KNOWN];
  private final short[] cachedIndices = new short[KNOWN];

  /**
   * @param colors as {@code argb}, in ascending order, 1 to 256; not copied
   */
  public ColorTable(int[] colors) {
    this.colors = colors;
    this.points = Arrays.stream(colors).mapToObj(ColorPoints::point).toArray(float[][]::new);
    Arrays.fill(cachedIndices, (short) -1);
  }

  /** The number of colors, 1 to 256. */
  public int count() {
    return colors.length;
  }

  /** The color at an index, as {@code argb}; indices are 0 to {@link #count} - 1. */
  public int color(int index) {
    return colors[index];
  }

  /** The index of the color itself, or of the nearest one. */
  int nearest(int argb) {
    int slot = (argb * 0x9e3779b1) >>> 18;
    if (cachedIndices[slot] < 0 || cachedColors[slot] != argb) {
      cachedColors[slot] = argb;
      cachedIndices[slot] = (short) search(argb);
    }
    return cachedIndices[slot];
  }

  private int search(int argb) {
    int exact = Arrays.binarySearch(colors, argb);
    if (exact >= 0) {
      return exact;
    }
    float[] point = ColorPoints.point(argb);
    int nearest = 0;
    float least = Float.MAX_VALUE;
    for (int i = 0; i < points.length; i++) {
      float distance = ColorPoints.distance(points[i], point);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }
}
