package dev.nameplate.template;

import java.util.ArrayList;
import java.util.List;

/** Every layer of a template with its place in the JSON, for those who check templates. */
public final class LayerWalk {
  private LayerWalk() {}

  /**
   * A layer and where it is written.
   *
   * @param path {@code $.layers[2]}
   */
  public record Stop(String path, Layer layer) {}

  /** All layers, from the bottom up. */
  public static List<Stop> of(Template template) {
    List<Stop> stops = new ArrayList<>();
    for (int index = 0; index < template.layers().size(); index++) {
      stops.add(new Stop("$.layers[" + index + "]", template.layers().get(index)));
    }
    return stops;
  }
}
