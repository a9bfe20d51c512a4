package dev.nameplate.text;

import dev.nameplate.template.Once;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One weight of a family. Everything is measured at one size and given in ems, so that a text is
 * shaped once whatever size it is drawn at.
 */
final class Face {
  /** Large enough that a hinted or rounded position cannot be seen. */
  private static final float REFERENCE = 1000;

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final String family;
  private final int weight;
  private final Supplier<Font> file;
  private final Once<Cuts> cuts;
  private final Once<Heights> heights;

  /**
   * @param file the font as loaded, at any size; asked for when the face is first used
   */
  Face(String family, int weight, Supplier<Font> file) {
    this.family = family;
    this.weight = weight;
    this.file = file;
    this.cuts = new Once<>(() -> Cuts.of(file.get()));
    this.heights = new Once<>(this::measured);
  }

  /** Reads its file, if that has not been done. */
  void load() {
    var unused = file.get();
  }

  String family() {
    return family;
  }

  /** 100 to 900. */
  int weight() {
    return weight;
  }

  /** The height of capital letters, in ems. */
  double capHeight() {
    return heights.get().capital();
  }

  /** The height of capitals with an accent, in ems. */
  double accentHeight() {
    return heights.get().accented();
  }

  /** How far letters reach below the baseline, in ems. */
  double descent() {
    return heights.get().descent();
  }

  boolean covers(int codePoint) {
    return cuts.get().ligated().canDisplay(codePoint);
  }

  /**
   * The outlines of a text of this face alone.
   *
   * @param letterSpacing in ems, added after each glyph that advances; ligatures are off unless 0
   */
  Glyphs shape(String text, double letterSpacing) {
    char[] chars = text.toCharArray();
    Font used = letterSpacing == 0 ? cuts.get().ligated() : cuts.get().unligated();
    GlyphVector vector =
        used.layoutGlyphVector(CONTEXT, chars, 0, chars.length, Font.LAYOUT_LEFT_TO_RIGHT);
    double advance = vector.getGlyphPosition(vector.getNumGlyphs()).getX() / REFERENCE;
    if (letterSpacing == 0) {
      return new Glyphs(inEms(vector.getOutline()), advance);
    }
    Path2D spaced = new Path2D.Float(Path2D.WIND_NON_ZERO);
    double shift = 0;
    for (int glyph = 0; glyph < vector.getNumGlyphs(); glyph++) {
      spaced.append(
          AffineTransform.getTranslateInstance(shift * REFERENCE, 0)
              .createTransformedShape(vector.getGlyphOutline(glyph)),
          false);
      shift += vector.getGlyphMetrics(glyph).getAdvanceX() > 0 ? letterSpacing : 0;
    }
    return new Glyphs(inEms(spaced), advance + shift);
  }

  private static Path2D inEms(java.awt.Shape outline) {
    AffineTransform toEms = AffineTransform.getScaleInstance(1 / REFERENCE, 1 / REFERENCE);
    return new Path2D.Float(outline, toEms);
  }

  private Heights measured() {
    return new Heights(-ink("H").getMinY(), -ink("\u00c5").getMinY(), ink("g").getMaxY());
  }

  private Rectangle2D ink(String text) {
    return shape(text, 0).outline().getBounds2D();
  }

  /** The font at the size that all is measured at, with ligatures and without. */
  private record Cuts(Font ligated, Font unligated) {
    static Cuts of(Font file) {
      Font unligated =
          file.deriveFont(REFERENCE)
              .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
      return new Cuts(
          unligated.deriveFont(Map.of(TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON)),
          unligated);
    }
  }

  /** How far letters reach above and below the baseline, in ems. */
  private record Heights(double capital, double accented, double descent) {}

  /**
   * Shaped text with its baseline's start at the origin, in ems.
   *
   * @param outline never changed after it was made
   */
  record Glyphs(Path2D outline, double advance) {}
}
