package dev.nameplate.merge;

import java.util.Optional;

/** What the fonts can draw. A value that would show as empty boxes counts as missing. */
public interface GlyphCoverage {
  /**
   * Replaces or removes what the fonts cannot draw: styled letters without a glyph become plain
   * ones (NFKC, UAX 15); pictographs, symbols and stray marks without a glyph are removed.
   *
   * @return the text as the fonts can draw it, the text itself if they can draw all of it; empty if
   *     no font has a glyph for one of its letters or digits, or nothing visible is left
   */
  Optional<String> drawable(String text);
}
