package dev.nameplate.http.page;

import dev.nameplate.util.Sha256;
import io.javalin.config.StaticFilesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The studio's stylesheet and scripts. A digest of them all stands in their path, so that browsers
 * keep them for good and never mix two versions.
 */
final class StudioAssets {
  private static final String FOLDER = "/studio";
  private static final List<String> NAMES =
      List.of("picture.js", "sheet.js", "studio.css", "studio.js");
  private static final int DIGEST_BYTES = 6;

  private final String path = FOLDER + "/" + digest();

  /** The path they have, without a slash at its end. */
  String path() {
    return path;
  }

  /** Offers them as static files. */
  void addTo(StaticFilesConfig files) {
    files.add(
        folder -> {
          folder.hostedPath = path;
          folder.directory = FOLDER;
          folder.headers =
              Map.of(
                  "Cache-Control", "public, max-age=31536000, immutable",
                  "X-Content-Type-Options", "nosniff");
          folder.mimeTypes.add("text/javascript; charset=utf-8", "js");
          folder.mimeTypes.add("text/css; charset=utf-8", "css");
        });
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
