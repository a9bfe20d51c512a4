package dev.nameplate.text.font;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.BreakIterator;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.unicode.Clusters;
import dev.nameplate.text.unicode.CodePoints;
import dev.nameplate.util.Lazy;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One weight of a family with outlines. Everything is measured at one reference size and returned
 * in ems, so that a text is shaped once for all sizes. Safe for threads.
 */
public final class OutlineFace implements Face {
  /** The reference size, large enough that hinting and rounding of positions are invisible. */
  private static final float REFERENCE = 1000;

  /** Heights of letters, in ems, where a font has no Latin ones. */
  private static final double USUAL_CAPITAL = 0.7;

  private static final double USUAL_SMALL = 0.5;
  private static final double USUAL_DESCENT = 0.2;

  private static final int VARIANTS = 256;
  private static final int WORDS = 1024;

  /** How far, in ems, a mark attached to a letter's right side reaches into the letter. */
  private static final double TOUCH = 0.03;

  /** How far from the middle a centered mark may be, as a share of its letter's width. */
  private static final double ASIDE = 0.3;

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private static final Shaping TABULAR = new Shaping(false, 0, true);

  private final Look look;
  private final FontSource source;
  private final List<String> languages;
  private final Supplier<Font> file;
  private final Lazy<Cuts> cuts;
  private final Lazy<Optional<Cuts>> tabular;
  private final Lazy<Heights> heights;
  private final Lazy<Double> digits;
  private final Lazy<GlyphOutlines> outlines;

  /** Made with the first text, since most faces draw none. */
  private final Lazy<Caches> caches = new Lazy<>(Caches::new);

  /**
   * @param weight 100 to 900
   * @param ink the share of the area of lower-case letters that their strokes cover, 0 to 1; 0 if
   *     not known
   * @param source gives the font when the face is first used
   */
  OutlineFace(int weight, double ink, FontSource source) {
    this(new Look(weight, ink, 0), source, List.of(), source::plain);
  }

  private OutlineFace(Look look, FontSource source, List<String> languages, Supplier<Font> file) {
    this.look = look;
    this.source = source;
    this.languages = languages;
    this.outlines = new Lazy<>(() -> new GlyphOutlines(CONTEXT, look.thicker() * REFERENCE));
    this.file = file;
    this.cuts = new Lazy<>(() -> Cuts.of(file.get()));
    this.tabular = new Lazy<>(() -> source.in(new Forms(languages, true)).map(Cuts::of));
    this.heights = new Lazy<>(this::measured);
    this.digits = new Lazy<>(this::widestDigit);
  }

  @Override
  public void load() {
    var unused = file.get();
  }

  @Override
  public int weight() {
    return look.weight();
  }

  /**
   * The share, 0 to 1, of the area of lower-case letters (x-height times advance) that their
   * strokes cover; 0 if not known.
   */
  double ink() {
    return look.ink();
  }

  /**
   * This face with the letter forms of a language; itself if it has none for it.
   *
   * @param languages OpenType tags, the closest first
   */
  OutlineFace in(List<String> languages) {
    return languages.isEmpty()
        ? this
        : caches.get().byForms.computeIfAbsent(new Forms(languages, false), this::of);
  }

  /** This face with strokes that are thicker by a width in ems; itself for 0. */
  OutlineFace thicker(double width) {
    Look thick = new Look(look.weight(), look.ink(), width);
    return width == 0
        ? this
        : caches
            .get()
            .byThickness
            .computeIfAbsent(width, absent -> new OutlineFace(thick, source, languages, file));
  }

  private OutlineFace of(Forms forms) {
    return source
        .in(forms)
        .map(font -> new OutlineFace(look, source, forms.languages(), () -> font))
        .orElse(this);
  }

  /**
   * Returns the height of {@code H} above the baseline, in ems.
   *
   * @throws FontException if the font file cannot be read
   */
  public double capHeight() {
    return heights.get().capital();
  }

  /**
   * Returns the height of {@code Å} above the baseline, in ems.
   *
   * @throws FontException if the font file cannot be read
   */
  public double accentHeight() {
    return heights.get().accented();
  }

  /**
   * Returns the depth of {@code g} below the baseline, in ems, positive.
   *
   * @throws FontException if the font file cannot be read
   */
  public double descent() {
    return heights.get().descent();
  }

