package dev.nameplate.store;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of blocks that are read one after the other. For one thread at a time. */
public abstract class BlockInputStream extends InputStream {
  private byte[] block = new byte[0];
  private int at;

  /**
   * Returns the next block; an empty one at the end. It is not changed.
   *
   * @throws IOException where it cannot be read
   */
  protected abstract byte[] next() throws IOException;

  @Override
  public final int read() throws IOException {
    return fill() ? block[at++] & 0xff : -1;
  }

  @Override
  public final int read(byte[] target, int offset, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int part = Math.min(most, block.length - at);
    System.arraycopy(block, at, target, offset, part);
    at += part;
    return part;
  }

  private boolean fill() throws IOException {
    if (at == block.length) {
      block = next();
      at = 0;
    }
    return at < block.length;
  }
}
