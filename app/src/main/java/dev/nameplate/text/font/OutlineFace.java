package dev.nameplate.text.font;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.unicode.Clusters;
import dev.nameplate.util.Lazy;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One weight of a family. Everything is measured at one size and given in ems, so that a text is
 * shaped once whatever size it is drawn at.
 */
public final class OutlineFace implements Face {
  /** Large enough that a hinted or rounded position cannot be seen. */
  private static final float REFERENCE = 1000;

  private static final int WORDS = 1024;

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final int weight;
  private final Supplier<Font> file;
  private final Lazy<Cuts> cuts;
  private final Lazy<Heights> heights;
  private final Lazy<Double> digits;
  private final GlyphOutlines outlines = new GlyphOutlines(CONTEXT);

  /** Of words: those of a wording come again with every recipient. */
  private final Cache<Word, Double> advances = Caffeine.newBuilder().maximumSize(WORDS).build();

  /**
   * @param weight 100 to 900
   * @param file the font as loaded, at any size; asked for when the face is first used
   */
  OutlineFace(int weight, Supplier<Font> file) {
    this.weight = weight;
    this.file = file;
    this.cuts = new Lazy<>(() -> Cuts.of(file.get()));
    this.heights = new Lazy<>(this::measured);
    this.digits = new Lazy<>(this::widestDigit);
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
  public double capHeight() {
    return heights.get().capital();
  }

  /** The height of capitals with an accent, in ems. */
  public double accentHeight() {
    return heights.get().accented();
  }

  /** How far letters reach below the baseline, in ems. */
  public double descent() {
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
  public ShapedText shape(String text, Shaping shaping) {
    GlyphVector vector = vector(text, shaping);
    return shaping.isAsFontSays()
        ? ShapedText.ofOutline(inEms(outlines.of(vector)), advance(vector))
        : moved(vector, text, shaping);
  }

  @Override
  public double advance(String text, Shaping shaping) {
    return advances.get(
        new Word(text, shaping),
        word ->
            shaping.isAsFontSays()
                ? advance(vector(text, shaping))
                : shape(text, shaping).advance());
  }

  private GlyphVector vector(String text, Shaping shaping) {
    char[] chars = text.toCharArray();
    int direction = shaping.rightToLeft() ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
    return cuts.get().of(shaping).layoutGlyphVector(CONTEXT, chars, 0, chars.length, direction);
  }

  private static double advance(GlyphVector vector) {
    return vector.getGlyphPosition(vector.getNumGlyphs()).getX() / REFERENCE;
  }

  /** Glyphs moved apart, but for those of one cluster, and digits put amid the room of each. */
  private ShapedText moved(GlyphVector vector, String text, Shaping shaping) {
    BreakIterator clusters = Clusters.of(text);
    Path2D moved = new Path2D.Float(Path2D.WIND_NON_ZERO);
    int count = vector.getNumGlyphs();
    double shift = 0;
    for (int glyph = 0; glyph < count; glyph++) {
      int index = vector.getGlyphCharIndex(glyph);
      boolean digit = shaping.tabular() && isDigit(text.charAt(index));
      double room = digit ? (digits.get() - width(vector, glyph)) / 2 : 0;
      AffineTransform move = AffineTransform.getTranslateInstance((shift + room) * REFERENCE, 0);
      moved.append(move.createTransformedShape(vector.getGlyphOutline(glyph)), false);
      boolean ends =
          glyph == count - 1
              || start(clusters, index) != start(clusters, vector.getGlyphCharIndex(glyph + 1));
      boolean advances = vector.getGlyphMetrics(glyph).getAdvanceX() > 0;
      shift += 2 * room + (ends && advances ? shaping.letterSpacing() : 0);
    }
    return ShapedText.ofOutline(inEms(moved), advance(vector) + shift);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** How far a glyph moves the pen, in ems. */
  private static double width(GlyphVector vector, int glyph) {
    double start = vector.getGlyphPosition(glyph).getX();
    return (vector.getGlyphPosition(glyph + 1).getX() - start) / REFERENCE;
  }

  private double widestDigit() {
    return IntStream.rangeClosed('0', '9')
        // Not from the cache of advances, which may be filled just now by one who needs this.
        .mapToDouble(digit -> advance(vector(Character.toString(digit), Shaping.PLAIN)))
        .max()
        .orElse(0);
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
    return shape(text, Shaping.PLAIN).outline().getBounds2D();
  }

  /** The font at the size that all is measured at, with ligatures, without, and without kerning. */
  private record Cuts(Font ligated, Font unligated, Font unkerned) {
    /** Kerning would move a digit out of its column, a ligature would not open to spacing. */
    Font of(Shaping shaping) {
      if (shaping.tabular()) {
        return unkerned;
      }
      return shaping.letterSpacing() == 0 ? ligated : unligated;
    }

    static Cuts of(Font file) {
      Font unkerned = file.deriveFont(REFERENCE);
      Font unligated = unkerned.deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
      return new Cuts(
          unligated.deriveFont(Map.of(TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON)),
          unligated,
          unkerned);
    }
  }

  private record Word(String text, Shaping shaping) {}

  /** How far letters reach above and below the baseline, in ems. */
  private record Heights(double capital, double accented, double descent, double small) {}
}
