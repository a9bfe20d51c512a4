package dev.nameplate.text.font;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import dev.nameplate.text.glyph.VerticalExtent;
import dev.nameplate.text.unicode.Clusters;
import dev.nameplate.text.unicode.Punctuation;
import dev.nameplate.text.unicode.Scripts;
import dev.nameplate.util.Lazy;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Chooses one face for each grapheme cluster (UAX 29), in this order: a color font if the cluster
 * has emoji presentation (UTS 51); the style's own face; the fallback families for the cluster's
 * script and locale; those for any script; a color font if the cluster is any other emoji. Safe for
 * threads.
 */
public final class FontSelector {
  /** The height of an emoji, as a share of the capitals beside it. */
  private static final double PICTURE_HEIGHT = 1.4;

  private static final int MOST_SPACES = 1024;

  private static final char HYPHEN = '\u2010';
  private static final char NO_BREAK_HYPHEN = '\u2011';

  private static final Normalizer2 PARTS = Normalizer2.getNFDInstance();

  /** The least weight that is bold. */
  private static final int BOLD = 600;

  /**
   * From this code point on there are emoji and marks that need more than one character to decide.
   */
  private static final int LAST_PLAIN = 0x20d0;

  /**
   * A face for a cluster.
   *
   * @param face covers the cluster
   * @param scale the size of its em as a share of the style's face's em
   * @param thicker how much thicker its strokes are drawn, in its ems, because it is too light for
   *     the style; 0 if it is not
   */
  public record Choice(Face face, double scale, double thicker) {
    boolean isThickened() {
      return thicker > 0;
    }
  }

  /**
   * How much thicker, in ems, strokes become if the family has no bold weight and no stated ink.
   */
  private static final double BOLDER = 0.035;

  /** The width of a stroke as a share of the ink of letters. */
  private static final double STROKE = 0.25;

  /** An ideograph whose strokes fill its square. */
  private static final String IDEOGRAPH = "国";

  private final FontLibrary fonts;
  private final OutlineFace primary;
  private final Choice own;
  private final FontLibrary.Wanted wanted;
  private final List<String> languages;
  private final boolean isEastAsian;
  private final char hyphen;
  private final Punctuation punctuation;
  private final Map<String, List<Choice>> fallbacks = new ConcurrentHashMap<>();
  private final Map<Choice, Choice> localized = new ConcurrentHashMap<>();
  private final Map<Face.Shaping, Double> spaces =
      Caffeine.newBuilder().maximumSize(MOST_SPACES).<Face.Shaping, Double>build().asMap();
  private final Lazy<VerticalExtent> ideograph = new Lazy<>(this::measuredIdeograph);

  FontSelector(FontLibrary fonts, OutlineFace primary, FontLibrary.Wanted wanted) {
    this.fonts = fonts;
    this.languages = LanguageTags.of(wanted.locale());
    this.primary = primary.in(languages);
    this.punctuation = Punctuation.of(wanted.locale());
    this.isEastAsian = Scripts.isEastAsian(wanted.han());
    this.hyphen = Scripts.hyphen(wanted.locale());
    this.own = new Choice(this.primary, 1, 0);
    this.wanted = wanted;
  }

  /** Returns the style's own face, with the forms of its locale. */
  public OutlineFace primary() {
    return primary;
  }

  /** Returns the width, in ems of the style's own face, of a space between two of its letters. */
  public double spaceWidth(Face.Shaping shaping) {
    return spaces.computeIfAbsent(
        shaping, same -> primary.advance("x x", same) - primary.advance("xx", same));
  }

  /**
   * Returns the fullwidth punctuation of the locale that is trimmed to half its width; no marks but
   * for Japanese and Chinese.
   */
  public Punctuation punctuation() {
    return punctuation;
  }

  /** Returns the hyphen at a line's end: the locale's own if a font has it, otherwise U+002D. */
  public char hyphen() {
    String own = Character.toString(ownHyphen(hyphen));
    return choose(own, Scripts.of(own, Scripts.NONE)).isPresent() ? own.charAt(0) : '-';
  }

  /**
   * Returns the hyphen to draw for U+2010 or U+2011: itself if the style's own face has it,
   * otherwise U+2010 or U+002D, whichever the face has, as shapers do; itself if it has none.
   */
  public char ownHyphen(char sign) {
    if (sign != HYPHEN && sign != NO_BREAK_HYPHEN) {
      return sign;
    }
    return primary.covers(sign) || !primary.covers('-')
        ? sign
        : primary.covers(HYPHEN) ? HYPHEN : '-';
  }

  /**
   * Returns the vertical extent of an ideograph, in ems of the style's face; that of capitals if no
   * font has one.
   *
   * @throws FontException if a font file has not been read yet and cannot be
   */
  public VerticalExtent ideograph() {
    return ideograph.get();
  }

  private VerticalExtent measuredIdeograph() {
    return choose(IDEOGRAPH, UScript.HAN)
        .map(
            choice -> {
              Rectangle2D ink =
                  choice.face().shape(IDEOGRAPH, Face.Shaping.PLAIN).outline().getBounds2D();
              return new VerticalExtent(-ink.getMinY(), ink.getMaxY()).times(choice.scale());
            })
        .orElse(new VerticalExtent(primary.capHeight(), 0));
  }

