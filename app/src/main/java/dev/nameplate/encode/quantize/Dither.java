package dev.nameplate.encode.quantize;

import dev.nameplate.geometry.Size;
import java.util.Arrays;

/**
 * Maps pixels to the colors of a table. With error diffusion (Floyd and Steinberg, 1976) a pixel's
 * error is distributed to its neighbors, so that shades between two colors become a mixture of
 * them; the direction alternates from row to row. A pixel that receives no error and whose color is
 * in the table passes none on, so flat areas stay flat.
 *
 * @param table of the colors to use
 * @param diffused whether a pixel's error is distributed; otherwise each gets the nearest color
 */
public record Dither(ColorTable table, boolean diffused) {
  private static final int CHANNELS = 4;

  /**
   * Maps each pixel to an index of the table.
   *
   * @param pixels as {@code argb}, row after row; not changed
   * @param size of the picture
   * @param left the value of pixels to leave out, whose index is {@code -1}
   * @return one index for each pixel, in the pixels' order, in a new array that the caller owns
   */
  public int[] indices(int[] pixels, Size size, int left) {
    int[] indices = new int[pixels.length];
    if (!diffused) {
      for (int i = 0; i < pixels.length; i++) {
        indices[i] = pixels[i] == left ? -1 : table.nearest(pixels[i]);
      }
      return indices;
    }
    int width = size.width();
    float[] here = new float[(width + 2) * CHANNELS];
    float[] below = new float[(width + 2) * CHANNELS];
    for (int y = 0; y < size.height(); y++) {
      int step = (y & 1) == 0 ? 1 : -1;
      for (int i = 0; i < width; i++) {
        int x = step > 0 ? i : width - 1 - i;
        int at = y * width + x;
        indices[at] = pixels[at] == left ? -1 : place(pixels[at], x, step, here, below);
      }
      float[] spent = here;
      here = below;
      below = spent;
      Arrays.fill(below, 0);
    }
    return indices;
  }

  private int place(int argb, int x, int step, float[] here, float[] below) {
    int at = (x + 1) * CHANNELS;
    int wanted = argb;
    if (here[at] != 0 || here[at + 1] != 0 || here[at + 2] != 0 || here[at + 3] != 0) {
      wanted =
          channel(argb, 24, here[at])
              | channel(argb, 16, here[at + 1])
              | channel(argb, 8, here[at + 2])
              | channel(argb, 0, here[at + 3]);
    }
    int index = table.nearest(wanted);
    int drawn = table.color(index);
    if (drawn != wanted) {
      int ahead = at + step * CHANNELS;
      int behind = at - step * CHANNELS;
      for (int c = 0; c < CHANNELS; c++) {
        int shift = 24 - 8 * c;
        float lost = (wanted >>> shift & 0xff) - (drawn >>> shift & 0xff);
        here[ahead + c] += lost * 7 / 16;
        below[behind + c] += lost * 3 / 16;
        below[at + c] += lost * 5 / 16;
        below[ahead + c] += lost / 16;
      }
    }
    return index;
  }

  private static int channel(int argb, int shift, float more) {
    int value = Math.round((argb >>> shift & 0xff) + more);
    return Math.max(0, Math.min(255, value)) << shift;
  }
}
