package dev.nameplate.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program of others that judges pictures, found on the search path.
 *
 * @param name {@code pngcheck}
 */
public record Tool(String name) {
  /**
   * The program where it is installed.
   *
   * @throws AssertionError where it is not, and the variable {@code NAMEPLATE_CHECKERS} says {@code
   *     required}
   */
  public static Optional<Tool> find(String name) {
    return find(name, "required".equals(System.getenv("NAMEPLATE_CHECKERS")));
  }

  static Optional<Tool> find(String name, boolean required) {
    boolean there = isInstalled(name);
    if (!there && required) {
      throw new AssertionError(name + " is not installed, and NAMEPLATE_CHECKERS is required");
    }
    return there ? Optional.of(new Tool(name)) : Optional.empty();
  }

  /** Whether a program is on the search path. */
  public static boolean isInstalled(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /**
   * What it writes, errors among it.
   *
   * @throws AssertionError with its output where it ends with another status than 0
   */
  public byte[] run(List<String> arguments) {
    List<String> command = Stream.concat(Stream.of(name), arguments.stream()).toList();
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      byte[] output = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new AssertionError(
            name + ": " + new String(output, 0, Math.min(4_000, output.length), ISO_8859_1));
      }
      return output;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
