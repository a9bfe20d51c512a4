package dev.nameplate.text.font;

import com.ibm.icu.lang.UScript;
import dev.nameplate.text.glyph.Rise;
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
 * Chooses the face for each grapheme cluster, which goes to one face whole. In this order: a colour
 * font where the cluster is an emoji shown in colour; the style's own face; the families that stand
 * in for the cluster's script and locale; those that stand in for any script; a colour font where
 * the cluster may also be shown in colour.
 */
public final class FontSelector {
  /** The height of an emoji, as a share of the capitals beside it. */
  private static final double PICTURE_HEIGHT = 1.4;

  /** A weight from here on is bold. */
  private static final int BOLD = 600;

  /** From here on there are emoji and marks that a look at one character cannot tell apart. */
  private static final int LAST_PLAIN = 0x20d0;

  /**
   * A face for a cluster.
   *
   * @param scale of its em to that of the style's face
   * @param thicker how much thicker its strokes are drawn where the face is too light for the
   *     style, in its ems; 0 where it is not
   */
  public record Choice(Face face, double scale, double thicker) {
    boolean bolder() {
      return thicker > 0;
    }
  }

  /** How much thicker strokes become that have no bold weight and no stated ink. */
  private static final double BOLDER = 0.035;

  /** The width of a stroke as a share of the ink of letters. */
  private static final double STROKE = 0.25;

  /** One whose strokes go round its square. */
  private static final String IDEOGRAPH = "国";

  private final FontLibrary fonts;
  private final OutlineFace primary;
  private final Choice own;
  private final FontLibrary.Wanted wanted;
  private final List<String> languages;
  private final char hyphen;
  private final Punctuation punctuation;
  private final Map<String, List<Choice>> standIns = new ConcurrentHashMap<>();
  private final Map<Choice, Choice> readers = new ConcurrentHashMap<>();
  private final Map<Face.Shaping, Double> spaces = new ConcurrentHashMap<>();
  private final Lazy<Rise> ideograph = new Lazy<>(this::measuredIdeograph);

  FontSelector(FontLibrary fonts, OutlineFace primary, FontLibrary.Wanted wanted) {
    this.fonts = fonts;
    this.languages = LanguageTags.of(wanted.locale());
    this.primary = primary.in(languages);
    this.punctuation = Punctuation.of(wanted.locale());
    this.hyphen = Scripts.hyphen(wanted.locale());
    this.own = new Choice(this.primary, 1, 0);
    this.wanted = wanted;
  }

  /** The style's own face. */
  public OutlineFace primary() {
    return primary;
  }

  /** The width of a space between letters of the style's own face, in ems. */
  public double spaceWidth(Face.Shaping shaping) {
    return spaces.computeIfAbsent(
        shaping, same -> primary.advance("x x", same) - primary.advance("xx", same));
  }

  /** The marks that are set half as wide side by side and at a line's end. */
  public Punctuation punctuation() {
    return punctuation;
  }

  /** What divides a word at a line's end: the reader's own hyphen where a font has it. */
  public char hyphen() {
    String own = Character.toString(hyphen);
    return choose(own, Scripts.of(own, Scripts.NONE)).isPresent() ? hyphen : '-';
  }

  /** What the eye takes for the square of an ideograph; the capitals' where no font has one. */
  public Rise ideograph() {
    return ideograph.get();
  }

  private Rise measuredIdeograph() {
    return choose(IDEOGRAPH, UScript.HAN)
        .map(
            choice -> {
              Rectangle2D ink =
                  choice.face().shape(IDEOGRAPH, Face.Shaping.PLAIN).outline().getBounds2D();
              return new Rise(-ink.getMinY(), ink.getMaxY()).times(choice.scale());
            })
        .orElse(new Rise(primary.capHeight(), 0));
  }

  /** Whether the style's own face draws all of a text, and no character of it is an emoji. */
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

  /** The face; empty where no font can draw the cluster. */
  public Optional<Choice> choose(String cluster, int script) {
    if (!Clusters.isPublic(cluster)) {
      return Optional.empty();
    }
    if (Clusters.wantsColour(cluster)) {
      Optional<Choice> colour = first(FontFallback.EMOJI, cluster);
      if (colour.isPresent()) {
        return colour;
      }
    }
    if (primary.covers(cluster)) {
      return Optional.of(Clusters.isAccented(cluster) ? placing(cluster, script) : own);
    }
    return first(Scripts.code(script), cluster)
        .or(() -> first(FontFallback.ANY, cluster))
        .or(
            () ->
                Clusters.mayBeColour(cluster)
                    ? first(FontFallback.EMOJI, cluster)
                    : Optional.empty());
  }

  /** The style's own face, but where it alone knows no place for the cluster's marks. */
  private Choice placing(String cluster, int script) {
    if (primary.places(cluster)) {
      return own;
    }
    return Stream.of(Scripts.code(script), FontFallback.ANY)
        .flatMap(code -> standIns.computeIfAbsent(code, this::choices).stream())
        .filter(choice -> choice.face().covers(cluster))
        .filter(choice -> choice.face() instanceof OutlineFace face && face.places(cluster))
        .findFirst()
        .map(this::forReader)
        .orElse(own);
  }

  private Optional<Choice> first(String script, String cluster) {
    List<Choice> choices = standIns.computeIfAbsent(script, this::choices);
    Optional<Choice> found =
        choices.stream().filter(choice -> choice.face().covers(cluster)).findFirst();
    return found.map(
        choice ->
            forReader(
                choice.bolder() && Clusters.isCutOut(cluster)
                    ? sharp(cluster, choices, choice)
                    : choice));
  }

  /** Thicker strokes would close what is cut out of a disc: a bold face, or a thin one as it is. */
  private static Choice sharp(String cluster, List<Choice> choices, Choice thin) {
    return choices.stream()
        .filter(choice -> !choice.bolder() && choice.face().covers(cluster))
        .findFirst()
        .orElse(new Choice(thin.face(), thin.scale(), 0));
  }

  /** The same face with the forms of the reader's language, as dark as the style's own. */
  private Choice forReader(Choice choice) {
    return languages.isEmpty() && !choice.bolder()
        ? choice
        : readers.computeIfAbsent(
            choice,
            plain ->
                plain.face() instanceof OutlineFace outlines
                    ? new Choice(outlines.in(languages).thicker(plain.thicker()), plain.scale(), 0)
                    : plain);
  }

  private List<Choice> choices(String script) {
    return fonts.standIns(script, wanted.han()).stream()
        .flatMap(
            family ->
                family
                    .beside(wanted.weight(), primary.ink())
                    .map(face -> choice(family, face))
                    .stream())
        .toList();
  }

  /** The face of a family that stands beside the style's own, whatever letters it has. */
  Optional<Choice> beside(FontFamily family) {
    return family.beside(wanted.weight(), primary.ink()).map(face -> choice(family, face));
  }

  private Choice choice(FontFamily family, Face face) {
    if (face instanceof ColorFace) {
      return new Choice(face, primary.capHeight() * PICTURE_HEIGHT, 0);
    }
    double thicker = face instanceof OutlineFace outlines ? thicker(outlines) : 0;
    return new Choice(face, family.proportion().scaleBeside(primary), thicker);
  }

  private double thicker(OutlineFace face) {
    if (face.ink() == 0 || primary.ink() == 0) {
      return wanted.weight() >= BOLD && face.weight() < BOLD ? BOLDER : 0;
    }
    boolean level = face.ink() * FontFamily.LEVEL >= primary.ink();
    return level ? 0 : (primary.ink() - face.ink()) * STROKE;
  }
}
