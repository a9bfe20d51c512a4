package dev.nameplate.http.page;

import dev.nameplate.util.Sha256;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * The studio's stylesheet and scripts. A digest of them all stands in their path, so that browsers
 * keep them for good and never mix two versions.
 */
public final class StudioAssets {
  private static final String FOLDER = "/studio";
  private static final List<String> NAMES =
      List.of("batch.js", "picture.js", "sheet.js", "studio.css", "studio.js");
  private static final int DIGEST_BYTES = 6;

  private final String path = FOLDER + "/" + digest();

  /** The path they have, without a slash at its end. */
  public String path() {
    return path;
  }

  /** Adds their route. */
  void addTo(RoutesConfig routes) {
    ClasspathFiles.addTo(routes, path, FOLDER);
  }

  private static String digest() {
    MessageDigest digest = Sha256.start();
    for (String name : NAMES) {
      digest.update(read(name));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
  }

  private static byte[] read(String name) {
    try (InputStream in = StudioAssets.class.getResourceAsStream(FOLDER + "/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + FOLDER + "/" + name);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
