package dev.nameplate.encode.quantize;

import dev.nameplate.geometry.Size;
import java.util.Arrays;

/**
 * Maps pixels to few colours. With error diffusion (Floyd and Steinberg, 1976) what is lost in a
 * pixel is made up for in its neighbours, so that shades between two colours come out as a mixture
 * of them; rows run to and fro, so that no direction shows. A pixel whose colour is in the table
 * passes nothing on where nothing came to it: flat parts stay flat.
 *
 * @param diffused whether what is lost is passed on
 */
public record Dither(ColorTable table, boolean diffused) {
  private static final int CHANNELS = 4;

  /**
   * The index of each pixel.
   *
   * @param pixels as {@code argb}, row after row; not changed
   * @param left out pixels of this value; nothing is passed to them, and their index is {@code -1}
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
    int drawn = table.colour(index);
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
