package dev.nameplate.asset.decode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes pixels with an ImageIO reader.
 *
 * @param readers makes a reader of the file's format
 * @param file a file without anything that the reader cannot handle
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, changed by its maker alone
record ReaderPixels(Supplier<ImageReader> readers, byte[] file) implements PixelReader {
  /** A call of a reader. */
  @FunctionalInterface
  interface Reading<T> {
    T read(ImageReader reader, ImageReadParam param) throws IOException;
  }

  @Override
  public BufferedImage read(int step, BooleanSupplier isLate) throws IOException {
    return read(step, isLate, (reader, param) -> reader.read(0, param));
  }

  /** Decodes with another call of the reader than {@code read}. */
  <T> T read(int step, BooleanSupplier isLate, Reading<T> reading) throws IOException {
    ImageReader reader = readers.get();
    try (ImageInputStream stream =
        new DeadlineInputStream(new ByteArrayInputStream(file), isLate)) {
      reader.setInput(stream, true, true);
      DecodeDeadline deadline = new DecodeDeadline(isLate);
      reader.addIIOReadProgressListener(deadline);
      ImageReadParam param = reader.getDefaultReadParam();
      if (step > 1) {
        param.setSourceSubsampling(step, step, 0, 0);
      }
      T picture = reading.read(reader, param);
      if (deadline.isStopped()) {
        throw new AssetException("the file was not decoded in time");
      }
      return picture;
    } finally {
      reader.dispose();
    }
  }

  /**
   * A new reader of the Java platform itself, whatever plug-ins are on the class path.
   *
   * @param format {@code png} or {@code jpeg}
   */
  static ImageReader jdkReader(String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getModule() == ImageReader.class.getModule()) {
        return reader;
      }
      reader.dispose();
    }
    throw new NoSuchElementException("every Java runtime reads " + format);
  }
}
