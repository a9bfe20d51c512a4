package dev.nameplate.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Work folders of tests' own, whose cache begins with the backgrounds that {@link TestApplication}
 * and other tests of the same build have prepared, so that a server of a test does not prepare the
 * shipped templates once more. A file's name is a digest of all that it depends on, so an outdated
 * one is never found.
 */
public final class PreparedWork {
  private static final String CACHE = "cache";

  /** The work folder of {@link TestApplication}; empty where the build names no folder for it. */
  private static final Optional<Path> SHARED =
      Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
          .map(home -> Path.of(home, "tests-" + ProcessHandle.current().pid()));

  private PreparedWork() {}

  /** The setting {@code NAMEPLATE_WORK} of {@link TestApplication}. */
  static String shared() {
    return SHARED.map(Path::toString).orElse("none");
  }

  /**
   * Makes a work folder, as soon as there is a standard picture's background of every template.
   *
   * @param parent in which it lies, as {@code work}
   */
  public static Path in(Path parent) {
    Path work = parent.resolve("work");
    SHARED.ifPresent(
        shared -> {
          int templates = TestApplication.application().templates().ids().size();
          Path cache = shared.resolve(CACHE);
          Waiting.until("a background of every template", () -> strips(cache) >= templates);
          link(cache, work.resolve(CACHE));
        });
    return work;
  }

  private static long strips(Path cache) {
    try (Stream<Path> all = Files.walk(cache)) {
      return all.filter(file -> file.toString().endsWith(".strips")).count();
    } catch (UncheckedIOException | IOException changing) {
      return 0;
    }
  }

  private static void link(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      List<Path> files =
          all.filter(Files::isRegularFile)
              .filter(file -> !file.getFileName().toString().startsWith("."))
              .toList();
      for (Path file : files) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.resolveSibling("."));
        if (!Files.exists(copy)) {
          share(copy, file);
        }
      }
    } catch (UncheckedIOException | IOException changing) {
      // Another test deletes files there now: what is linked is enough.
    }
  }

  private static void share(Path copy, Path file) throws IOException {
    try {
      Files.createLink(copy, file);
    } catch (NoSuchFileException gone) {
      // Deleted meanwhile.
    } catch (UnsupportedOperationException otherDisk) {
      Files.copy(file, copy);
    }
  }
}
