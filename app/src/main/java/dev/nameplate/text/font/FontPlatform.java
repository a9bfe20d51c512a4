package dev.nameplate.text.font;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the JDK's fonts work on machines with neither fonts nor fontconfig.
 *
 * <p>On Linux the JDK asks fontconfig for its logical fonts at the first {@code Font} and throws if
 * the library is missing, unless {@code sun.awt.fontconfig} names a file. That file needs no more
 * than a version and a sequence.
 */
public final class FontPlatform {
  private static final String PROPERTY = "sun.awt.fontconfig";

  private FontPlatform() {}

  /**
   * Sets the system properties that drawing without a display or fontconfig needs. Idempotent and
   * safe for threads; must be called before the first {@code Font} is made.
   *
   * @throws UncheckedIOException if no temporary file can be written
   */
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

  /**
   * Makes fonts of the bytes of a file, which are not kept.
   *
   * <p>The JDK reads a font's glyphs from its file when they are needed. Of bytes it would make a
   * temporary file that it deletes when a shutdown begins, while a node that drains still draws:
   * then the JDK draws with another font without a word. This file is deleted when every shutdown
   * hook has ended.
   *
   * @throws FontFormatException where they are no font
   * @throws IOException where the temporary folder takes no file
   */
  static List<Font> fonts(byte[] bytes) throws IOException, FontFormatException {
    Path file = Files.createTempFile("nameplate-", ".font");
    file.toFile().deleteOnExit();
    Files.write(file, bytes);
    return List.of(Font.createFonts(file.toFile()));
  }
}
