package dev.nameplate.template.layer;

import dev.nameplate.template.wording.Wording;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text with a copy ladder: wordings in order of preference, of which the first that can be filled
 * and fits is drawn.
 *
 * @param frame its place on the canvas
 * @param style how the text is set
 * @param wordings at least one and at most ten, the preferred first
 */
public record TextLayer(Frame frame, TextStyle style, List<Wording> wordings) implements Layer {
  public TextLayer {
    wordings = List.copyOf(wordings);
  }

  @Override
  public String type() {
    return "text";
  }

  @Override
  public boolean isContentStatic() {
    return wordings.stream().allMatch(wording -> wording.fields().isEmpty());
  }

  @Override
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    wordings.forEach(wording -> fields.addAll(wording.fields()));
    return fields;
  }
}
