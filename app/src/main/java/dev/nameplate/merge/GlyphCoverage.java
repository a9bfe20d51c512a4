package dev.nameplate.merge;

import java.util.Optional;

/**
 * Tells what the fonts can draw, so that a value which would show as empty boxes counts as missing.
 */
public interface GlyphCoverage {
  /**
   * The text as it can be drawn: itself, or an equal in plain letters where the fonts lack the
   * styled ones.
   *
   * @return empty where a grapheme cluster of it has no glyph in any font
   */
  Optional<String> drawable(String text);
}
