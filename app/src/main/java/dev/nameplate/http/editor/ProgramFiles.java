package dev.nameplate.http.editor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads files of the program, from its jar or from the folder that it was compiled to. */
final class ProgramFiles {
  private ProgramFiles() {}

  /**
   * All files below a folder by their path below it, in ascending order; none where there is no
   * such folder.
   *
   * @param folder on the class path, with a slash before and none after it
   */
  static Map<String, byte[]> below(String folder) {
    Map<String, byte[]> files = new TreeMap<>();
    for (String name : names(folder)) {
      read(folder + "/" + name).ifPresent(bytes -> files.put(name, bytes));
    }
    return files;
  }

  /** The bytes of a file; empty where there is none. */
  static Optional<byte[]> read(String name) {
    try (InputStream in = ProgramFiles.class.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> names(String folder) {
    URL url = ProgramFiles.class.getResource(folder);
    try {
      if (url == null) {
        return List.of();
      }
      return url.openConnection() instanceof JarURLConnection jar
          ? inJar(jar, folder.substring(1) + "/")
          : inFolder(Path.of(new URI(url.toString())));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("a file's URL is a URI", impossible);
    }
  }

  private static List<String> inJar(JarURLConnection jar, String prefix) throws IOException {
    return jar.getJarFile().stream()
        .map(entry -> entry.getName())
        .filter(name -> name.startsWith(prefix) && !name.endsWith("/"))
        .map(name -> name.substring(prefix.length()))
        .toList();
  }

  private static List<String> inFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }
}
