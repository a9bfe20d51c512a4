package dev.nameplate.asset.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** The pixels of one file, still to be decoded. */
@FunctionalInterface
interface PixelReader {
  /**
   * Decodes the first frame.
   *
   * @param step 1 for every pixel, 2 for every second one along each side, and so on
   * @param isLate whether the work shall stop; asked again and again
   * @return the frame in the colors that the file stores, of any image type
   * @throws IOException where the file is damaged
   * @throws AssetException where it is damaged, breaks off, or was not decoded in time
   */
  BufferedImage read(int step, BooleanSupplier isLate) throws IOException;
}
