package dev.nameplate.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * The file {@code key} of a work folder: 32 random bytes that seal rows where there are no {@code
 * NAMEPLATE_KEYS}. It is made once, by one of the processes that start at the same time, and never
 * replaced: rows that an older key sealed could not be read any more.
 */
final class SealingKey {
  /** Its length in bytes: AES-256. */
  static final int BYTES = 32;

  private static final Object ONE_THREAD = new Object();

  private SealingKey() {}

  /**
   * Returns the key, made where there is none.
   *
   * @param folder of the work folder; it must exist
   * @return 32 bytes, the caller's own
   * @throws IOException where it can be neither read nor made, or has another length
   */
  static byte[] of(Path folder) throws IOException {
    Path file = folder.resolve("key");
    synchronized (ONE_THREAD) { // a lock of a file is the whole process's
      if (!Files.exists(file)) {
        make(folder, file);
      }
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length != BYTES) {
      throw new IOException(file + " has " + key.length + " bytes, not " + BYTES);
    }
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(file).size() > 2) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return key;
  }

  private static void make(Path folder, Path file) throws IOException {
    try (FileChannel lockFile =
            FileChannel.open(
                folder.resolve("key.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock exclusive = lockFile.lock()) {
      if (exclusive.isValid() && !Files.exists(file)) {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        DurableFile.writePrivate(file, key);
      }
    }
  }
}
