package dev.nameplate.template;

import java.util.List;

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
}
