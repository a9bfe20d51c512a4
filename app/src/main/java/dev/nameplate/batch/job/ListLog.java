package dev.nameplate.batch.job;

import dev.nameplate.batch.csv.DialectSniffer;
import dev.nameplate.batch.csv.EncodingScan;
import dev.nameplate.store.BlockInputStream;
import dev.nameplate.store.SealedLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A job's list, sealed in blocks of 64 KiB. Written once by one thread at a time, then read from
 * any offset by any number.
 */
final class ListLog implements AutoCloseable {
  private static final int BLOCK = 1 << 16;
  private static final String PURPOSE = "/list";

  private final SealedLog log;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
  private long length;

  private ListLog(SealedLog log) {
    this.log = log;
  }

  /**
   * Creates the file of a job.
   *
   * @throws IOException where it cannot be created
   */
  static ListLog create(Path file, byte[] key, String id, SealedLog.Growth growth)
      throws IOException {
    return new ListLog(
        SealedLog.append(file, key, id + PURPOSE, growth, (label, offset, size) -> {}));
  }

  /**
   * Opens the whole file of a job to read it.
   *
   * @throws IOException where it cannot be read
   */
  static ListLog open(Path file, byte[] key, String id) throws IOException {
    long[] length = {0};
    ListLog list =
        new ListLog(
            SealedLog.read(file, key, id + PURPOSE, (label, offset, size) -> length[0] += size));
    list.length = length[0];
    return list;
  }

  /**
   * Appends bytes; the buffer is empty afterwards.
   *
   * @throws IOException where the disk takes no more
   */
  void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      int part = Math.min(block.remaining(), bytes.remaining());
      block.put(bytes.slice(bytes.position(), part));
      bytes.position(bytes.position() + part);
      length += part;
      if (!block.hasRemaining()) {
        seal();
      }
    }
  }

  /**
   * Writes what is left, so that it outlasts a loss of power.
   *
   * @throws IOException where the disk takes no more
   */
  void finish() throws IOException {
    if (block.position() > 0) {
      seal();
    }
    log.force();
  }

  private void seal() throws IOException {
    log.append(Arrays.copyOf(block.array(), block.position()));
    block.clear();
  }

  /** Returns the list's first bytes, by which its form is told. */
  byte[] head() throws IOException {
    try (InputStream in = from(0)) {
      return in.readNBytes(DialectSniffer.HEAD);
    }
  }

  /** Reads the list for its encoding. */
  EncodingScan scan() throws IOException {
    try (InputStream in = from(0)) {
      return EncodingScan.of(in);
    }
  }

  /** Returns the length of the list in bytes. */
  long length() {
    return length;
  }

  /** Returns a new stream of the list from an offset on; empty from the list's end on. */
  InputStream from(long offset) {
    return new Blocks(offset);
  }

  @Override
  public void close() throws IOException {
    log.close();
  }

  /** The blocks one after the other; all but the last have one size. */
  private final class Blocks extends BlockInputStream {
    private long next;

    Blocks(long offset) {
      next = offset;
    }

    @Override
    protected byte[] next() throws IOException {
      if (next >= length) {
        return new byte[0];
      }
      long number = next / BLOCK;
      byte[] plain = log.read(number * (BLOCK + SealedLog.OVERHEAD));
      int skipped = (int) (next % BLOCK);
      next = number * BLOCK + plain.length;
      return Arrays.copyOfRange(plain, skipped, plain.length);
    }
  }
}
