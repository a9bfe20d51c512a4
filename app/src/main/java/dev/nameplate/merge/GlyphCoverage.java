package dev.nameplate.merge;

import java.util.Optional;

/** What the fonts can draw. A value that would show as empty boxes counts as missing. */
public interface GlyphCoverage {
  /**
   * The text as the fonts can draw it: unchanged, or with plain letters (NFKC, UAX 15) in place of
   * styled ones without a glyph, and without pictographs, symbols and stray marks without a glyph.
   *
   * @return empty if no font has a glyph for one of its letters or digits, or nothing visible is
   *     left
   */
  Optional<String> drawable(String text);
}
