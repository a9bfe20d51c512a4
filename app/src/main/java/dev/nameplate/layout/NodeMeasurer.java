package dev.nameplate.layout;

import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import dev.nameplate.template.layer.ProgressStyle;
import dev.nameplate.text.MeasuredText;
import dev.nameplate.text.TextBlock;
import dev.nameplate.text.Typesetter;
import java.util.Locale;

/** Measures nodes under a size constraint. */
record NodeMeasurer(Typesetter typesetter, Locale locale) implements StackLayout.Child {
  /** Text is hidden in a box with a side smaller than this, in pixels at 1x. */
  private static final double MIN_SIDE = 1;

  /** The label's box within a ring, in fractions of its inner diameter: two lines fit. */
  private static final double RING_WIDTH = 0.84;

  private static final double RING_HEIGHT = 0.54;

  @Override
  public MeasuredNode measure(Node node, SizeConstraint constraint) {
    if (node instanceof Node.Text text) {
      return text(text, constraint);
    }
    if (node instanceof Node.Stack stack) {
      return new StackLayout(stack, this).measure(constraint);
    }
    Extent size = new Extent(constraint.maxWidth(), constraint.maxHeight());
    if (node instanceof Node.Absent || size.isEmpty()) {
      return new MeasuredNode.Skipped(new Node.Absent(node.index(), node.type()));
    }
    if (node instanceof Node.Initials initials) {
      return initials(initials, size);
    }
    return node instanceof Node.Progress progress
        ? progress(progress, size)
        : new MeasuredNode.Area((Node.Present) node, size);
  }

  private MeasuredNode text(Node.Text text, SizeConstraint constraint) {
    Box box = new Box(0, 0, constraint.maxWidth(), constraint.maxHeight());
    if (box.width() < MIN_SIDE || box.height() < MIN_SIDE) {
      return new MeasuredNode.Skipped(new Node.Absent(text.index(), text.type()));
    }
    MeasuredText set = typesetter.measured(text.rungs(), text.style(), box, locale);
    Box extent = set.bounds().intersect(box);
    double width = constraint.width().orElse(Math.min(box.width(), whole(extent.width())));
    double height = constraint.height().orElse(Math.min(box.height(), whole(extent.height())));
    double x = constraint.width().isPresent() ? 0 : extent.x();
    double y = constraint.height().isPresent() ? 0 : extent.y();
    return new MeasuredNode.Text(text, set.block(), new Box(x, y, width, height));
  }

  private static double whole(double length) {
    return Math.ceil(length - 1e-6);
  }

  private MeasuredNode progress(Node.Progress progress, Extent size) {
    Box box = new Box(0, 0, size.width(), size.height());
    Box within =
        progress.style().shape() == ProgressStyle.Shape.RING
            ? withinRing(box, progress.style().thickness())
            : withinBar(box);
    if (progress.label().isEmpty() || within.width() < MIN_SIDE || within.height() < MIN_SIDE) {
      return new MeasuredNode.Area(progress, size);
    }
    Node.Text text = progress.label().get();
    TextBlock block = typesetter.set(text.rungs(), text.style(), within, locale);
    return new MeasuredNode.Labelled(progress, size, new MeasuredNode.Text(text, block, box));
  }

  private MeasuredNode initials(Node.Initials initials, Extent size) {
    Box box = new Box(0, 0, size.width(), size.height());
    if (initials.letters().isEmpty() || Math.min(box.width(), box.height()) < MIN_SIDE) {
      return new MeasuredNode.Area(initials, size);
    }
    Node.Text text = InitialsText.of(initials, box);
    TextBlock block = typesetter.set(text.rungs(), text.style(), text.placement().box(), locale);
    return new MeasuredNode.Labelled(initials, size, new MeasuredNode.Text(text, block, box));
  }

  private static Box withinRing(Box box, double thickness) {
    double inner = Math.max(0, Math.min(box.width(), box.height()) - 2 * thickness);
    double width = inner * RING_WIDTH;
    double height = inner * RING_HEIGHT;
    return new Box(box.centerX() - width / 2, box.centerY() - height / 2, width, height);
  }

  /** The label's box within a bar, without the bar's round ends. */
  private static Box withinBar(Box box) {
    double inset = Math.min(box.height() / 2, box.width() / 4);
    return new Box(inset, 0, box.width() - 2 * inset, box.height());
  }
}
