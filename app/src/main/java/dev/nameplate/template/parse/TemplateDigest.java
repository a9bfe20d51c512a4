package dev.nameplate.template.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The digest of everything in a template's folder that can show in its pictures. */
final class TemplateDigest {
  private TemplateDigest() {}

  /** SHA-256 in hex over the template's bytes and every file of its assets, by name. */
  static String of(Path folder, byte[] template) {
    MessageDigest digest = sha256();
    add(digest, template);
    try {
      for (Path asset : files(folder.resolve("assets"))) {
        add(
            digest,
            folder
                .relativize(asset)
                .toString()
                .replace('\\', '/')
                .getBytes(StandardCharsets.UTF_8));
        add(digest, Files.readAllBytes(asset));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("an asset of " + folder.getFileName(), unreadable);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The paths of a template's pictures, {@code assets/stage.jpg}. */
  static Set<String> assets(Path folder) {
    try {
      return files(folder.resolve("assets")).stream()
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(path -> AssetPath.isWellFormed(path) && AssetPath.exists(folder, path))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the assets of " + folder.getFileName(), unreadable);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void add(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java runtime has SHA-256", absent);
    }
  }
}
