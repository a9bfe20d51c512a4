package dev.nameplate.text.font;

import dev.nameplate.text.glyph.ShapedText;

/** One weight of a family, which draws text of its own script or style. */
public sealed interface Face permits OutlineFace, ColorFace {
  /**
   * Reads its file, if that has not been done.
   *
   * @throws FontException where the file is missing, altered or no font
   */
  void load();

  /** 100 to 900. */
  int weight();

  /** Whether it has a glyph for every character of a grapheme cluster that shows by itself. */
  boolean covers(String cluster);

  /** The glyphs of a text of this face alone, in the order of sight. */
  ShapedText shape(String text, Shaping shaping);

  /** The advance of the same, without its glyphs being made. */
  double advance(String text, Shaping shaping);

  /**
   * How a text is shaped.
   *
   * @param rightToLeft whether its first letter stands at the right
   * @param letterSpacing in ems, added after each cluster; ligatures are off unless 0
   * @param tabular whether every digit takes the room of the widest
   */
  record Shaping(boolean rightToLeft, double letterSpacing, boolean tabular) {
    /** From the left, with what the font itself says. */
    static final Shaping PLAIN = new Shaping(false, 0, false);

    /** Whether glyphs stand where the font puts them. */
    boolean isAsFontSays() {
      return letterSpacing == 0 && !tabular;
    }

    public Shaping from(boolean right) {
      return new Shaping(right, letterSpacing, tabular);
    }

    public Shaping spaced(double spacing) {
      return new Shaping(rightToLeft, spacing, tabular);
    }
  }
}
