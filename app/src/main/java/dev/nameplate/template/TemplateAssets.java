package dev.nameplate.template;

import java.util.NavigableSet;
import java.util.TreeSet;

/** The files below a template's {@code assets}, wherever they are stored. */
public interface TemplateAssets {
  /** No file at all. */
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

  /** Their paths below the template, {@code assets/stage.jpg}, in ascending order. */
  NavigableSet<String> paths();

  /**
   * The bytes of a file, in an array that the caller owns.
   *
   * @param path one of {@link #paths}
   * @throws java.io.UncheckedIOException where it cannot be read
   */
  byte[] read(String path);
}
