package dev.nameplate.preflight;

import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.scene.Node;
import dev.nameplate.template.LayerWalk;
import dev.nameplate.template.layer.TextLayer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Text is complete and large enough to read, and fallbacks fit. */
final class FittingRule implements Rule {
  /** Below this many pixels per em at 1x letters run together. */
  private static final double READABLE = 8;

  private static final double SLACK = 0.05;

  @Override
  public List<Finding> findings(List<RenderCase> cases) {
    List<Finding> findings = new ArrayList<>();
    for (RenderCase renderCase : cases) {
      for (LocatedLayer locatedLayer : renderCase.locatedLayers()) {
        if (locatedLayer.layer() instanceof PlacedLayer.Text text) {
          cut(text, locatedLayer, renderCase).ifPresent(findings::add);
          small(text, locatedLayer, renderCase).ifPresent(findings::add);
          passed(text, locatedLayer, renderCase).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static Optional<Finding> cut(
      PlacedLayer.Text text, LocatedLayer locatedLayer, RenderCase renderCase) {
    if (!text.block().cut()) {
      return Optional.empty();
    }
    boolean fallback =
        isFallback(renderCase, fields(locatedLayer, renderCase, text.block().wording()));
    String what =
        fallback
            ? "the "
                + wording(text.block().wording())
                + " with its fallback is cut; shorten the fallback"
            : "the "
                + wording(text.block().wording())
                + " is cut at "
                + px(text.block().size())
                + "; add a shorter wording, lower minSize, or enlarge the box";
    FindingCode findingCode = fallback ? FindingCode.FALLBACK_UNFIT : FindingCode.TEXT_CUT;
    return Optional.of(Finding.at(findingCode, locatedLayer, renderCase, what, letters(text)));
  }

  private static Optional<Finding> small(
      PlacedLayer.Text text, LocatedLayer locatedLayer, RenderCase renderCase) {
    double size = text.block().size();
    double smallest = size * smallestSpan(text);
    double least = text.node().style().minSize();
    if (size >= least - SLACK && smallest >= READABLE - SLACK) {
      return Optional.empty();
    }
    String limit =
        size < least - SLACK
            ? "its minSize is " + px(least)
            : px(READABLE) + " is the least that can be read";
    String what = "letters of " + px(smallest) + "; " + limit;
    return Optional.of(
        Finding.at(FindingCode.TEXT_SMALL, locatedLayer, renderCase, what, 1 / smallest));
  }

  /** A wording with a fallback did not fit, so a later one is used. */
  private static Optional<Finding> passed(
      PlacedLayer.Text text, LocatedLayer locatedLayer, RenderCase renderCase) {
    Node.Rung first = text.node().rungs().get(0);
    boolean passedOver = first.wording() < text.block().wording();
    if (!passedOver || !isFallback(renderCase, fields(locatedLayer, renderCase, first.wording()))) {
      return Optional.empty();
    }
    String what =
        "the "
            + wording(first.wording())
            + " with its fallback does not fit, so the "
            + wording(text.block().wording())
            + " is used; shorten the fallback";
    return Optional.of(Finding.at(FindingCode.FALLBACK_UNFIT, locatedLayer, renderCase, what, 0));
  }

  private static double smallestSpan(PlacedLayer.Text text) {
    return text.node().rungs().stream()
        .filter(rung -> rung.wording() == text.block().wording())
        .flatMap(rung -> rung.spans().stream())
        .mapToDouble(span -> span.style().scale())
        .min()
        .orElse(1);
  }

  private static int letters(PlacedLayer.Text text) {
    return text.node().rungs().stream().mapToInt(rung -> rung.text().length()).max().orElse(0);
  }

  /** Whether fallbacks are all that some fields have to show. */
  private static boolean isFallback(RenderCase renderCase, Set<String> fields) {
    MergedFields merged = renderCase.fields();
    List<ResolvedField> used =
        fields.stream()
            .flatMap(name -> Optional.ofNullable(merged.byName().get(name)).stream())
            .toList();
    return used.stream().anyMatch(field -> field.state() == ResolvedField.State.FALLBACK)
        && used.stream().noneMatch(field -> field.state() == ResolvedField.State.GIVEN);
  }

  private static Set<String> fields(LocatedLayer locatedLayer, RenderCase renderCase, int wording) {
    Set<String> fields = new LinkedHashSet<>();
    for (LayerWalk.Stop stop : LayerWalk.of(renderCase.template())) {
      if (stop.path().equals(locatedLayer.path())
          && stop.layer() instanceof TextLayer text
          && wording < text.wordings().size()) {
        fields.addAll(text.wordings().get(wording).fields());
      }
    }
    return fields;
  }

  private static String wording(int index) {
    return Ordinal.of(index, "wording");
  }

  private static String px(double size) {
    return String.format(Locale.ROOT, "%.1f px", size);
  }
}
