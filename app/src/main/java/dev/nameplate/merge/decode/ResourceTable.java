package dev.nameplate.merge.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tables of facts that lie beside the classes as text, each with its source and date at its head.
 */
public final class ResourceTable {
  private static final String FOLDER = "/tables/";

  private ResourceTable() {}

  /**
   * The lines of a table, without comments and empty lines.
   *
   * @param name of a file in {@code tables}, in UTF-8
   * @throws IllegalStateException where the program was built without it
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
