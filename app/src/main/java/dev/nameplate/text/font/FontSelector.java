package dev.nameplate.text.font;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import dev.nameplate.text.glyph.Rise;
import dev.nameplate.text.unicode.Clusters;
import dev.nameplate.text.unicode.Scripts;
import dev.nameplate.util.Lazy;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
   * @param bolder whether the face is too light for the style, so that its letters are thickened
   */
  public record Choice(Face face, double scale, boolean bolder) {}

  /** One whose strokes go round its square. */
  private static final String IDEOGRAPH = "国";

  private final FontLibrary fonts;
  private final OutlineFace primary;
  private final Choice own;
  private final int weight;
  private final ULocale locale;
  private final Map<String, List<Choice>> standIns = new ConcurrentHashMap<>();
  private final Map<Double, Double> spaces = new ConcurrentHashMap<>();
  private final Lazy<Rise> ideograph = new Lazy<>(this::measuredIdeograph);

  FontSelector(FontLibrary fonts, OutlineFace primary, int weight, ULocale locale) {
    this.fonts = fonts;
    this.primary = primary;
    this.own = new Choice(primary, 1, false);
    this.weight = weight;
    this.locale = locale;
  }

  /** The style's own face. */
  public OutlineFace primary() {
    return primary;
  }

  /** The width of a space between letters of the style's own face, in ems. */
  public double spaceWidth(double letterSpacing) {
    return spaces.computeIfAbsent(
        letterSpacing,
        spacing -> {
          Face.Shaping shaping = Face.Shaping.PLAIN.spaced(spacing);
          return primary.advance("x x", shaping) - primary.advance("xx", shaping);
        });
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
      if ((c >= LAST_PLAIN && !isPunctuation(c)) || !primary.covers(c)) {
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
      return Optional.of(own);
    }
    return first(Scripts.code(script), cluster)
        .or(() -> first(FontFallback.ANY, cluster))
        .or(
            () ->
                Clusters.mayBeColour(cluster)
                    ? first(FontFallback.EMOJI, cluster)
                    : Optional.empty());
  }

  private Optional<Choice> first(String script, String cluster) {
    return standIns.computeIfAbsent(script, this::choices).stream()
        .filter(choice -> choice.face().covers(cluster))
        .findFirst();
  }

  private List<Choice> choices(String script) {
    return fonts.standIns(script, locale).stream()
        .flatMap(family -> family.nearest(weight).map(face -> choice(family, face)).stream())
        .toList();
  }

  private Choice choice(FontFamily family, Face face) {
    if (face instanceof ColorFace) {
      return new Choice(face, primary.capHeight() * PICTURE_HEIGHT, false);
    }
    boolean bolder = weight >= BOLD && face.weight() < BOLD;
    return new Choice(face, family.proportion().scaleBeside(primary), bolder);
  }
}
