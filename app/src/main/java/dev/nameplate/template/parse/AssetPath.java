package dev.nameplate.template.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Paths of pictures inside a template's own folder. */
final class AssetPath {
  private AssetPath() {}

  /** Whether a path is {@code assets/…png} or {@code .jpg} without any way out of the folder. */
  static boolean isWellFormed(String path) {
    return path.matches("assets/[A-Za-z0-9_-][A-Za-z0-9._/-]*\\.(png|jpe?g)")
        && !path.contains("..")
        && !path.contains("//");
  }

  /** Whether it is a file that, links resolved, lies in the folder's {@code assets}. */
  static boolean exists(Path folder, String path) {
    try {
      Path assets = folder.resolve("assets").toRealPath();
      Path file = folder.resolve(path).toRealPath();
      return file.startsWith(assets) && Files.isRegularFile(file);
    } catch (IOException absent) {
      return false;
    }
  }
}
