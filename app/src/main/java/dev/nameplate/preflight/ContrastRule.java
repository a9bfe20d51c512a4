package dev.nameplate.preflight;

import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.scene.Node;
import dev.nameplate.template.Template;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.text.Line;
import dev.nameplate.text.TextBlock;
import dev.nameplate.text.glyph.GlyphRun;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Letters have a contrast ratio of at least 4.5 with what is drawn behind them (WCAG 2.2, success
 * criterion 1.4.3, the stricter of its two limits).
 *
 * <p>The letters are painted alone to see which pixels they cover and with what, and everything
 * below them, their own shadow and outline among it, to see on what. What counts are the pixels at
 * the letters' edges: there the eye finds the letter's form, and there an outline helps it.
 */
final class ContrastRule implements Rule {
  private static final double MIN = 4.5;

  /** The share of pixels that may have less: grain of a photograph. */
  private static final double TOLERANCE = 0.02;

  private final OfflineRenderer offlineRenderer;

  ContrastRule(OfflineRenderer offlineRenderer) {
    this.offlineRenderer = offlineRenderer;
  }

  @Override
  public List<Finding> findings(List<RenderCase> cases) {
    List<Finding> findings = new ArrayList<>();
    Set<List<Node>> seen = new HashSet<>();
    for (RenderCase renderCase : cases) {
      for (LocatedLayer locatedLayer : renderCase.locatedLayers()) {
        if (locatedLayer.layer() instanceof PlacedLayer.Text text
            && seen.add(nodes(locatedLayer, renderCase))) {
          finding(text, locatedLayer, renderCase).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  /** What decides how a text and everything behind it look. */
  private static List<Node> nodes(LocatedLayer locatedLayer, RenderCase renderCase) {
    List<Node> nodes = new ArrayList<>();
    behind(locatedLayer, renderCase).forEach(layer -> nodes.add(layer.node()));
    nodes.add(locatedLayer.layer().node());
    return nodes;
  }

  /** The layers below a text that reach into its bounds; those of its own group stay. */
  private static List<PlacedLayer> behind(LocatedLayer locatedLayer, RenderCase renderCase) {
    Box bounds = locatedLayer.layer().bounds().grown(1);
    return locatedLayer.below(renderCase.layers()).stream()
        .filter(layer -> layer instanceof PlacedLayer.Visible visible && meets(visible, bounds))
        .toList();
  }

  private static boolean meets(PlacedLayer.Visible layer, Box bounds) {
    return layer instanceof PlacedLayer.Group || !layer.bounds().intersect(bounds).isEmpty();
  }

  private Optional<Finding> finding(
      PlacedLayer.Text text, LocatedLayer locatedLayer, RenderCase renderCase) {
    Template template = renderCase.template();
    PlacedLayer letters = locatedLayer.alone(renderCase.layers(), letters(text));
    BufferedImage ink =
        offlineRenderer.renderer().paintWhole(clear(template), List.of(letters), Scale.ONE, false);
    List<PlacedLayer> under = new ArrayList<>(behind(locatedLayer, renderCase));
    under.add(locatedLayer.alone(renderCase.layers(), surroundings(text)));
    BufferedImage ground = offlineRenderer.opaque(template, under, Scale.ONE);
    double contrast =
        new ContrastProbe(ink, ground).contrast(locatedLayer.layer().bounds(), TOLERANCE);
    if (contrast >= MIN) {
      return Optional.empty();
    }
    String what =
        String.format(
            Locale.ROOT,
            "contrast %.2f with what is behind the letters; at least %.1f",
            contrast,
            MIN);
    return Optional.of(
        Finding.at(FindingCode.CONTRAST_LOW, locatedLayer, renderCase, what, -contrast));
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
      PlacedLayer.Text text, TextStyle style, Function<Line, GlyphRun> letters) {
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
            template.digest())
        .withOrigin(template.origin());
  }
}
