package dev.nameplate.scene;

import dev.nameplate.template.Template;
import java.util.List;

/**
 * A template with its values filled in.
 *
 * @param template gives size, background and locale
 * @param nodes one for each layer, hidden ones included, from the bottom up
 */
public record Scene(Template template, List<Node> nodes) {
  public Scene {
    nodes = List.copyOf(nodes);
  }
}
