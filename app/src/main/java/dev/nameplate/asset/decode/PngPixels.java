package dev.nameplate.asset.decode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes the pixels of a PNG.
 *
 * @param start the start of a file, up to its pixels, that the JDK reads correctly
 * @param data the compressed pixels
 * @param isDoubtful whether a chunk of them has a wrong CRC
 * @param header limits how much they inflate to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, changed by its maker alone
record PngPixels(byte[] start, byte[] data, boolean isDoubtful, PngHeader header)
    implements PixelReader {
  private static final int IDAT = 0x49444154;
  private static final int CHUNK = 12;
  private static final int SCRATCH = 1 << 16;

  /** Collects the {@code IDAT} chunks from the first one on; the last may be truncated. */
  @SuppressWarnings("ByteBufferBackingArray") // the whole file, wrapped
  static PngPixels of(ByteBuffer png, int first, byte[] start, PngHeader header) {
    ByteArrayOutputStream data = new ByteArrayOutputStream(png.limit() - first);
    boolean isDoubtful = false;
    int at = first;
    while (at + 8 <= png.limit() && png.getInt(at + 4) == IDAT) {
      int left = png.limit() - at - 8;
      int length = png.getInt(at);
      if (length < 0 || length > left - 4) {
        data.write(png.array(), at + 8, length < 0 ? left : Math.min(length, left));
        break;
      }
      isDoubtful |= !PngMetadata.isIntact(png, at, length);
      data.write(png.array(), at + 8, length);
      at += CHUNK + length;
    }
    return new PngPixels(start, data.toByteArray(), isDoubtful, header);
  }

  @Override
  public BufferedImage read(int step, BooleanSupplier isLate) throws IOException {
    if (isDoubtful && !isIntact(isLate)) {
      throw new AssetException("the PNG is damaged (the sum of its pixels is wrong)");
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream(start.length + data.length + 24);
    file.writeBytes(start);
    PngHeader.chunk(file, "IDAT", data);
    PngHeader.chunk(file, "IEND", new byte[0]);
    return new ReaderPixels(() -> ReaderPixels.jdkReader("png"), file.toByteArray())
        .read(step, isLate);
  }

  /**
   * Whether the compressed pixels match their own checksum (Adler-32), whatever the CRCs of their
   * chunks are.
   */
  private boolean isIntact(BooleanSupplier isLate) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(data);
      byte[] scratch = new byte[SCRATCH];
      long most = header.mostInflated();
      while (!inflater.finished() && inflater.getBytesWritten() <= most) {
        if (inflater.inflate(scratch) == 0 || isLate.getAsBoolean()) {
          return inflater.finished();
        }
      }
      return inflater.finished();
    } catch (DataFormatException damaged) {
      return false;
    } finally {
      inflater.end();
    }
  }
}
