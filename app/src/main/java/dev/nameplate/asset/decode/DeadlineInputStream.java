package dev.nameplate.asset.decode;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A stream that throws {@link IOException} at a read after the deadline. A JPEG may have thousands
 * of scans of a hundred bytes that each cost as much as a whole image; its reader asks for a few
 * kilobytes at a time.
 */
final class DeadlineInputStream extends MemoryCacheImageInputStream {
  private final BooleanSupplier isLate;

  DeadlineInputStream(InputStream in, BooleanSupplier isLate) {
    super(in);
    this.isLate = isLate;
  }

  @Override
  public int read() throws IOException {
    check();
    return super.read();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    check();
    return super.read(into, offset, length);
  }

  private void check() throws IOException {
    if (isLate.getAsBoolean()) {
      throw new IOException("the time to read it is up");
    }
  }
}
