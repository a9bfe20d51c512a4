package dev.nameplate.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Folders with copies of shipped templates, for servers that change them or need only a few. */
public final class TemplateCopies {
  private TemplateCopies() {}

  /**
   * Copies templates, and what lies beside them.
   *
   * @param to a folder, made if it is not there
   * @param ids the templates; none copies all
   * @return the folder
   */
  public static Path make(Path to, String... ids) {
    Path from = Path.of("templates");
    List<String> wanted = List.of(ids);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path name = from.relativize(file);
        boolean beside = name.getNameCount() == 1;
        if (wanted.isEmpty() || beside || wanted.contains(name.getName(0).toString())) {
          Path target = to.resolve(name);
          Files.createDirectories(target.resolveSibling("."));
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return to;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
