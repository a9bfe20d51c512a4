package dev.nameplate.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work folder of a node ({@code NAMEPLATE_WORK}), which processes may share:
 *
 * <pre>
 * cache/     what can be made again
 * drafts/    jobs/    usage/
 * locks/     a lock for each process that runs
 * key        seals rows where there are no NAMEPLATE_KEYS
 * </pre>
 *
 * <p>Where it is missing, read-only or full, that is reported once and everything goes on without
 * it: reads find nothing, writes are refused. No template and no published URL depends on it. Its
 * methods do file I/O, so request threads do not call them.
 */
public final class WorkFolder implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WorkFolder.class);
  private static final String LOCKS = "locks";

  private final WorkSettings settings;
  private final Optional<ProcessLock> lock;
  private final AtomicLong used = new AtomicLong();
  private final AtomicLong reserved = new AtomicLong();
  private final AtomicBoolean reported = new AtomicBoolean();

  private WorkFolder(WorkSettings settings) {
    this.settings = settings;
    this.lock = settings.folder().flatMap(this::prepare);
    if (lock.isPresent()) {
      clean(lock.get());
      used.set(count());
    }
  }

  /**
   * Opens the folder, creates what is missing, and deletes what processes that ended have left.
   * Where the folder cannot be used, that is logged and not thrown; see {@link #isUsable}.
   *
   * @param settings where they name no folder, nothing is stored
   * @return the work folder, which the caller closes
   */
  public static WorkFolder open(WorkSettings settings) {
    return new WorkFolder(settings);
  }

  /** Returns whether there is a folder and it could be written when it was opened. */
  public boolean isUsable() {
    return lock.isPresent();
  }

  /**
   * Returns the size of all its files in bytes, as far as this process knows; 0 where it cannot be
   * used.
   */
  public long usedBytes() {
    return used.get();
  }

  /**
   * Reads a file.
   *
   * @param name below the area, with {@code /} between folders
   * @return its bytes, the caller's own; empty where there is no such file, or it cannot be read
   * @throws IllegalArgumentException where the name leads out of the area
   */
  public Optional<byte[]> read(WorkArea area, String name) {
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file(area, name)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException unreadable) {
      report(unreadable);
      return Optional.empty();
    }
  }

  /**
   * Writes a file as {@link DurableFile} does and replaces an existing one. Where the budget is
   * used up, files of {@link WorkArea#CACHE} are deleted first, those used longest ago before
   * others.
   *
   * @param name below the area, with {@code /} between folders
   * @return whether it was written; false where the folder cannot be used, is full, or the write
   *     fails
   * @throws IllegalArgumentException where the name leads out of the area
   */
  public boolean write(WorkArea area, String name, byte[] bytes) {
    if (lock.isEmpty()) {
      return false;
    }
    Path file = file(area, name);
    try {
      long before = sizeOf(file);
      checkFits(bytes.length - before);
      Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
      DurableFile.write(file, bytes);
      used.addAndGet(bytes.length - before);
      return true;
    } catch (IOException failed) {
      report(failed);
      return false;
    }
  }

  /**
   * Returns whether there is a file.
   *
   * @param name below the area, with {@code /} between folders
   * @throws IllegalArgumentException where the name leads out of the area
   */
  public boolean exists(WorkArea area, String name) {
    return lock.isPresent() && Files.exists(file(area, name));
  }

  /**
   * Marks a file as used now, so that others are deleted before it. A failure is ignored: another
   * process may have deleted it.
   *
   * @param name below the area, with {@code /} between folders
   * @throws IllegalArgumentException where the name leads out of the area
   */
  public void touch(WorkArea area, String name) {
    if (lock.isPresent()) {
      boolean unused = file(area, name).toFile().setLastModified(System.currentTimeMillis());
    }
  }

  /**
   * Deletes a file if there is one. A failure is logged and not thrown.
   *
   * @param name below the area, with {@code /} between folders
   * @throws IllegalArgumentException where the name leads out of the area
   */
  public void delete(WorkArea area, String name) {
    if (lock.isPresent()) {
      deleted(file(area, name));
    }
  }

  /**
   * Returns the path of a file, which need not exist; empty where the folder cannot be used.
   *
   * @param name below the area, with {@code /} between folders
   * @throws IllegalArgumentException where the name leads out of the area
   */
  public Optional<Path> path(WorkArea area, String name) {
    return lock.map(usable -> file(area, name));
  }

  /** Returns the journals of an area; empty where the folder cannot be used. */
  public Optional<Journals> journals(WorkArea area) {
    return lock.map(held -> new Journals(file(area, ""), held.folder(), held.name()));
  }

  /**
   * Appends to a file that no other process writes, and creates it where it is missing. What was
   * appended survives the end of the process by whatever signal, though not a loss of power.
   *
   * @param name below the area, with {@code /} between folders
   * @return whether all bytes were appended; false where the folder cannot be used, is full, or
   *     writing fails, and then nothing is appended
   * @throws IllegalArgumentException where the name leads out of the area
   */
  public boolean append(WorkArea area, String name, byte[] bytes) {
    if (lock.isEmpty()) {
      return false;
    }
    try {
      checkFits(bytes.length);
      DurableFile.append(file(area, name), bytes);
      used.addAndGet(bytes.length);
      return true;
    } catch (IOException failed) {
      report(failed);
      return false;
    }
  }

  /**
   * Returns the key that encrypts rows where {@code NAMEPLATE_KEYS} is not set; the first call
   * creates it.
   *
   * @return 32 bytes, the caller's own; empty where it can be neither read nor created
   */
  public Optional<byte[]> key() {
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(SealingKey.of(root()));
    } catch (IOException failed) {
      report(failed);
      return Optional.empty();
    }
  }

  /**
   * Creates a file for rows, sealed, which is gone when it is closed or this process ends. Its
   * budget is taken at once and given back when it is closed.
   *
   * @param most how much it will hold, in bytes
   * @return what the caller closes; empty where the folder cannot be used or has not so much space
   */
  public Optional<SealedFile> spool(long most) {
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    try {
      checkFits(most);
      SealedFile file =
          SealedFile.create(
              DurableFile.temporary(file(WorkArea.JOBS, "spool")), () -> reserve(-most));
      reserve(most);
      return Optional.of(file);
    } catch (IOException failed) {
      report(failed);
      return Optional.empty();
    }
  }

  /**
   * Takes bytes of the budget for a file that the caller writes itself, as {@link #write} does.
   *
   * @param bytes less than 0 to give back those of a file that was shortened or deleted
   * @throws IOException where the budget has not so many
   */
  public void grow(long bytes) throws IOException {
    checkFits(bytes);
    used.addAndGet(bytes);
  }

  /** The system's count of files has none of those that are spooled: they have no name. */
  private void reserve(long bytes) {
    reserved.addAndGet(bytes);
    used.addAndGet(bytes);
  }

  /** Releases this process's lock. Files stay. */
  @Override
  public void close() {
    try {
      if (lock.isPresent()) {
        lock.get().close();
      }
    } catch (IOException failed) {
      report(failed);
    }
  }

  private Optional<ProcessLock> prepare(Path folder) {
    try {
      for (WorkArea area : WorkArea.values()) {
        Files.createDirectories(folder.resolve(area.folder()));
      }
      return Optional.of(ProcessLock.take(folder.resolve(LOCKS)));
    } catch (IOException | UnsupportedOperationException failed) {
      report(failed);
      return Optional.empty();
    }
  }

  private Path root() {
    return settings.folder().orElseThrow();
  }

  private Path file(WorkArea area, String name) {
    Path folder = root().resolve(area.folder()).normalize();
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw new IllegalArgumentException("a file of the work folder lies in it: " + name);
    }
    return file;
  }

  private void checkFits(long more) throws IOException {
    if (more > 0 && !fits(more)) {
      throw new IOException(
          "its files would take more than NAMEPLATE_WORK_BYTES, " + settings.maxBytes());
    }
  }

  /** Deletes cached files until more bytes fit, and says whether they do. */
  private synchronized boolean fits(long more) {
    if (used.get() + more > settings.maxBytes()) {
      used.set(count()); // other processes write and delete too
      List<Path> oldest = filesBelow(root().resolve(WorkArea.CACHE.folder()));
      for (int at = 0; at < oldest.size() && used.get() + more > settings.maxBytes(); at++) {
        deleted(oldest.get(at));
      }
    }
    return used.get() + more <= settings.maxBytes();
  }

  private void deleted(Path file) {
    try {
      long size = sizeOf(file);
      if (Files.deleteIfExists(file)) {
        used.addAndGet(-size);
      }
    } catch (IOException failed) {
      report(failed);
    }
  }

  private static long sizeOf(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  private long count() {
    long bytes = reserved.get();
    for (Path file : filesBelow(root())) {
      bytes += file.toFile().length();
    }
    return bytes;
  }

  /** Regular files, those written or used longest ago first. */
  private List<Path> filesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(WorkFolder::writtenAt).thenComparing(Path::toString))
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      report(unreadable);
      return List.of();
    }
  }

  private static FileTime writtenAt(Path file) {
    return FileTime.fromMillis(file.toFile().lastModified());
  }

  private boolean runs(String process) {
    try {
      return ProcessLock.isAlive(root().resolve(LOCKS), process);
    } catch (IOException unknown) {
      report(unknown);
      return true;
    }
  }

  /** Removes the locks of processes that are gone, and what writes left that did not end. */
  private void clean(ProcessLock own) {
    List<Path> files = filesBelow(root());
    boolean alone = true;
    for (Path file : files) {
      Optional<String> process =
          file.startsWith(own.folder()) ? ProcessLock.nameOf(file) : Optional.empty();
      if (process.isPresent() && !process.get().equals(own.name())) {
        boolean running = runs(process.get());
        alone = alone && !running;
        if (!running) {
          deleted(file);
        }
      }
    }
    if (alone) {
      files.stream().filter(DurableFile::isTemporary).forEach(this::deleted);
    }
  }

  /** Says once that the folder fails; a thread that was interrupted tells nothing of it. */
  private void report(Exception failed) {
    boolean interrupted = failed instanceof ClosedByInterruptException;
    if (!interrupted && reported.compareAndSet(false, true)) {
      log.warn(
          "The work folder {} cannot be used as it should be: {}. Pictures are drawn without it."
              + " NAMEPLATE_WORK names another, NAMEPLATE_WORK_BYTES its size; see"
              + " app/docs/operations.md#the-work-folder",
          root(),
          failed.toString());
    }
  }
}
