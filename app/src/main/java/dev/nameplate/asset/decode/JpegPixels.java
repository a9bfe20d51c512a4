package dev.nameplate.asset.decode;

import dev.nameplate.asset.decode.jpeg.JpegBlocks;
import dev.nameplate.asset.decode.jpeg.JpegException;
import dev.nameplate.asset.decode.jpeg.JpegScans;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.imageio.ImageReader;

/** Decodes the pixels of a gray or RGB JPEG. */
record JpegPixels(JpegScans scans) implements PixelReader {
  @Override
  public BufferedImage read(int step, BooleanSupplier isLate) throws IOException {
    return read(
        scans,
        () -> ReaderPixels.jdkReader("jpeg"),
        (reader, param) -> reader.read(0, param),
        step,
        isLate);
  }

  /**
   * Decodes scans. If the end is missing or the reader warns, every block is counted, since libjpeg
   * fills missing blocks with gray.
   *
   * @throws AssetException if blocks are missing
   */
  static <T> T read(
      JpegScans scans,
      Supplier<ImageReader> readers,
      ReaderPixels.Reading<T> reading,
      int step,
      BooleanSupplier isLate)
      throws IOException {
    TruncationListener warnings = new TruncationListener();
    T picture =
        new ReaderPixels(readers, scans.file())
            .read(
                step,
                isLate,
                (reader, param) -> {
                  reader.addIIOReadWarningListener(warnings);
                  return reading.read(reader, param);
                });
    if (!scans.isEnded() || warnings.hasWarned()) {
      check(scans, isLate);
    }
    return picture;
  }

  private static void check(JpegScans scans, BooleanSupplier isLate) {
    try {
      new JpegBlocks(scans, isLate).check();
    } catch (JpegException missing) {
      throw new AssetException(missing.reason(), missing);
    }
  }
}
