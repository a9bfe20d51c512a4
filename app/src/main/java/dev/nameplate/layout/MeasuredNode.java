package dev.nameplate.layout;

import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import dev.nameplate.scene.Placement;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.text.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A child of a stack whose size is known, but not its position. */
sealed interface MeasuredNode {
  /** The size that the child occupies, in pixels at 1x. */
  Extent size();

  /**
   * The child placed with its upper left corner at a point, in pixels at 1x; {@link
   * PlacedLayer.Skipped} for a hidden child.
   */
  PlacedLayer at(double x, double y);

  /** A hidden child, which takes no space. */
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
   * @param label measured in the coordinates of a bar, ring or disc at the origin
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
   * Measured text.
   *
   * @param block the lines in a box at the origin
   * @param extent the part of that box that the child occupies
   */
  record Text(Node.Text node, TextBlock block, Box extent) implements MeasuredNode {
    @Override
    public Extent size() {
      return new Extent(extent.width(), extent.height());
    }

    /** A shadow may reach beyond the child's own extent, onto the rest of the stack. */
    @Override
    public PlacedLayer at(double x, double y) {
      double reach = node.style().shadow().map(Text::reach).orElse(0.0);
      Placement placement = node.placement();
      Box box = new Box(x, y, extent.width(), extent.height()).grown(reach);
      return Bounds.text(
          node.at(new Placement(box, placement.opacity(), placement.rotate())),
          block.moved(x - extent.x(), y - extent.y()));
    }

    private static double reach(TextStyle.Shadow shadow) {
      return shadow.blur() + Math.max(Math.abs(shadow.dx()), Math.abs(shadow.dy()));
    }
  }

  /**
   * A stack.
   *
   * @param children in order, each with its position in the stack
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
        parts.add(child.node().at(x + child.x(), y + child.y()));
      }
      Optional<Node.Shape> backdrop = placed.backdrop().filter(shape -> !size.isEmpty());
      return group(placed, backdrop.map(Bounds::filled), parts);
    }
  }

  /** A child with its position relative to the stack's upper left corner. */
  record PositionedChild(MeasuredNode node, double x, double y) {}

  private static Placement box(Node.Present node, double x, double y, Extent size) {
    Placement placement = node.placement();
    Box box = new Box(x, y, size.width(), size.height());
    return new Placement(box, placement.opacity(), placement.rotate());
  }

  /** A group of layers, clipped to the node's box. */
  private static PlacedLayer.Group group(
      Node.Present node, Optional<PlacedLayer.Filled> backdrop, List<PlacedLayer> parts) {
    Box box = node.placement().box();
    Optional<Box> touched =
        parts.stream()
            .filter(PlacedLayer.Visible.class::isInstance)
            .map(part -> ((PlacedLayer.Visible) part).bounds())
            .filter(bounds -> !bounds.isEmpty())
            .reduce(Box::union)
            .map(bounds -> bounds.intersect(box));
    Box bounds = backdrop.isPresent() ? box : touched.orElse(new Box(box.x(), box.y(), 0, 0));
    return new PlacedLayer.Group(node, backdrop, parts, Bounds.turned(node.placement(), bounds));
  }
}