  /** The height of {@code x} above the baseline, in ems. */
  double smallHeight() {
    return heights.get().small();
  }

  /** Whether the font has a glyph for a code point. */
  boolean covers(int codePoint) {
    return caches.get().glyphs.has(codePoint, cuts.get().ligated()::canDisplay);
  }

  @Override
  public boolean covers(String cluster) {
    return CodePoints.all(cluster, c -> covers(c) || Clusters.isSilent(c));
  }

  /**
   * Returns whether the marks of a cluster are on its letter, and not after it, as they are if the
   * font has no anchor for them.
   *
   * @param cluster that it covers, not empty
   * @throws FontException if the font file cannot be read
   */
  public boolean places(String cluster) {
    return caches.get().placed.get(cluster, this::marksStandOnLetter);
  }

  /**
   * Whether the marks of a cluster are above or below the middle of its letter. Unlike {@link
   * #places}, it is false for marks that belong to the letter's side.
   */
  boolean centers(String cluster) {
    GlyphVector vector = vector(cluster, Shaping.PLAIN);
    Rectangle2D letter = vector.getGlyphOutline(0).getBounds2D();
    double most = ASIDE * letter.getWidth() + TOUCH * REFERENCE;
    for (int glyph = 1; glyph < vector.getNumGlyphs(); glyph++) {
      Rectangle2D mark = vector.getGlyphOutline(glyph).getBounds2D();
      if (Math.abs(mark.getCenterX() - letter.getCenterX()) > most) {
        return false;
      }
    }
    return true;
  }

  private boolean marksStandOnLetter(String cluster) {
    GlyphVector vector = vector(cluster, Shaping.PLAIN);
    // Not from this vector, in which the letter's advance ends at the mark's anchor.
    double end = advance(vector(Clusters.letter(cluster), Shaping.PLAIN)) - TOUCH;
    for (int glyph = 1; glyph < vector.getNumGlyphs(); glyph++) {
      Rectangle2D ink = vector.getGlyphOutline(glyph).getBounds2D();
      if (!ink.isEmpty() && ink.getMinX() / REFERENCE >= end) {
        return false;
      }
    }
    return true;
  }

  @Override
  public ShapedText shape(String text, Shaping shaping) {
    return joins() ? joined(text, shaping) : alone(text, shaping);
  }

  private boolean joins() {
    return source.aid() == FontSource.Aid.JOINING;
  }

  /** The text with each letter in its joining form. */
  private ShapedText joined(String text, Shaping shaping) {
    List<Joining.Part> parts = Joining.parts(text);
    ShapedText.Row row = new ShapedText.Row();
    for (int at = 0; at < parts.size(); at++) {
      Joining.Part part = parts.get(shaping.rightToLeft() ? parts.size() - 1 - at : at);
      OutlineFace face = part.form().map(this::of).orElse(this);
      row.add(face.alone(part.text(), shaping), 1, 0);
    }
    return row.glyphs();
  }

  private OutlineFace of(Joining form) {
    return caches
        .get()
        .byForms
        .computeIfAbsent(new Forms(List.of(), false, Optional.of(form)), this::of);
  }

  private ShapedText alone(String text, Shaping shaping) {
    GlyphVector vector = vector(text, shaping);
    return shaping.isAsFontSays()
        ? ShapedText.ofOutline(inEms(outlines.get().of(vector)), advance(vector))
        : moved(vector, text, shaping);
  }

  @Override
  public double advance(String text, Shaping shaping) {
    return caches
        .get()
        .advances
        .get(
            new Word(text, shaping),
            word ->
                shaping.isAsFontSays() && !joins()
                    ? advance(vector(text, shaping))
                    : shape(text, shaping).advance());
  }

  private GlyphVector vector(String text, Shaping shaping) {
    boolean orders = source.aid() == FontSource.Aid.ORDER;
    char[] chars = (orders ? VisualOrder.of(text) : text).toCharArray();
    int direction = shaping.rightToLeft() ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
    return font(shaping).layoutGlyphVector(CONTEXT, chars, 0, chars.length, direction);
  }

  /** The font without ligatures if there is letter spacing, which cannot open a ligature. */
  private Font font(Shaping shaping) {
    Cuts drawn = shaping.tabular() ? tabular.get().orElseGet(cuts) : cuts.get();
    return shaping.letterSpacing() == 0 ? drawn.ligated() : drawn.unligated();
  }

