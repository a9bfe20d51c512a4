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
import java.util.UUID;

/**
 * Shows other processes that share a work folder that this one runs. The system lets go of the lock
 * when a process ends, however it ends, so a name whose lock is free is of a process that is gone.
 *
 * @param folder of the locks
 * @param name of the process, unique for ever
 * @param channel holds the lock while it is open
 */
record ProcessLock(Path folder, String name, FileChannel channel) implements AutoCloseable {
  private static final String SUFFIX = ".lock";

  /**
   * Takes the lock of a new name. The file is locked before it has its name, so that nobody sees it
   * free.
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
      Files.move(unnamed, folder.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
      return new ProcessLock(folder, name, channel);
    } catch (IOException failed) {
      channel.close();
      Files.deleteIfExists(unnamed);
      throw failed;
    }
  }

  /** The name of the process whose lock a file is; empty for any other file. */
  static Optional<String> nameOf(Path file) {
    String text = String.valueOf(file.getFileName());
    return text.endsWith(SUFFIX)
        ? Optional.of(text.substring(0, text.length() - SUFFIX.length()))
        : Optional.empty();
  }

  /** Whether the process of a name runs. */
  static boolean isAlive(Path folder, String name) throws IOException {
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

  /** Removes what a process left that is gone. */
  static void forget(Path folder, String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name + SUFFIX));
  }

  @Override
  public void close() throws IOException {
    forget(folder, name);
    channel.close();
  }
}
