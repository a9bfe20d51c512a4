package dev.nameplate.render;

import dev.nameplate.util.ObjectPool;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Reuses pixel arrays between pictures. An array keeps the length of the largest picture that it
 * was used for.
 */
final class ScratchPixels {
  private final ObjectPool<int[]> idle = new ObjectPool<>(() -> new int[0]);

  /**
   * An image in use.
   *
   * @param image has arbitrary pixels at first
   * @param onRelease returns the pixels to the pool
   */
  record Loan(BufferedImage image, Runnable onRelease) {
    /** Ends the use of the image, which nobody may read or write afterwards. */
    void release() {
      onRelease.run();
    }
  }

  /** An image of the size and type of another. */
  Loan like(BufferedImage other) {
    int length = Math.multiplyExact(other.getWidth(), other.getHeight());
    int[] reused = idle.acquire();
    int[] pixels = reused.length >= length ? reused : new int[length];
    WritableRaster raster =
        Raster.createWritableRaster(
            other.getSampleModel(), new DataBufferInt(pixels, pixels.length), null);
    BufferedImage image = new BufferedImage(other.getColorModel(), raster, false, null);
    return new Loan(image, () -> idle.release(pixels));
  }
}
