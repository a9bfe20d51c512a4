package dev.nameplate.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
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
final class OutlineFace implements Face {
  /** Large enough that a hinted or rounded position cannot be seen. */
  private static final float REFERENCE = 1000;

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final int weight;
  private final Supplier<Font> file;
  private final Once<Cuts> cuts;
  private final Once<Heights> heights;

  /**
   * @param weight 100 to 900
   * @param file the font as loaded, at any size; asked for when the face is first used
   */
  OutlineFace(int weight, Supplier<Font> file) {
    this.weight = weight;
    this.file = file;
    this.cuts = new Once<>(() -> Cuts.of(file.get()));
    this.heights = new Once<>(this::measured);
  }

  @Override
  public void load() {
    var unused = file.get();
  }

  @Override
  public int weight() {
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

  /** The height of small letters, in ems. */
  double smallHeight() {
    return heights.get().small();
  }

  boolean covers(int codePoint) {
    return cuts.get().ligated().canDisplay(codePoint);
  }

  @Override
  public boolean covers(String cluster) {
    return cluster.codePoints().allMatch(c -> covers(c) || isSilent(c));
  }

  private static boolean isSilent(int codePoint) {
    return UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  @Override
  public Glyphs shape(String text, Shaping shaping) {
    GlyphVector vector = vector(text, shaping);
    return shaping.letterSpacing() == 0
        ? Glyphs.ofOutline(inEms(vector.getOutline()), advance(vector))
        : spaced(vector, text, shaping.letterSpacing());
  }

  @Override
  public double advance(String text, Shaping shaping) {
    return shaping.letterSpacing() == 0
        ? advance(vector(text, shaping))
        : shape(text, shaping).advance();
  }

  private GlyphVector vector(String text, Shaping shaping) {
    char[] chars = text.toCharArray();
    Font used = shaping.letterSpacing() == 0 ? cuts.get().ligated() : cuts.get().unligated();
    int direction = shaping.rightToLeft() ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
    return used.layoutGlyphVector(CONTEXT, chars, 0, chars.length, direction);
  }

  private static double advance(GlyphVector vector) {
    return vector.getGlyphPosition(vector.getNumGlyphs()).getX() / REFERENCE;
  }

  /** Glyphs moved apart, but for those of one cluster. */
  private static Glyphs spaced(GlyphVector vector, String text, double spacing) {
    BreakIterator clusters = Clusters.of(text);
    Path2D spaced = new Path2D.Float(Path2D.WIND_NON_ZERO);
    int count = vector.getNumGlyphs();
    double shift = 0;
    for (int glyph = 0; glyph < count; glyph++) {
      spaced.append(
          AffineTransform.getTranslateInstance(shift * REFERENCE, 0)
              .createTransformedShape(vector.getGlyphOutline(glyph)),
          false);
      boolean ends =
          glyph == count - 1
              || start(clusters, vector.getGlyphCharIndex(glyph))
                  != start(clusters, vector.getGlyphCharIndex(glyph + 1));
      shift += ends && vector.getGlyphMetrics(glyph).getAdvanceX() > 0 ? spacing : 0;
    }
    return Glyphs.ofOutline(inEms(spaced), advance(vector) + shift);
  }

  /** Where the cluster of a character starts. */
  private static int start(BreakIterator clusters, int index) {
    return clusters.isBoundary(index) ? index : clusters.preceding(index);
  }

  private static Path2D inEms(java.awt.Shape outline) {
    AffineTransform toEms = AffineTransform.getScaleInstance(1 / REFERENCE, 1 / REFERENCE);
    return new Path2D.Float(outline, toEms);
  }

  private Heights measured() {
    return new Heights(
        -ink("H").getMinY(), -ink("\u00c5").getMinY(), ink("g").getMaxY(), -ink("x").getMinY());
  }

  private Rectangle2D ink(String text) {
    return shape(text, new Shaping(false, 0)).outline().getBounds2D();
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
  private record Heights(double capital, double accented, double descent, double small) {}
}
