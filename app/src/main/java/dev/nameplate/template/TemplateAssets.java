package dev.nameplate.template;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The files in a template's folders {@code assets} and {@code fonts}, wherever they are stored. */
public interface TemplateAssets {
  /** The folders of a template that hold them: pictures, and fonts for its texts alone. */
  List<String> FOLDERS = List.of("assets", "fonts");

  /** Whether a path, relative to the template, is in one of {@link #FOLDERS}. */
  static boolean isIn(String path) {
    return FOLDERS.stream().anyMatch(folder -> path.startsWith(folder + "/"));
  }

  /** No files. */
  TemplateAssets NONE =
      new TemplateAssets() {
        @Override
        public NavigableSet<String> paths() {
          return new TreeSet<>();
        }

        @Override
        public byte[] read(String path) {
          throw new IllegalArgumentException("a template without assets has no " + path);
        }
      };

  /**
   * Their paths relative to the template, {@code assets/stage.jpg}, in ascending order; empty where
   * there are no files. The caller must not change the set.
   */
  NavigableSet<String> paths();

  /**
   * The bytes of a file, in an array that the caller owns.
   *
   * @param path one of {@link #paths}
   * @throws java.io.UncheckedIOException where it cannot be read or no longer exists
   * @throws IllegalArgumentException where there are no files at all, as in {@link #NONE}
   */
  byte[] read(String path);
}
