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
final class JobPictures implements JobData.Pictures, RowPictures.Keeper {
  private static final String PURPOSE = "/pictures";

  private final SealedLog log;
  private final byte[] labels;
  private final Map<Label, RowPictures.Kept> index = new ConcurrentHashMap<>();
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

  private void noted(byte[] label, long offset, int length) {
    count.incrementAndGet();
    index.put(Label.of(label), new RowPictures.Kept(offset, length));
  }

  private byte[] label(RenderKey key) {
    return Arrays.copyOf(
        JobKeys.hmac(labels, key.hex().getBytes(StandardCharsets.US_ASCII)), SealedLog.LABEL);
  }

  @Override
  public Optional<RowPictures.Kept> find(RenderKey key) {
    return Optional.ofNullable(index.get(Label.of(label(key))));
  }

  @Override
  public RowPictures.Kept keep(RenderKey key, byte[] file) throws IOException {
    byte[] label = label(key);
    RowPictures.Kept kept = append(label, file);
    index.put(Label.of(label), kept);
    return kept;
  }

  @Override
  public RowPictures.Kept keep(byte[] file) throws IOException {
    return append(new byte[SealedLog.LABEL], file);
  }

  private synchronized RowPictures.Kept append(byte[] label, byte[] file) throws IOException {
    RowPictures.Kept kept = new RowPictures.Kept(log.append(label, file), file.length);
    count.incrementAndGet();
    return kept;
  }

  @Override
  public byte[] file(long offset) throws IOException {
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