  private static double advance(GlyphVector vector) {
    return vector.getGlyphPosition(vector.getNumGlyphs()).getX() / REFERENCE;
  }

  /**
   * Glyphs with letter spacing between clusters, and digits centered in the width of the widest.
   */
  private ShapedText moved(GlyphVector vector, String text, Shaping shaping) {
    BreakIterator clusters = Clusters.of(text);
    Columns columns =
        shaping.tabular() ? Columns.of(vector, text, digits.get(), 1 / REFERENCE) : Columns.NONE;
    Path2D moved = new Path2D.Float(Path2D.WIND_NON_ZERO);
    int count = vector.getNumGlyphs();
    double shift = 0;
    double width = 0;
    for (int glyph = 0; glyph < count; glyph++) {
      int index = vector.getGlyphCharIndex(glyph);
      double space = columns.before(glyph);
      AffineTransform move = AffineTransform.getTranslateInstance((shift + space) * REFERENCE, 0);
      moved.append(move.createTransformedShape(outlines.get().of(vector, glyph)), false);
      width += width(vector, glyph);
      boolean ends =
          glyph == count - 1
              || start(clusters, index) != start(clusters, vector.getGlyphCharIndex(glyph + 1));
      shift += space + columns.after(glyph) + (ends && width > 0 ? shaping.letterSpacing() : 0);
      width = ends ? 0 : width;
    }
    return ShapedText.ofOutline(inEms(moved), advance(vector) + shift);
  }

  /** The advance of a glyph, in ems. */
  private static double width(GlyphVector vector, int glyph) {
    double start = vector.getGlyphPosition(glyph).getX();
    return (vector.getGlyphPosition(glyph + 1).getX() - start) / REFERENCE;
  }

  private double widestDigit() {
    return IntStream.rangeClosed('0', '9')
        // Not from the cache of advances: its loader may be waiting for this value.
        .mapToDouble(digit -> advance(vector(Character.toString(digit), TABULAR)))
        .max()
        .orElse(0);
  }

  /** The index at which the cluster of a character starts. */
  private static int start(BreakIterator clusters, int index) {
    return clusters.isBoundary(index) ? index : clusters.preceding(index);
  }

  private static Path2D inEms(java.awt.Shape outline) {
    AffineTransform toEms = AffineTransform.getScaleInstance(1 / REFERENCE, 1 / REFERENCE);
    return new Path2D.Float(outline, toEms);
  }

  private Heights measured() {
    double capital = orUsual(-ink("H").getMinY(), USUAL_CAPITAL);
    return new Heights(
        capital,
        Math.max(capital, -ink("\u00c5").getMinY()),
        orUsual(ink("g").getMaxY(), USUAL_DESCENT),
        orUsual(-ink("x").getMinY(), USUAL_SMALL));
  }

  /** A height of a letter, or another where the font has nothing in the letter's place. */
  private static double orUsual(double measured, double usual) {
    return measured > 0 ? measured : usual;
  }

  private Rectangle2D ink(String text) {
    return shape(text, Shaping.PLAIN).outline().getBounds2D();
  }

  /** The kerned font at the reference size, with and without ligatures. */
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

  /** Weight, ink, and how much thicker, in ems, strokes are than in the font. */
  private record Look(int weight, double ink, double thicker) {}

  private static final class Caches {
    /** Of words, since those of a wording occur for every recipient. */
    private final Cache<Word, Double> advances = Caffeine.newBuilder().maximumSize(WORDS).build();

    private final KnownGlyphs glyphs = new KnownGlyphs();

    /** Of clusters with marks. */
    private final Cache<String, Boolean> placed = Caffeine.newBuilder().maximumSize(WORDS).build();

    private final Map<Double, OutlineFace> byThickness =
        Caffeine.newBuilder().maximumSize(VARIANTS).<Double, OutlineFace>build().asMap();
    private final Map<Forms, OutlineFace> byForms =
        Caffeine.newBuilder().maximumSize(VARIANTS).<Forms, OutlineFace>build().asMap();
  }

  private record Word(String text, Shaping shaping) {}

  /** The extents of letters above and below the baseline, in ems. */
  private record Heights(double capital, double accented, double descent, double small) {}
}
