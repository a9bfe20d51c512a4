package dev.nameplate.render;

import dev.nameplate.geometry.Size;
import dev.nameplate.geometry.Strip;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Pixels on the heap.
 *
 * @param pixels not copied; nobody may write to it any more
 * @param isWhole whether all strips have the background's pixels
 */
record HeapPixels(BufferedImage pixels, boolean isWhole) implements BackgroundPixels {
  @Override
  public Size size() {
    return new Size(pixels.getWidth(), pixels.getHeight());
  }

  @Override
  public int type() {
    return pixels.getType();
  }

  @Override
  public void copyStrips(int first, int after, BufferedImage target) {
    int bottom = Math.min(after * Strip.ROWS, pixels.getHeight());
    PixelRows.copyRows(pixels, target, first * Strip.ROWS, bottom);
  }

  @Override
  public Optional<BufferedImage> image() {
    return Optional.of(pixels);
  }

  @Override
  public long bytes() {
    return 4L * pixels.getWidth() * pixels.getHeight();
  }
}
