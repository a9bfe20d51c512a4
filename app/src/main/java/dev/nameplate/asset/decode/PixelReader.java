package dev.nameplate.asset.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Decodes the pixels of one file. */
@FunctionalInterface
interface PixelReader {
  /**
   * Decodes the first frame.
   *
   * @param step 1 for every pixel, 2 for every second one in both directions, and so on
   * @param isLate whether the deadline has passed; called repeatedly
   * @return the frame in the file's color space, of any image type
   * @throws IOException if the file is damaged
   * @throws AssetException if it is damaged or truncated, or was not decoded in time
   */
  BufferedImage read(int step, BooleanSupplier isLate) throws IOException;
}
