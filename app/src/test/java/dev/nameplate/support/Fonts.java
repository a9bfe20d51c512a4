package dev.nameplate.support;

import dev.nameplate.text.font.FontLibrary;
import java.nio.file.Path;

/** The project's fonts, which are read and checked once for all tests of a process. */
public final class Fonts {
  private static final FontLibrary SHIPPED = FontLibrary.load(Path.of("fonts"));

  private Fonts() {}

  /** All of them; those of lazy families are read when they are first used. */
  public static FontLibrary shipped() {
    return SHIPPED;
  }
}
