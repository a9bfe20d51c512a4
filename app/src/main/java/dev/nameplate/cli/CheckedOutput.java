package dev.nameplate.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Writes to a {@link PrintStream}, and throws where that only notes that it cannot. */
final class CheckedOutput extends OutputStream {
  private final PrintStream out;

  CheckedOutput(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    check();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    check();
  }

  @Override
  public void flush() throws IOException {
    check();
  }

  /** Flushes, too. */
  private void check() throws IOException {
    if (out.checkError()) {
      throw new IOException(
          "standard output takes no more: the disk is full, or its reader has ended");
    }
  }
}
