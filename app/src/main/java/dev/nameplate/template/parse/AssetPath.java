package dev.nameplate.template.parse;

import dev.nameplate.template.TemplateAssets;
import java.util.Set;
import java.util.stream.Collectors;

/** Paths of pictures in a template's own folder. */
final class AssetPath {
  private AssetPath() {}

  /**
   * Whether a path is {@code assets/….png}, {@code .jpg} or {@code .jpeg} in ASCII and stays inside
   * the folder.
   */
  static boolean isWellFormed(String path) {
    return path.matches("assets/[A-Za-z0-9_-][A-Za-z0-9._/-]*\\.(png|jpe?g)")
        && !path.contains("..")
        && !path.contains("//");
  }

  /** Whether a template has the file. */
  static boolean exists(TemplateAssets assets, String path) {
    return path.startsWith("assets/") && assets.paths().contains(path);
  }

  /** The paths of a template's pictures, {@code assets/stage.jpg}; may be empty. */
  static Set<String> pictures(TemplateAssets assets) {
    return assets.paths().stream()
        .filter(AssetPath::isWellFormed)
        .collect(Collectors.toUnmodifiableSet());
  }
}
