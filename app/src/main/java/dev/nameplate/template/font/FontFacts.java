package dev.nameplate.template.font;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What an OpenType file (ISO/IEC 14496-22) says about itself. Only the tables that say it are read,
 * and every table has to lie inside the file; whether its glyphs can be drawn is not looked at.
 */
public sealed interface FontFacts {
  /** The largest file that is read as a font, in bytes. */
  int MAX_BYTES = 16 << 20;

  /** The longest name of a family, in UTF-16 units. */
  int MAX_NAME = 60;

  /**
   * It is one font with outlines.
   *
   * @param family its typographic family, with {@code Italic} at the end of an italic's
   * @param weight 100 to 900, a multiple of 100
   * @param ending {@code .ttf}, or {@code .otf} where its outlines are those of PostScript (CFF)
   */
  record Usable(String family, int weight, String ending) implements FontFacts {}

  /**
   * It is none that templates can use.
   *
   * @param what what it is, to follow "is": {@code a web font}
   */
  record Unusable(String what) implements FontFacts {}

  /**
   * Reads a file.
   *
   * @param file not changed
   */
  static FontFacts of(byte[] file) {
    if (file.length > MAX_BYTES) {
      return new Unusable("a file of " + file.length + " bytes, more than " + MAX_BYTES);
    }
    try {
      return new FontTables(ByteBuffer.wrap(file)).facts();
    } catch (BufferUnderflowException | IndexOutOfBoundsException broken) {
      return new Unusable("a font that breaks off");
    }
  }
}
