package dev.nameplate.text.font;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the JDK's fonts work where the machine has neither fonts nor fontconfig.
 *
 * <p>On Linux the JDK asks fontconfig for its logical fonts at the first {@code Font} and throws
 * where the library is missing. It does not ask where {@code sun.awt.fontconfig} names a file; that
 * file needs a version and a sequence, nothing more.
 */
public final class FontPlatform {
  private static final String PROPERTY = "sun.awt.fontconfig";

  private FontPlatform() {}

  /** Sets the properties that drawing without a display or fontconfig needs. Idempotent. */
  public static synchronized void prepare() {
    System.setProperty("java.awt.headless", "true");
    if (System.getProperty(PROPERTY) != null) {
      return;
    }
    try {
      Path file = Files.createTempFile("nameplate-fontconfig", ".properties");
      file.toFile().deleteOnExit();
      Files.writeString(file, "version=1\nsequence.allfonts=default\n");
      System.setProperty(PROPERTY, file.toString());
    } catch (IOException failed) {
      throw new UncheckedIOException("no temporary file for the font configuration", failed);
    }
  }
}
