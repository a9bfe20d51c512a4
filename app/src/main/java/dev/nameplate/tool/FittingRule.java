package dev.nameplate.tool;

import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.merge.ResolvedField;
import dev.nameplate.scene.Node;
import dev.nameplate.template.LayerWalk;
import dev.nameplate.template.TextLayer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Text is whole, large enough to read, and fallbacks are used where they are needed. */
final class FittingRule implements Rule {
  /** Below this many pixels per em at 1x letters run together. */
  private static final double READABLE = 8;

  private static final double SLACK = 0.05;

  @Override
  public List<Finding> findings(List<Attempt> attempts) {
    List<Finding> findings = new ArrayList<>();
    for (Attempt attempt : attempts) {
      for (Placed placed : attempt.placed()) {
        if (placed.layer() instanceof PlacedLayer.Text text) {
          cut(text, placed, attempt).ifPresent(findings::add);
          small(text, placed, attempt).ifPresent(findings::add);
          passed(text, placed, attempt).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static Optional<Finding> cut(PlacedLayer.Text text, Placed placed, Attempt attempt) {
    if (!text.block().cut()) {
      return Optional.empty();
    }
    boolean fallback = isFallback(attempt, fields(placed, attempt, text.block().wording()));
    String what =
        fallback
            ? "wording "
                + text.block().wording()
                + " with its fallback is cut; shorten the fallback"
            : "wording "
                + text.block().wording()
                + " is cut at "
                + px(text.block().size())
                + "; add a shorter wording, lower minSize, or enlarge the box";
    Code code = fallback ? Code.FALLBACK_UNFIT : Code.TEXT_CUT;
    return Optional.of(Finding.at(code, placed, attempt, what, letters(text)));
  }

  private static Optional<Finding> small(PlacedLayer.Text text, Placed placed, Attempt attempt) {
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
    return Optional.of(Finding.at(Code.TEXT_SMALL, placed, attempt, what, 1 / smallest));
  }

  /** A wording that shows a fallback gave way to a later one because it did not fit. */
  private static Optional<Finding> passed(PlacedLayer.Text text, Placed placed, Attempt attempt) {
    Node.Rung first = text.node().rungs().get(0);
    boolean passedOver = first.wording() < text.block().wording();
    if (!passedOver || !isFallback(attempt, fields(placed, attempt, first.wording()))) {
      return Optional.empty();
    }
    String what =
        "wording "
            + first.wording()
            + " with its fallback does not fit, so wording "
            + text.block().wording()
            + " is used; shorten the fallback";
    return Optional.of(Finding.at(Code.FALLBACK_UNFIT, placed, attempt, what, 0));
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
  private static boolean isFallback(Attempt attempt, Set<String> fields) {
    MergedFields merged = attempt.fields();
    List<ResolvedField> used =
        fields.stream()
            .flatMap(name -> Optional.ofNullable(merged.byName().get(name)).stream())
            .toList();
    return used.stream().anyMatch(field -> field.state() == ResolvedField.State.FALLBACK)
        && used.stream().noneMatch(field -> field.state() == ResolvedField.State.GIVEN);
  }

  private static Set<String> fields(Placed placed, Attempt attempt, int wording) {
    Set<String> fields = new LinkedHashSet<>();
    for (LayerWalk.Stop stop : LayerWalk.of(attempt.template())) {
      if (stop.path().equals(placed.path())
          && stop.layer() instanceof TextLayer text
          && wording < text.wordings().size()) {
        fields.addAll(text.wordings().get(wording).fields());
      }
    }
    return fields;
  }

  private static String px(double size) {
    return String.format(Locale.ROOT, "%.1f px", size);
  }
}
