package dev.nameplate.batch.job;

import dev.nameplate.store.SealedLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a job that are in their final state, in order. Appended to by one thread. */
final class RowLog implements AutoCloseable {
  private static final String PURPOSE = "/rows";

  private final List<Long> offsets = new ArrayList<>();
  private final SealedLog log;

  private RowLog(Opening opening) throws IOException {
    this.log = opening.open((label, offset, length) -> offsets.add(offset));
  }

  private interface Opening {
    SealedLog open(SealedLog.Visitor visitor) throws IOException;
  }

  /**
   * Opens the rows of a job to add to them; there are none at first.
   *
   * @throws IOException where the file cannot be opened or created
   */
  static RowLog append(Path file, byte[] key, String id, SealedLog.Growth growth)
      throws IOException {
    return new RowLog(visitor -> SealedLog.append(file, key, id + PURPOSE, growth, visitor));
  }

  /**
   * Opens the rows of a job, as they are now, to read them.
   *
   * @throws IOException where there are none, or they cannot be read
   */
  static RowLog read(Path file, byte[] key, String id) throws IOException {
    return new RowLog(visitor -> SealedLog.read(file, key, id + PURPOSE, visitor));
  }

  /**
   * Adds rows.
   *
   * @throws IOException where the disk takes no more; nothing was added then
   */
  void add(RowUnit unit) throws IOException {
    offsets.add(log.append(unit.packed()));
  }

  /**
   * Returns the last unit; empty where no row is done.
   *
   * @throws IOException where it cannot be read
   */
  Optional<RowUnit> last() throws IOException {
    return offsets.isEmpty()
        ? Optional.empty()
        : Optional.of(RowUnit.unpacked(log.read(offsets.get(offsets.size() - 1))));
  }

  /**
   * Reads all units in order.
   *
   * @throws IOException where one cannot be read, or the reader throws it
   */
  void forEach(JobData.Reader reader) throws IOException {
    for (long offset : offsets) {
      reader.unit(RowUnit.unpacked(log.read(offset)));
    }
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
