package dev.nameplate.encode.quantize;

import java.util.Arrays;

/**
 * A table of at most 256 colours and the way from any colour to the nearest of them. Not for two
 * threads at a time: it remembers what was looked up last.
 */
public final class ColorTable {
  private static final int KNOWN = 1 << 14;

  private final int[] colours;
  private final float[][] points;
  private final int[] askedColours = new int[KNOWN];
  private final short[] answers = new short[KNOWN];

  /**
   * @param colours as {@code argb}, in ascending order
   */
  public ColorTable(int[] colours) {
    this.colours = colours;
    this.points = Arrays.stream(colours).mapToObj(ColorPoints::point).toArray(float[][]::new);
    Arrays.fill(answers, (short) -1);
  }

  public int count() {
    return colours.length;
  }

  public int colour(int index) {
    return colours[index];
  }

  /** The index of the colour itself, or of the one that is least unlike it. */
  int nearest(int argb) {
    int slot = (argb * 0x9e3779b1) >>> 18;
    if (answers[slot] < 0 || askedColours[slot] != argb) {
      askedColours[slot] = argb;
      answers[slot] = (short) search(argb);
    }
    return answers[slot];
  }

  private int search(int argb) {
    int exact = Arrays.binarySearch(colours, argb);
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
