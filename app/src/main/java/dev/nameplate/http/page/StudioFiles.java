package dev.nameplate.http.page;

import dev.nameplate.http.message.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The studio's stylesheet and scripts. A digest of them all stands in their path, so that browsers
 * keep them for good and never mix two versions.
 */
final class StudioFiles {
  private static final String ROOT = "/studio/";
  private static final Map<String, String> TYPES =
      Map.of(
          "studio.css", "text/css; charset=utf-8",
          "studio.js", "text/javascript; charset=utf-8",
          "sheet.js", "text/javascript; charset=utf-8",
          "picture.js", "text/javascript; charset=utf-8");

  private final Map<String, byte[]> files = new TreeMap<>();
  private final String path;

  /** Reads them from the program's own jar. */
  StudioFiles() {
    TYPES.keySet().forEach(name -> files.put(name, read(name)));
    this.path = ROOT + digest(files) + "/";
  }

  /** The path they lie under, with a slash at its end. */
  String path() {
    return path;
  }

  /** The answer for a path; empty where none of them lies there. */
  Optional<HttpResponse> answer(String asked) {
    if (!asked.startsWith(path)) {
      return Optional.empty();
    }
    String name = asked.substring(path.length());
    return Optional.ofNullable(files.get(name))
        .map(
            file ->
                HttpResponse.of(
                    200,
                    TYPES.getOrDefault(name, "text/plain"),
                    file,
                    Map.of("Cache-Control", "public, max-age=31536000, immutable")));
  }

  private static byte[] read(String name) {
    try (InputStream in = StudioFiles.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + ROOT + name);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String digest(Map<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.values().forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java runtime has SHA-256", absent);
    }
  }
}
