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
   * Their paths relative to the template, {@code assets/stage.jpg}, in ascending order; may be
   * empty.
   */
  NavigableSet<String> paths();

  /**
   * The bytes of a file, in an array that the caller owns.
   *
   * @param path one of {@link #paths}
   * @throws java.io.UncheckedIOException where it cannot be read
   * @throws IllegalArgumentException where there are no files at all
   */
  byte[] read(String path);
}
