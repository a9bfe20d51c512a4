package dev.nameplate.merge.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Data tables on the class path, as text files that state their source and date in comments. */
public final class ResourceTable {
  private static final String FOLDER = "/tables/";

  private ResourceTable() {}

  /**
   * Reads the lines of a table, without blank lines and those that begin with {@code #}.
   *
   * @param name of a UTF-8 file in the folder {@code tables}
   * @return the lines in their order; unmodifiable
   * @throws IllegalStateException if the build lacks it
   * @throws UncheckedIOException if it cannot be read
   */
  public static List<String> lines(String name) {
    try (InputStream in = ResourceTable.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the table " + name + " is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