  /**
   * Returns whether the style's own face draws a whole text and none of its characters is an emoji
   * or combining mark; true for an empty text.
   */
  public boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if ((c >= LAST_PLAIN && !isPunctuation(c)) || Clusters.isAccent(c) || !primary.covers(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPunctuation(char c) {
    return c == '\u2116' || c == '\u2122';
  }

  /**
   * Returns the face for a cluster.
   *
   * @param cluster not empty
   * @param script of the cluster, as {@link Scripts#of} gives it
   * @return empty if no font can draw it
   * @throws FontException if a font file has not been read yet and cannot be
   */
  public Optional<Choice> choose(String cluster, int script) {
    if (!Clusters.isPublic(cluster)) {
      return Optional.empty();
    }
    if (Clusters.wantsColor(cluster)) {
      Optional<Choice> color = first(FontFallback.EMOJI, cluster);
      if (color.isPresent()) {
        return color;
      }
    }
    if (primary.covers(cluster)) {
      return Optional.of(Clusters.isAccented(cluster) ? placing(cluster, script) : own);
    }
    if (hasParts(cluster)) {
      return Optional.of(own);
    }
    return eastAsian(cluster)
        .or(() -> first(Scripts.code(script), cluster))
        .or(() -> first(FontFallback.ANY, cluster))
        .or(
            () ->
                Clusters.mayBeColor(cluster)
                    ? first(FontFallback.EMOJI, cluster)
                    : Optional.empty());
  }

  /**
   * The face of ideographs for a sign that is as wide as they are beside them, and narrow in other
   * fonts (UAX 11, ambiguous width), such as U+203B; empty where the locale is not East Asian.
   */
  private Optional<Choice> eastAsian(String cluster) {
    return isEastAsian && Scripts.hasAmbiguousWidth(cluster.codePointAt(0))
        ? first(Scripts.code(UScript.HAN), cluster)
        : Optional.empty();
  }

  /**
   * Whether the style's own face lacks a letter with accents and has the letter and the accents,
   * which the shaper puts together.
   */
  private boolean hasParts(String cluster) {
    if (Character.isSupplementaryCodePoint(cluster.codePointAt(0))) {
      return false;
    }
    String parts = PARTS.normalize(cluster);
    return Clusters.isAccented(parts) && primary.covers(parts) && primary.centers(parts);
  }

  /**
   * The style's own face, unless it has no anchors for the cluster's marks and a fallback face has.
   */
  private Choice placing(String cluster, int script) {
    if (primary.places(cluster)) {
      return own;
    }
    return Stream.of(Scripts.code(script), FontFallback.ANY)
        .flatMap(code -> fallbacks.computeIfAbsent(code, this::choices).stream())
        .filter(choice -> choice.face().covers(cluster))
        .filter(choice -> choice.face() instanceof OutlineFace face && face.places(cluster))
        .findFirst()
        .map(this::localizedChoice)
        .orElse(own);
  }

  private Optional<Choice> first(String script, String cluster) {
    List<Choice> choices = fallbacks.computeIfAbsent(script, this::choices);
    Optional<Choice> found = drawing(cluster, choices);
    return found.map(
        choice ->
            localizedChoice(
                choice.isThickened() && Clusters.isCutOut(cluster)
                    ? sharp(cluster, choices, choice)
                    : choice));
  }

  /** The first face that has a cluster; of one with accents, the first that can place them. */
  private static Optional<Choice> drawing(String cluster, List<Choice> choices) {
    Optional<Choice> first =
        choices.stream().filter(choice -> choice.face().covers(cluster)).findFirst();
    if (first.isEmpty() || !Clusters.isAccented(cluster) || places(first.get(), cluster)) {
      return first;
    }
    return choices.stream()
        .filter(choice -> choice.face().covers(cluster) && places(choice, cluster))
        .findFirst()
        .or(() -> first);
  }

  private static boolean places(Choice choice, String cluster) {
    return choice.face() instanceof OutlineFace face && face.places(cluster);
  }

  /**
   * A face for a symbol whose shape is cut out of a disc, which thicker strokes would close: a bold
   * one, or a thin one unchanged.
   */
  private static Choice sharp(String cluster, List<Choice> choices, Choice thin) {
    return choices.stream()
        .filter(choice -> !choice.isThickened() && choice.face().covers(cluster))
        .findFirst()
        .orElse(new Choice(thin.face(), thin.scale(), 0));
  }

  /**
   * The same face with the forms of the locale's language and strokes as dark as the style's own.
   */
  private Choice localizedChoice(Choice choice) {
    return languages.isEmpty() && !choice.isThickened()
        ? choice
        : localized.computeIfAbsent(
            choice,
            plain ->
                plain.face() instanceof OutlineFace outlines
                    ? new Choice(outlines.in(languages).thicker(plain.thicker()), plain.scale(), 0)
                    : plain);
  }

  private List<Choice> choices(String script) {
    return fonts.fallbacks(script, wanted.han()).stream()
        .flatMap(
            family ->
                family
                    .beside(wanted.weight(), primary.ink())
                    .map(face -> choice(family, face))
                    .stream())
        .toList();
  }

  /** The face of a family to use beside the style's own, whatever letters it has. */
  Optional<Choice> beside(FontFamily family) {
    return family.beside(wanted.weight(), primary.ink()).map(face -> choice(family, face));
  }

  private Choice choice(FontFamily family, Face face) {
    if (face instanceof ColorFace) {
      return new Choice(face, primary.capHeight() * PICTURE_HEIGHT, 0);
    }
    double thicker = face instanceof OutlineFace outlines ? thicker(outlines) : 0;
    return new Choice(face, family.metrics().scaleBeside(primary), thicker);
  }

  private double thicker(OutlineFace face) {
    if (face.ink() == 0 || primary.ink() == 0) {
      return wanted.weight() >= BOLD && face.weight() < BOLD ? BOLDER : 0;
    }
    boolean level = face.ink() * FontFamily.LEVEL >= primary.ink();
    return level ? 0 : (primary.ink() - face.ink()) * STROKE;
  }
}
