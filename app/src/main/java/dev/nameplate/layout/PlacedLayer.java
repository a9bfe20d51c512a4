package dev.nameplate.layout;

import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import dev.nameplate.text.TextBlock;
import java.util.List;
import java.util.Optional;

/** A node with its position, size and wording decided: all that painting it needs. */
public sealed interface PlacedLayer {
  /** The node; if the layer is visible, with its final placement. */
  Node node();

  /**
   * A hidden layer.
   *
   * @param node has its index and type only
   */
  record Skipped(Node.Absent node) implements PlacedLayer {}

  /** A layer that is painted. */
  sealed interface Visible extends PlacedLayer {
    @Override
    Node.Present node();

    /**
     * The area that painting the layer may change, after rotation, in pixels at 1x; never outside
     * the layer's rotated box. Without area if painting changes nothing.
     */
    Box bounds();
  }

  /**
   * Text with its lines.
   *
   * @param node with its final placement
   * @param block the lines in pixels at 1x, before rotation
   * @param bounds see {@link Visible#bounds}
   */
  record Text(Node.Text node, TextBlock block, Box bounds) implements Visible {}

  /**
   * Layers that are rotated and faded together: a stack, a countdown, or progress with a label.
   *
   * @param node with its final placement
   * @param backdrop painted below the parts, without rotation or opacity of its own; empty for none
   * @param parts from the bottom up, positioned as if the group were not rotated
   * @param bounds see {@link Visible#bounds}
   */
  record Group(Node.Present node, Optional<Filled> backdrop, List<PlacedLayer> parts, Box bounds)
      implements Visible {
    public Group {
      parts = List.copyOf(parts);
    }
  }

  /**
   * An image, shape, code, progress or stars layer, which may paint on its whole box.
   *
   * @param node with its final placement
   * @param bounds see {@link Visible#bounds}
   */
  record Filled(Node.Present node, Box bounds) implements Visible {}
}
