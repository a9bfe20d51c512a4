package dev.nameplate.text.font;

import dev.nameplate.text.glyph.ShapedText;

/** One weight of a font family. All lengths are in ems of this face. */
public sealed interface Face permits OutlineFace, ColorFace {
  /**
   * Reads its file unless that has been done.
   *
   * @throws FontException if the file is missing, altered or no font
   */
  void load();

  /** Returns its weight, 100 to 900 (OpenType {@code usWeightClass}). */
  int weight();

  /**
   * Returns whether it has a glyph for every visible character of a grapheme cluster (UAX 29),
   * which is not empty.
   *
   * @throws FontException if its file has not been read yet and cannot be
   */
  boolean covers(String cluster);

  /**
   * Shapes a text of one direction that this face covers.
   *
   * @param text in logical order
   * @return glyphs in visual order, in ems
   * @throws FontException if its file has not been read yet and cannot be
   */
  ShapedText shape(String text, Shaping shaping);

  /**
   * Returns the advance of {@link #shape}, in ems, without making the glyphs.
   *
   * @throws FontException if its file has not been read yet and cannot be
   */
  double advance(String text, Shaping shaping);

  /**
   * How a text is shaped.
   *
   * @param rightToLeft whether the text is written from right to left
   * @param letterSpacing in ems, added after each cluster, may be negative; ligatures are off
   *     unless it is 0
   * @param tabular whether all digits have the width of the widest
   */
  record Shaping(boolean rightToLeft, double letterSpacing, boolean tabular) {
    /** From left to right, with the font's defaults. */
    static final Shaping PLAIN = new Shaping(false, 0, false);

    /** Whether glyphs are positioned by the font alone. */
    boolean isAsFontSays() {
      return letterSpacing == 0 && !tabular;
    }

    /**
     * Returns a copy with a direction.
     *
     * @param right whether the text is written from right to left
     */
    public Shaping withDirection(boolean right) {
      return new Shaping(right, letterSpacing, tabular);
    }

    /**
     * Returns a copy with letter spacing.
     *
     * @param spacing in ems, added after each cluster; may be negative
     */
    public Shaping withLetterSpacing(double spacing) {
      return new Shaping(rightToLeft, spacing, tabular);
    }
  }
}
