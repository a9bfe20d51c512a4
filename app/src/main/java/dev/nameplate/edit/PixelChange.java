package dev.nameplate.edit;

import dev.nameplate.geometry.Box;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * In what two pictures differ.
 *
 * @param share the pixels that differ, above 0 and at most 1
 * @param box the smallest box around them, in pixels
 */
record PixelChange(double share, Box box) {

  /** The difference; empty for equal pictures. Pictures of two sizes differ everywhere. */
  static Optional<PixelChange> of(BufferedImage before, BufferedImage after) {
    int width = after.getWidth();
    int height = after.getHeight();
    if (before.getWidth() != width || before.getHeight() != height) {
      return Optional.of(new PixelChange(1, new Box(0, 0, width, height)));
    }
    int[] old = new int[width];
    int[] fresh = new int[width];
    long count = 0;
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    for (int y = 0; y < height; y++) {
      before.getRGB(0, y, width, 1, old, 0, width);
      after.getRGB(0, y, width, 1, fresh, 0, width);
      for (int x = 0; x < width; x++) {
        if (old[x] != fresh[x]) {
          count++;
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = y + 1;
        }
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new PixelChange(
                count / ((double) width * height), Box.between(left, top, right, bottom)));
  }
}
