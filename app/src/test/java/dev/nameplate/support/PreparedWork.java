package dev.nameplate.support;

import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.util.DaemonThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Work folders of tests, with backgrounds that other tests of the same build have prepared, so that
 * they do not prepare the shipped templates once more. A file's name is a digest of all that it
 * depends on, so an outdated one is never found.
 *
 * <p>The {@link TestApplication}s of all processes have one cache. The work folders of other
 * servers begin with what is in it.
 */
public final class PreparedWork {
  private static final String CACHE = "cache";

  /** A folder of the build; empty where it names none. */
  private static final Optional<Path> HOME =
      Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
          .map(home -> Path.of(home, "tests").toAbsolutePath());

  private static final int TEMPLATES =
      new TemplateLibrary(TestApplication.templates(), List.of()).ids().size();

  private PreparedWork() {}

  /**
   * The setting {@code NAMEPLATE_WORK} of {@link TestApplication}: a folder of this process's own,
   * with the cache of all. The first process that comes here goes on and prepares standard
   * pictures; others wait for them, or for its end.
   */
  static String shared() {
    return HOME.map(PreparedWork::own).map(Path::toString).orElse("none");
  }

  private static Path own(Path home) {
    Path cache = home.resolve(CACHE);
    Path own = home.resolve(Long.toString(ProcessHandle.current().pid()));
    try {
      Files.createDirectories(cache);
      Files.createDirectories(own);
      if (!Files.exists(own.resolve(CACHE))) {
        Files.createSymbolicLink(own.resolve(CACHE), cache);
      }
      waitOrPrepare(home.resolve("preparing.lock"), cache);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return own;
  }

  /** Takes the lock; keeps it until standard pictures are prepared, in this process or before. */
  private static void waitOrPrepare(Path file, Path cache) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.lock();
    Runnable release =
        () -> {
          try (channel) {
            Waiting.until("as many backgrounds as templates", () -> isPrepared(cache));
            lock.release();
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        };
    if (isPrepared(cache)) {
      release.run();
    } else {
      DaemonThreads.named("prepared-work").newThread(release).start();
    }
  }

  /**
   * Makes a work folder, as soon as there are as many backgrounds as templates.
   *
   * @param parent in which it lies, as {@code work}
   */
  public static Path in(Path parent) {
    Path work = parent.resolve("work");
    HOME.ifPresent(
        home -> {
          Path cache = home.resolve(CACHE);
          int unused = TestApplication.application().port();
          Waiting.until("as many backgrounds as templates", () -> isPrepared(cache));
          link(cache, work.resolve(CACHE));
        });
    return work;
  }

  private static boolean isPrepared(Path cache) {
    try (Stream<Path> all = Files.walk(cache)) {
      return all.filter(file -> file.toString().endsWith(".strips")).count() >= TEMPLATES;
    } catch (UncheckedIOException | IOException changing) {
      return false;
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
