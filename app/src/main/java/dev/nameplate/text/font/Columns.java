package dev.nameplate.text.font;

import java.awt.font.GlyphVector;
import java.util.BitSet;

/**
 * Positions of tabular digits: each is centered in the width of the widest and not kerned, so that
 * no other glyph moves when a digit changes. Digits of fractions stay as the font sets them.
 */
final class Columns {
  /** No glyph is moved. */
  static final Columns NONE = new Columns(new double[0], new double[0]);

  private static final char FRACTION_SLASH = '\u2044';

  private final double[] before;
  private final double[] after;

  private Columns(double[] before, double[] after) {
    this.before = before;
    this.after = after;
  }

  /**
   * @param digitWidth the width of every digit, in ems
   * @param ems the size of the vector's unit in ems
   */
  static Columns of(GlyphVector vector, String text, double digitWidth, double ems) {
    BitSet digits = digits(text);
    int count = vector.getNumGlyphs();
    Columns columns = new Columns(new double[count], new double[count]);
    for (int glyph = 0; glyph < count; glyph++) {
      boolean digit = digits.get(vector.getGlyphCharIndex(glyph));
      boolean next = glyph + 1 < count && digits.get(vector.getGlyphCharIndex(glyph + 1));
      double kerned = kerned(vector, glyph) * ems;
      if (digit || (next && kerned > 0)) {
        double own = vector.getGlyphMetrics(glyph).getAdvanceX() * ems;
        double side = digit ? (digitWidth - own) / 2 : 0;
        columns.before[glyph] = side;
        columns.after[glyph] = side + own - kerned;
      }
    }
    return columns;
  }

  private static double kerned(GlyphVector vector, int glyph) {
    return vector.getGlyphPosition(glyph + 1).getX() - vector.getGlyphPosition(glyph).getX();
  }

  private static BitSet digits(String text) {
    BitSet digits = new BitSet();
    for (int at = 0; at < text.length(); at++) {
      digits.set(at, isDigit(text.charAt(at)));
    }
    for (int slash = text.indexOf(FRACTION_SLASH);
        slash >= 0;
        slash = text.indexOf(FRACTION_SLASH, slash + 1)) {
      int start = digits.previousClearBit(slash - 1) + 1;
      digits.clear(start, Math.max(start, digits.nextClearBit(slash + 1)));
    }
    return digits;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The space to add before a glyph, in ems. */
  double before(int glyph) {
    return before.length == 0 ? 0 : before[glyph];
  }

  /** The space to add after a glyph, in ems; negative if the font kerned it apart. */
  double after(int glyph) {
    return after.length == 0 ? 0 : after[glyph];
  }
}
