package dev.nameplate.render;

import dev.nameplate.geometry.Size;
import dev.nameplate.util.ObjectPool;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Reuses pixel arrays between pictures. An array keeps the length of the largest picture that it
 * was used for.
 */
final class ScratchPixels {
  private static final ColorModel RGB =
      new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).getColorModel();
  private static final ColorModel ARGB =
      new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).getColorModel();

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

  /**
   * An image of a size.
   *
   * @param type {@link BufferedImage#TYPE_INT_RGB} or {@link BufferedImage#TYPE_INT_ARGB}
   */
  Loan of(Size size, int type) {
    int length = Math.multiplyExact(size.width(), size.height());
    int[] reused = idle.acquire();
    int[] pixels = reused.length >= length ? reused : new int[length];
    ColorModel colors = type == BufferedImage.TYPE_INT_RGB ? RGB : ARGB;
    WritableRaster raster =
        Raster.createWritableRaster(
            colors.createCompatibleSampleModel(size.width(), size.height()),
            new DataBufferInt(pixels, pixels.length),
            null);
    BufferedImage image = new BufferedImage(colors, raster, false, null);
    return new Loan(image, () -> idle.release(pixels));
  }
}
