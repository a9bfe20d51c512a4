package dev.nameplate.asset.decode;

import java.awt.Rectangle;

/**
 * The position of a GIF's frame on its logical screen (GIF89a).
 *
 * @param width of the screen, in pixels
 * @param height of the screen, in pixels
 * @param place the frame's rectangle on it
 * @param isInterlaced whether its rows are stored in four passes
 */
record GifFrame(int width, int height, Rectangle place, boolean isInterlaced) {
  private static final int[] FIRST = {0, 4, 2, 1};
  private static final int[] EVERY = {8, 8, 4, 2};

  /** The rows of the frame, from 0 at its top, in the order in which the file stores them. */
  int[] rows() {
    int[] rows = new int[place.height];
    if (!isInterlaced) {
      for (int y = 0; y < rows.length; y++) {
        rows[y] = y;
      }
      return rows;
    }
    int next = 0;
    for (int pass = 0; pass < FIRST.length; pass++) {
      for (int y = FIRST[pass]; y < rows.length; y += EVERY[pass]) {
        rows[next++] = y;
      }
    }
    return rows;
  }
}
