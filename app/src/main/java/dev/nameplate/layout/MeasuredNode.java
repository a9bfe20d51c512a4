package dev.nameplate.layout;

import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import dev.nameplate.scene.Placement;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.text.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A child of a stack whose size is known, and its place not yet. */
sealed interface MeasuredNode {
  Extent size();

  /** The child with its upper left corner at a point. */
  PlacedLayer at(double x, double y);

  /** A child that steps aside and takes no room. */
  record Skipped(Node.Absent node) implements MeasuredNode {
    @Override
    public Extent size() {
      return new Extent(0, 0);
    }

    @Override
    public PlacedLayer at(double x, double y) {
      return new PlacedLayer.Skipped(node);
    }
  }

  /** A child that fills its box. */
  record Area(Node.Present node, Extent size) implements MeasuredNode {
    @Override
    public PlacedLayer at(double x, double y) {
      return Bounds.filled(node.at(box(node, x, y, size)));
    }
  }

  /**
   * Progress with a label on it, or initials on their disc.
   *
   * @param label set, its box being where it stands on a bar or ring at the origin
   */
  record Labelled(Node.Present node, Extent size, Text label) implements MeasuredNode {
    @Override
    public PlacedLayer at(double x, double y) {
      Node.Present placed = node.at(box(node, x, y, size));
      PlacedLayer.Filled bar =
          Bounds.filled(placed.at(new Placement(placed.placement().box(), 1, 0)));
      return group(placed, Optional.of(bar), List.of(label.at(x, y)));
    }
  }

  /**
   * Set text.
   *
   * @param block as it stands in a box at the origin
   * @param room the part of that box that is its own
   */
  record Text(Node.Text node, TextBlock block, Box room) implements MeasuredNode {
    @Override
    public Extent size() {
      return new Extent(room.width(), room.height());
    }

    /** A shadow may leave the text's own room; what it falls on belongs to the stack as well. */
    @Override
    public PlacedLayer at(double x, double y) {
      double reach = node.style().shadow().map(Text::reach).orElse(0.0);
      Placement placement = node.placement();
      Box box = new Box(x, y, room.width(), room.height()).grown(reach);
      return Bounds.text(
          node.at(new Placement(box, placement.opacity(), placement.rotate())),
          block.moved(x - room.x(), y - room.y()));
    }

    private static double reach(TextStyle.Shadow shadow) {
      return shadow.blur() + Math.max(Math.abs(shadow.dx()), Math.abs(shadow.dy()));
    }
  }

  /**
   * A stack.
   *
   * @param children in order, each with its place in the stack
   */
  record Stacked(Node.Stack node, Extent size, List<PositionedChild> children)
      implements MeasuredNode {
    public Stacked {
      children = List.copyOf(children);
    }

    @Override
    public PlacedLayer at(double x, double y) {
      Node.Stack placed = node.at(box(node, x, y, size));
      List<PlacedLayer> parts = new ArrayList<>();
      for (PositionedChild child : children) {
        parts.add(child.laid().at(x + child.x(), y + child.y()));
      }
      Optional<Node.Shape> ground = placed.ground().filter(shape -> !size.isEmpty());
      return group(placed, ground.map(Bounds::filled), parts);
    }
  }

  /** A child at its place in a stack, seen from the stack's upper left corner. */
  record PositionedChild(MeasuredNode laid, double x, double y) {}

  private static Placement box(Node.Present node, double x, double y, Extent size) {
    Placement placement = node.placement();
    Box box = new Box(x, y, size.width(), size.height());
    return new Placement(box, placement.opacity(), placement.rotate());
  }

  /** Layers as one, none of which leaves its box. */
  private static PlacedLayer.Group group(
      Node.Present node, Optional<PlacedLayer.Filled> ground, List<PlacedLayer> parts) {
    Box box = node.placement().box();
    Optional<Box> touched =
        parts.stream()
            .filter(PlacedLayer.Visible.class::isInstance)
            .map(part -> ((PlacedLayer.Visible) part).bounds())
            .filter(bounds -> !bounds.isEmpty())
            .reduce(Box::union)
            .map(bounds -> bounds.intersect(box));
    Box bounds = ground.isPresent() ? box : touched.orElse(new Box(box.x(), box.y(), 0, 0));
    return new PlacedLayer.Group(node, ground, parts, Bounds.turned(node.placement(), bounds));
  }
}
