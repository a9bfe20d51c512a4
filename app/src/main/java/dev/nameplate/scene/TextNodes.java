package dev.nameplate.scene;

import dev.nameplate.template.layer.TextLayer;
import dev.nameplate.template.wording.SpannedWording;
import dev.nameplate.template.wording.Wording;
import dev.nameplate.template.wording.WordingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes nodes of text layers: the rungs of the copy ladder whose values are present. */
final class TextNodes {
  private TextNodes() {}

  static Optional<Node.Text> of(
      int index, Placement placement, TextLayer layer, Map<String, WordingValue> values) {
    List<Node.Rung> rungs = new ArrayList<>();
    for (int place = 0; place < layer.wordings().size(); place++) {
      rung(place, layer.wordings().get(place), values).ifPresent(rungs::add);
    }
    return rungs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Node.Text(index, placement, layer.style(), rungs));
  }

  private static Optional<Node.Rung> rung(
      int place, Wording wording, Map<String, WordingValue> values) {
    if (wording instanceof SpannedWording spanned) {
      return spanned.fillSpans(values).map(texts -> rung(place, spanned, texts));
    }
    return wording.fillIsolated(values).map(text -> new Node.Rung(place, text));
  }

  private static Node.Rung rung(int place, SpannedWording wording, List<String> texts) {
    StringBuilder text = new StringBuilder();
    List<Node.Span> spans = new ArrayList<>();
    for (int span = 0; span < texts.size(); span++) {
      text.append(texts.get(span));
      spans.add(new Node.Span(text.length(), wording.spans().get(span).style()));
    }
    return new Node.Rung(place, text.toString(), spans);
  }
}
