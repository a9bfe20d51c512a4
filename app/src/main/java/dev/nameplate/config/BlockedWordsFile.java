package dev.nameplate.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the file of words that no value may contain. */
final class BlockedWordsFile {
  private BlockedWordsFile() {}

  /** The lines of a file that are neither blank nor comments, which start with {@code #}. */
  static Optional<List<String>> read(String text) {
    if (text.equals("none")) {
      return Optional.of(List.of());
    }
    try {
      return Optional.of(
          Files.readAllLines(Path.of(text)).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList());
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }
}
