package dev.nameplate.tool;

import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.scene.Node;
import dev.nameplate.template.Template;
import dev.nameplate.template.TextStyle;
import dev.nameplate.text.Letters;
import dev.nameplate.text.Line;
import dev.nameplate.text.TextBlock;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Letters have a contrast of 4.5 with what is really behind them (WCAG 2.2, success criterion
 * 1.4.3, the stricter of its two limits).
 *
 * <p>The letters are painted alone to see which pixels they cover and with what, and everything
 * below them, their own shadow and outline among it, to see on what. What counts are the pixels at
 * the letters' edges: there the eye finds the letter's form, and there an outline helps it.
 */
final class ContrastRule implements Rule {
  private static final double LEAST = 4.5;

  /** A few pixels of a photograph's grain do no harm. */
  private static final double FORGIVEN = 0.02;

  private final Workbench bench;

  ContrastRule(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public List<Finding> findings(List<Attempt> attempts) {
    List<Finding> findings = new ArrayList<>();
    Set<List<Node>> seen = new HashSet<>();
    for (Attempt attempt : attempts) {
      for (Placed placed : attempt.placed()) {
        if (placed.layer() instanceof PlacedLayer.Text text && seen.add(nodes(placed, attempt))) {
          finding(text, placed, attempt).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  /** What decides how a text and everything behind it look. */
  private static List<Node> nodes(Placed placed, Attempt attempt) {
    List<Node> nodes = new ArrayList<>();
    behind(placed, attempt).forEach(layer -> nodes.add(layer.node()));
    nodes.add(placed.layer().node());
    return nodes;
  }

  /** The layers below a text that reach into its bounds; those of its own group stay. */
  private static List<PlacedLayer> behind(Placed placed, Attempt attempt) {
    Box bounds = placed.layer().bounds().grown(1);
    return placed.below(attempt.layers()).stream()
        .filter(layer -> layer instanceof PlacedLayer.Visible visible && meets(visible, bounds))
        .toList();
  }

  private static boolean meets(PlacedLayer.Visible layer, Box bounds) {
    return layer instanceof PlacedLayer.Group || !layer.bounds().intersect(bounds).isEmpty();
  }

  private Optional<Finding> finding(PlacedLayer.Text text, Placed placed, Attempt attempt) {
    Template template = attempt.template();
    PlacedLayer letters = placed.alone(attempt.layers(), letters(text));
    BufferedImage ink =
        bench.renderer().paintWhole(clear(template), List.of(letters), Scale.ONE, false);
    List<PlacedLayer> under = new ArrayList<>(behind(placed, attempt));
    under.add(placed.alone(attempt.layers(), surroundings(text)));
    BufferedImage ground = bench.opaque(template, under, Scale.ONE);
    double contrast = new Ink(ink, ground).contrast(placed.layer().bounds(), FORGIVEN);
    if (contrast >= LEAST) {
      return Optional.empty();
    }
    String what =
        String.format(
            Locale.ROOT,
            "contrast %.2f with what is behind the letters; at least %.1f",
            contrast,
            LEAST);
    return Optional.of(Finding.at(Code.CONTRAST_LOW, placed, attempt, what, -contrast));
  }

  /** The letters without shadow, outline and emoji, which have colours of their own. */
  private static PlacedLayer.Text letters(PlacedLayer.Text text) {
    TextStyle plain = styled(text.node().style(), text.node().style().color(), false);
    return with(text, plain, line -> line.letters());
  }

  /** The shadow and the outline without their letters. */
  private static PlacedLayer.Text surroundings(PlacedLayer.Text text) {
    TextStyle hollow = styled(text.node().style(), Rgba.TRANSPARENT, true);
    return with(text, hollow, line -> line.letters().untinted());
  }

  private static PlacedLayer.Text with(
      PlacedLayer.Text text, TextStyle style, Function<Line, Letters> letters) {
    TextBlock block = text.block();
    List<Line> lines =
        block.lines().stream()
            .map(
                line ->
                    new Line(
                        letters.apply(line),
                        List.of(),
                        line.start(),
                        line.baseline(),
                        line.advance(),
                        line.ink()))
            .toList();
    Node.Text node = text.node();
    return new PlacedLayer.Text(
        new Node.Text(node.index(), node.placement(), style, node.rungs()),
        new TextBlock(block.wording(), block.size(), lines, block.cut()),
        text.bounds());
  }

  private static TextStyle styled(TextStyle style, Rgba color, boolean surrounded) {
    return new TextStyle(
        style.font(),
        style.weight(),
        style.size(),
        style.minSize(),
        style.maxLines(),
        style.lineHeight(),
        style.letterSpacing(),
        style.align(),
        style.valign(),
        color,
        surrounded ? style.shadow() : Optional.empty(),
        surrounded ? style.outline() : Optional.empty(),
        style.flow());
  }

  private static Template clear(Template template) {
    return new Template(
        template.id(),
        template.title(),
        template.size(),
        Rgba.TRANSPARENT,
        template.locale(),
        template.zone(),
        template.alt(),
        template.fields(),
        template.layers(),
        template.assets(),
        template.output(),
        template.cache(),
        template.digest());
  }
}
