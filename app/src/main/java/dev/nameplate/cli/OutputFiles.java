package dev.nameplate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files that commands write. */
final class OutputFiles {
  private OutputFiles() {}

  /**
   * Writes a file, replaces an existing one, and creates its folder.
   *
   * @throws UncheckedIOException where it cannot be written
   */
  static void write(Path file, byte[] bytes) {
    try {
      Optional<Path> folder = Optional.ofNullable(file.getParent());
      if (folder.isPresent()) {
        Files.createDirectories(folder.get());
      }
      Files.write(file, bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
