package dev.nameplate.layout;

import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import dev.nameplate.text.TextBlock;
import java.util.List;

/** A node with its place and wording decided: all that painting it needs. */
public sealed interface PlacedLayer {
  Node node();

  /** A layer that is not drawn. */
  record Skipped(Node.Absent node) implements PlacedLayer {}

  /** A layer that is drawn. */
  sealed interface Visible extends PlacedLayer {
    @Override
    Node.Present node();

    /** All that painting it may touch, turned, in pixels at 1x; never outside its turned box. */
    Box bounds();
  }

  /** Set text. */
  record Text(Node.Text node, TextBlock block, Box bounds) implements Visible {}

  /** A picture, a shape or a code, which fill their boxes. */
  record Filled(Node.Present node, Box bounds) implements Visible {}

  /** A layer of several parts, from the bottom up, each placed as if the group stood upright. */
  record Group(Node.Group node, List<Visible> parts, Box bounds) implements Visible {
    public Group {
      parts = List.copyOf(parts);
    }
  }
}
