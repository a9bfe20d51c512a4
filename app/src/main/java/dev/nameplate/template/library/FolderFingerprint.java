package dev.nameplate.template.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A cheap way to see that files have changed: their names, sizes and times. */
final class FolderFingerprint {
  private FolderFingerprint() {}

  /** Equal prints mean, as far as can be seen without reading, equal files. */
  static String of(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> folder.relativize(file) + " " + stamp(file))
          .collect(Collectors.joining("\n"));
    } catch (IOException | UncheckedIOException gone) {
      return "";
    }
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.size() + " " + attributes.lastModifiedTime();
    } catch (IOException gone) {
      return "gone";
    }
  }
}
