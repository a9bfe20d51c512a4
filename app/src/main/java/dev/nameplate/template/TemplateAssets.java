package dev.nameplate.template;

import java.util.NavigableSet;
import java.util.TreeSet;

/** The files in a template's folder {@code assets}, wherever they are stored. */
public interface TemplateAssets {
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
