package dev.nameplate.render;

import dev.nameplate.util.ObjectPool;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Pixels to paint on, used again and again, each array as large as the largest picture that it was
 * lent for.
 */
final class ScratchPixels {
  private final ObjectPool<int[]> idle = new ObjectPool<>(() -> new int[0]);

  /**
   * Pixels in use.
   *
   * @param image holds anything at first
   */
  record Loan(BufferedImage image, Runnable giveBack) {
    /** Ends the use of the image. */
    void release() {
      giveBack.run();
    }
  }

  /** An image of the size and type of another. */
  Loan like(BufferedImage other) {
    int length = Math.multiplyExact(other.getWidth(), other.getHeight());
    int[] kept = idle.lend();
    int[] pixels = kept.length >= length ? kept : new int[length];
    WritableRaster raster =
        Raster.createWritableRaster(
            other.getSampleModel(), new DataBufferInt(pixels, pixels.length), null);
    BufferedImage image = new BufferedImage(other.getColorModel(), raster, false, null);
    return new Loan(image, () -> idle.giveBack(pixels));
  }
}
