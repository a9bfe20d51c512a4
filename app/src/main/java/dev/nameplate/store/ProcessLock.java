package dev.nameplate.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file lock that shows other processes that this one runs. The system releases it when the
 * process ends in any way, so a file without a lock belongs to a process that has ended.
 *
 * @param folder of the locks
 * @param name of the process, never used again
 * @param channel holds the lock while it is open
 */
record ProcessLock(Path folder, String name, FileChannel channel) implements AutoCloseable {
  private static final String SUFFIX = ".lock";

  /**
   * The names that this process holds. Their files are never opened a second time here: on POSIX
   * systems closing any channel of a file releases all locks that the process has on it.
   */
  private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

  /**
   * Takes the lock of a new name. The file is locked before it gets its name, so that it is never
   * seen unlocked.
   */
  static ProcessLock take(Path folder) throws IOException {
    Files.createDirectories(folder);
    String name =
        ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);
    Path unnamed = folder.resolve("." + name + ".tmp");
    FileChannel channel =
        FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      channel.lock();
      HELD.add(name);
      Files.move(unnamed, folder.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
      return new ProcessLock(folder, name, channel);
    } catch (IOException failed) {
      HELD.remove(name);
      channel.close();
      Files.deleteIfExists(unnamed);
      throw failed;
    }
  }

  /** The name of the process that a lock file belongs to; empty for any other file. */
  static Optional<String> nameOf(Path file) {
    String text = String.valueOf(file.getFileName());
    return text.endsWith(SUFFIX)
        ? Optional.of(text.substring(0, text.length() - SUFFIX.length()))
        : Optional.empty();
  }

  /** Whether the process with a name runs. */
  static boolean isAlive(Path folder, String name) throws IOException {
    if (HELD.contains(name)) {
      return true;
    }
    Path file = folder.resolve(name + SUFFIX);
    try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock free = other.tryLock()) {
      return free == null;
    } catch (OverlappingFileLockException ofThisProcess) {
      return true;
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /** Deletes the lock file of a process that has ended. */
  static void forget(Path folder, String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name + SUFFIX));
  }

  @Override
  public void close() throws IOException {
    forget(folder, name);
    HELD.remove(name);
    channel.close();
  }
}
