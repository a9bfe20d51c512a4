package dev.nameplate.store;

import dev.nameplate.util.DurableWrites;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * Writes files so that a reader, and a start after a crash at any instant, finds the old or the new
 * content and never a part: into a temporary file beside the target, forced to the disk, then
 * renamed over it.
 */
public final class DurableFile {
  private static final String PREFIX = ".";
  private static final String SUFFIX = ".tmp";

  private DurableFile() {}

  /**
   * Writes a file and replaces an existing one. Its folder must exist.
   *
   * @throws IOException where it cannot be written; an existing file is then unchanged
   */
  public static void write(Path target, byte[] bytes) throws IOException {
    write(target, bytes, new FileAttribute<?>[0]);
  }

  /**
   * Writes a file that only its owner may read and write (mode 0600) from its creation on, where
   * the file system has POSIX permissions. Its folder must exist.
   *
   * @throws IOException where it cannot be written; an existing file is then unchanged
   */
  public static void writePrivate(Path target, byte[] bytes) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    write(
        target,
        bytes,
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0]);
  }

  /**
   * Returns whether a file is the temporary one of a write, which only an interrupted write leaves.
   */
  static boolean isTemporary(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  /** A new name beside a file, of those that a start after a crash deletes. */
  static Path temporary(Path target) {
    return target.resolveSibling(PREFIX + target.getFileName() + "." + UUID.randomUUID() + SUFFIX);
  }

  private static void write(Path target, byte[] bytes, FileAttribute<?>... attributes)
      throws IOException {
    Path temporary = temporary(target);
    try {
      DurableWrites.create(temporary, bytes, attributes);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    DurableWrites.forceFolder(target.toAbsolutePath().resolveSibling("."));
  }
}
