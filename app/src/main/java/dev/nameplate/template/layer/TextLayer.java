package dev.nameplate.template.layer;

import dev.nameplate.template.wording.Wording;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Text from a copy ladder.
 *
 * @param wordings at least one, the best first
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
