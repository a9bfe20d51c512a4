package dev.nameplate.layout;

import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import dev.nameplate.text.TextBlock;
import java.util.List;
import java.util.Optional;

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

  /**
   * A stack, or progress with a label: layers that are turned and faded as one.
   *
   * @param ground what lies below the parts, placed as the node is but neither turned nor faded
   * @param parts from the bottom up, placed as if this were not turned
   */
  record Group(Node.Present node, Optional<Filled> ground, List<PlacedLayer> parts, Box bounds)
      implements Visible {
    public Group {
      parts = List.copyOf(parts);
    }
  }

  /** A picture, a shape or a code, which fill their boxes. */
  record Filled(Node.Present node, Box bounds) implements Visible {}
}
