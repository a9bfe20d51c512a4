package dev.nameplate.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The journals of an area of the work folder. Each process writes its own ones, {@code
 * <kind>.<process>.journal}; those of a process that has ended are anyone's.
 */
public final class Journals {
  private static final String SUFFIX = ".journal";
  private static final String LOCK = "lock";

  /** How long another process may hold the lock of an area. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final long POLL_NANOS = 2_000_000;

  /** File locks are a process's, not a thread's, so that threads take turns before. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final Path folder;
  private final Path locks;
  private final String process;

  /**
   * @param folder of the area
   * @param locks the folder of the locks of processes
   * @param process the name of this process's lock
   */
  Journals(Path folder, Path locks, String process) {
    this.folder = folder;
    this.locks = locks;
    this.process = process;
  }

  /** Whose journal it is. */
  public enum Owner {
    /** This process's own. */
    SELF,
    /** That of another process, which runs. */
    RUNNING,
    /** That of a process that has ended. */
    ENDED
  }

  /**
   * A journal that exists.
   *
   * @param file its path
   * @param kind what stands before the first dot of its name
   * @param owner whose it is
   */
  public record Journal(Path file, String kind, Owner owner) {
    /** Returns the name of the file in the area. */
    public String name() {
      return String.valueOf(file.getFileName());
    }
  }

  /** Something that is done while no other process does the like. */
  @FunctionalInterface
  public interface Task<T> {
    /**
     * Does it, and returns what comes of it.
     *
     * @throws IOException where a file cannot be read or written
     */
    T run() throws IOException;
  }

  /**
   * Returns the path of this process's own journal, which need not exist and which no other process
   * writes.
   *
   * @param kind of letters, digits and dashes
   */
  public Path own(String kind) {
    return folder.resolve(kind + "." + process + SUFFIX);
  }

  /**
   * Returns the journals whose kinds begin with a text, sorted by path.
   *
   * @throws IOException where the folder cannot be read
   */
  public List<Journal> list(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> named = files.filter(file -> isJournal(file, prefix)).sorted().toList();
      List<Journal> journals = new java.util.ArrayList<>();
      for (Path file : named) {
        journals.add(journal(file));
      }
      return journals;
    }
  }

  /**
   * Runs a task while no other process, and no other thread of this one, runs one for this area.
   *
   * @throws IOException what the task throws, or where another process holds the lock for more than
   *     two seconds
   */
  public <T> T exclusively(Task<T> task) throws IOException {
    THREADS.lock();
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = lock(channel)) {
      if (!held.isValid()) {
        throw new IOException("the lock of " + folder + " is lost");
      }
      return task.run();
    } finally {
      THREADS.unlock();
    }
  }

  private FileLock lock(FileChannel channel) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
      if (lock.isPresent()) {
        return lock.get();
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    throw new IOException(
        "another process holds the lock of "
            + folder
            + " for more than "
            + TimeUnit.NANOSECONDS.toSeconds(PATIENCE.toNanos())
            + " s");
  }

  private static boolean isJournal(Path file, String prefix) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(prefix) && name.endsWith(SUFFIX) && name.indexOf('.') > 0;
  }

  private Journal journal(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    int dot = name.indexOf('.');
    String owner = name.substring(dot + 1, Math.max(dot + 1, name.length() - SUFFIX.length()));
    return new Journal(file, name.substring(0, dot), owner(owner));
  }

  private Owner owner(String name) throws IOException {
    if (name.equals(process)) {
      return Owner.SELF;
    }
    return ProcessLock.isAlive(locks, name) ? Owner.RUNNING : Owner.ENDED;
  }
}
