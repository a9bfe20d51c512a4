package dev.nameplate.merge;

import java.util.Optional;

/**
 * Tells what the fonts can draw, so that a value which would show as empty boxes counts as missing.
 */
public interface GlyphCoverage {
  /**
   * The text as it can be drawn: itself, or with plain letters in place of styled ones that the
   * fonts lack, and without pictographs, signs and stray marks that they lack.
   *
   * @return empty where a letter or digit of it has no glyph in any font, or nothing else is left
   */
  Optional<String> drawable(String text);
}
