package dev.nameplate.encode.quantize;

import java.util.HashMap;
import java.util.Map;

/**
 * Colors as points in a space of four dimensions, alpha and the premultiplied channels, so that
 * transparent colors are near each other whatever their hue. If there are very many colors, those
 * that differ only in their lowest bits become one point at their mean.
 */
final class ColorPoints {
  static final int CHANNELS = 4;
  private static final int MANY = 8192;
  private static final int COARSE = 0xf8f8f8f8;

  private final float[][] points;
  private final float[] weights;

  private ColorPoints(float[][] points, float[] weights) {
    this.points = points;
    this.weights = weights;
  }

  static ColorPoints of(ColorHistogram counts) {
    int[] colors = counts.sorted();
    int mask = colors.length > MANY ? COARSE : 0xffffffff;
    Map<Integer, Integer> places = new HashMap<>();
    float[][] points = new float[colors.length][];
    float[] weights = new float[colors.length];
    for (int argb : colors) {
      int place = places.computeIfAbsent(argb & mask, any -> places.size());
      float weight = counts.count(argb);
      float[] point = point(argb);
      if (points[place] == null) {
        points[place] = new float[CHANNELS];
      }
      weights[place] += weight;
      for (int channel = 0; channel < CHANNELS; channel++) {
        float mean = points[place][channel];
        points[place][channel] = mean + (point[channel] - mean) * weight / weights[place];
      }
    }
    return new ColorPoints(
        java.util.Arrays.copyOf(points, places.size()),
        java.util.Arrays.copyOf(weights, places.size()));
  }

  int count() {
    return points.length;
  }

  float value(int point, int channel) {
    return points[point][channel];
  }

  float weight(int point) {
    return weights[point];
  }

  static float[] point(int argb) {
    float alpha = argb >>> 24;
    return new float[] {
      alpha,
      (argb >> 16 & 0xff) * alpha / 255,
      (argb >> 8 & 0xff) * alpha / 255,
      (argb & 0xff) * alpha / 255
    };
  }

  /** The color at a point, as {@code argb}. */
  static int color(float[] point) {
    int alpha = rounded(point[0]);
    if (alpha == 0) {
      return 0;
    }
    float back = 255 / point[0];
    return alpha << 24
        | rounded(point[1] * back) << 16
        | rounded(point[2] * back) << 8
        | rounded(point[3] * back);
  }

  private static int rounded(float value) {
    return Math.max(0, Math.min(255, Math.round(value)));
  }

  static float distance(float[] one, float[] other) {
    float sum = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      float difference = one[channel] - other[channel];
      sum += difference * difference;
    }
    return sum;
  }
}
