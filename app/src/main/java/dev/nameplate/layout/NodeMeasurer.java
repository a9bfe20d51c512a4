package dev.nameplate.layout;

import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import dev.nameplate.template.layer.ProgressStyle;
import dev.nameplate.text.MeasuredText;
import dev.nameplate.text.TextBlock;
import dev.nameplate.text.Typesetter;
import java.util.Locale;

/** Finds the sizes of nodes that may have none of their own. */
record NodeMeasurer(Typesetter typesetter, Locale locale) implements StackLayout.Child {
  /** Text is not set in less room than this, in pixels at 1x. */
  private static final double LEAST = 1;

  /** The sides of the box within a ring, in shares of its inner diameter: room for two lines. */
  private static final double RING_ACROSS = 0.84;

  private static final double RING_DOWN = 0.54;

  @Override
  public MeasuredNode lay(Node node, SizeConstraint sizeConstraint) {
    if (node instanceof Node.Text text) {
      return text(text, sizeConstraint);
    }
    if (node instanceof Node.Stack stack) {
      return new StackLayout(stack, this).lay(sizeConstraint);
    }
    Extent size = new Extent(sizeConstraint.widest(), sizeConstraint.highest());
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

  private MeasuredNode text(Node.Text text, SizeConstraint sizeConstraint) {
    Box box = new Box(0, 0, sizeConstraint.widest(), sizeConstraint.highest());
    if (box.width() < LEAST || box.height() < LEAST) {
      return new MeasuredNode.Skipped(new Node.Absent(text.index(), text.type()));
    }
    MeasuredText set = typesetter.measured(text.rungs(), text.style(), box, locale);
    Box room = set.bounds().intersect(box);
    double width = sizeConstraint.width().orElse(Math.min(box.width(), whole(room.width())));
    double height = sizeConstraint.height().orElse(Math.min(box.height(), whole(room.height())));
    double x = sizeConstraint.width().isPresent() ? 0 : room.x();
    double y = sizeConstraint.height().isPresent() ? 0 : room.y();
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
    if (progress.label().isEmpty() || within.width() < LEAST || within.height() < LEAST) {
      return new MeasuredNode.Area(progress, size);
    }
    Node.Text text = progress.label().get();
    TextBlock block = typesetter.set(text.rungs(), text.style(), within, locale);
    return new MeasuredNode.Labelled(progress, size, new MeasuredNode.Text(text, block, box));
  }

  private MeasuredNode initials(Node.Initials initials, Extent size) {
    Box box = new Box(0, 0, size.width(), size.height());
    if (initials.letters().isEmpty() || Math.min(box.width(), box.height()) < LEAST) {
      return new MeasuredNode.Area(initials, size);
    }
    Node.Text text = InitialsText.of(initials, box);
    TextBlock block = typesetter.set(text.rungs(), text.style(), text.placement().box(), locale);
    return new MeasuredNode.Labelled(initials, size, new MeasuredNode.Text(text, block, box));
  }

  private static Box withinRing(Box box, double thickness) {
    double inner = Math.max(0, Math.min(box.width(), box.height()) - 2 * thickness);
    double width = inner * RING_ACROSS;
    double height = inner * RING_DOWN;
    return new Box(box.centreX() - width / 2, box.centreY() - height / 2, width, height);
  }

  /** A label keeps away from a bar's round ends. */
  private static Box withinBar(Box box) {
    double inset = Math.min(box.height() / 2, box.width() / 4);
    return new Box(inset, 0, box.width() - 2 * inset, box.height());
  }
}
