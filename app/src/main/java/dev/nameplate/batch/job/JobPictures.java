package dev.nameplate.batch.job;

import dev.nameplate.scene.RenderKey;
import dev.nameplate.store.SealedLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The pictures of a job, sealed, each once by its key. A label beside each is an HMAC of its key,
 * so that the index is made again without opening the pictures. Safe for several threads.
 */
final class JobPictures implements AutoCloseable {
  private static final String PURPOSE = "/pictures";

  private final SealedLog log;
  private final byte[] labels;
  private final Map<Label, Kept> index = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();

  private JobPictures(Opening opening, byte[] key) throws IOException {
    this.labels = JobKeys.hmac(key, PURPOSE.getBytes(StandardCharsets.UTF_8));
    this.log = opening.open(this::noted);
  }

  private interface Opening {
    SealedLog open(SealedLog.Visitor visitor) throws IOException;
  }

  /**
   * Opens the pictures of a job to add to them; there are none at first.
   *
   * @throws IOException where the file cannot be opened or created
   */
  static JobPictures append(Path file, byte[] key, String id, SealedLog.Growth growth)
      throws IOException {
    return new JobPictures(
        visitor -> SealedLog.append(file, key, id + PURPOSE, growth, visitor), key);
  }

  /**
   * Opens the pictures of a job to read them.
   *
   * @throws IOException where there are none, or they cannot be read
   */
  static JobPictures read(Path file, byte[] key, String id) throws IOException {
    return new JobPictures(visitor -> SealedLog.read(file, key, id + PURPOSE, visitor), key);
  }

  private record Label(long high, long low) {
    static Label of(byte[] bytes) {
      ByteBuffer halves = ByteBuffer.wrap(bytes);
      return new Label(halves.getLong(), halves.getLong());
    }
  }

  /**
   * A picture that is there.
   *
   * @param offset by which it is read
   * @param length of the file in bytes
   */
  record Kept(long offset, int length) {}

  private void noted(byte[] label, long offset, int length) {
    count.incrementAndGet();
    index.put(Label.of(label), new Kept(offset, length));
  }

  private byte[] label(RenderKey key) {
    return Arrays.copyOf(
        JobKeys.hmac(labels, key.hex().getBytes(StandardCharsets.US_ASCII)), SealedLog.LABEL);
  }

  /** Returns the picture of a key; empty where it was not drawn. */
  Optional<Kept> find(RenderKey key) {
    return Optional.ofNullable(index.get(Label.of(label(key))));
  }

  /**
   * Adds a picture that others with its key share.
   *
   * @throws IOException where the disk takes no more; it is not there then
   */
  Kept keep(RenderKey key, byte[] file) throws IOException {
    byte[] label = label(key);
    Kept kept = append(label, file);
    index.put(Label.of(label), kept);
    return kept;
  }

  /**
   * Adds a picture that is that of one row alone.
   *
   * @throws IOException where the disk takes no more; it is not there then
   */
  Kept keep(byte[] file) throws IOException {
    return append(new byte[SealedLog.LABEL], file);
  }

  private synchronized Kept append(byte[] label, byte[] file) throws IOException {
    Kept kept = new Kept(log.append(label, file), file.length);
    count.incrementAndGet();
    return kept;
  }

  /**
   * Returns a file, the caller's own.
   *
   * @throws IOException where it cannot be read
   */
  byte[] file(long offset) throws IOException {
    return log.read(offset);
  }

  /** Returns how many pictures were drawn. */
  long count() {
    return count.get();
  }

  /** Makes what was added outlast a loss of power. */
  void force() throws IOException {
    log.force();
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
