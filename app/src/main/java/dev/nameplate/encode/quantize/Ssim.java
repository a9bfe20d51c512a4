package dev.nameplate.encode.quantize;

import dev.nameplate.geometry.Size;

/**
 * The mean structural similarity (SSIM; Wang, Bovik, Sheikh and Simoncelli, 2004) of two pictures'
 * luma over windows of 8 × 8 pixels that overlap by half. Transparency is composited over white.
 */
public final class Ssim {
  private static final int WINDOW = 8;
  private static final int STEP = 4;
  private static final double C1 = 0.01 * 255 * 0.01 * 255;
  private static final double C2 = 0.03 * 255 * 0.03 * 255;

  private Ssim() {}

  /**
   * Returns the mean SSIM of two pictures. Columns and rows at the right and lower edge that no
   * whole window covers do not count; along a side shorter than a window there is one window of
   * that length.
   *
   * @param one the pixels as {@code argb}, row after row; not changed
   * @param other the pixels of the other picture in the same way; not changed
   * @param size of both pictures
   * @return at most 1, which is for equal luma; below 0 for opposite structure
   */
  public static double of(int[] one, int[] other, Size size) {
    float[] ones = brightness(one);
    float[] others = brightness(other);
    double sum = 0;
    long windows = 0;
    for (int y = 0; y == 0 || y + WINDOW <= size.height(); y += STEP) {
      for (int x = 0; x == 0 || x + WINDOW <= size.width(); x += STEP) {
        sum += window(ones, others, size, x, y);
        windows++;
      }
    }
    return sum / windows;
  }

  private static double window(float[] ones, float[] others, Size size, int left, int top) {
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    int right = Math.min(size.width(), left + WINDOW);
    int bottom = Math.min(size.height(), top + WINDOW);
    for (int y = top; y < bottom; y++) {
      for (int i = y * size.width() + left; i < y * size.width() + right; i++) {
        a += ones[i];
        b += others[i];
        aa += ones[i] * ones[i];
        bb += others[i] * others[i];
        ab += ones[i] * others[i];
      }
    }
    double n = (double) (right - left) * (bottom - top);
    double meanA = a / n;
    double meanB = b / n;
    double varianceA = aa / n - meanA * meanA;
    double varianceB = bb / n - meanB * meanB;
    double covariance = ab / n - meanA * meanB;
    return (2 * meanA * meanB + C1)
        * (2 * covariance + C2)
        / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
  }

  /** Luma of BT.601 over white. */
  private static float[] brightness(int[] pixels) {
    float[] brightness = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int argb = pixels[i];
      float luma =
          0.299f * (argb >> 16 & 0xff) + 0.587f * (argb >> 8 & 0xff) + 0.114f * (argb & 0xff);
      float alpha = (argb >>> 24) / 255f;
      brightness[i] = luma * alpha + 255 * (1 - alpha);
    }
    return brightness;
  }
}
