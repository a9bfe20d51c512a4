package dev.nameplate.layout;

import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.VerticalAlignment;
import dev.nameplate.scene.Node;
import dev.nameplate.scene.Placement;
import dev.nameplate.template.layer.Placeholder;
import dev.nameplate.template.layer.TextStyle;
import java.util.List;
import java.util.Optional;

/** The initials on a disc, as a text node. */
final class InitialsText {
  /** Fractions of the disc's diameter. */
  private static final double INSET = 0.14;

  private static final double SIZE = 0.4;
  private static final double MIN_SIZE = 0.12;

  private InitialsText() {}

  /** The initials in the middle of a box. */
  static Node.Text of(Node.Initials initials, Box box) {
    double side = Math.min(box.width(), box.height());
    Box disc = new Box(box.centerX() - side / 2, box.centerY() - side / 2, side, side);
    TextStyle style =
        new TextStyle(
            Placeholder.Initials.FONT,
            Placeholder.Initials.WEIGHT,
            side * SIZE,
            side * MIN_SIZE,
            1,
            1.2,
            0,
            Alignment.CENTER,
            VerticalAlignment.MIDDLE,
            initials.ink(),
            Optional.empty(),
            Optional.empty());
    Placement inside = new Placement(disc.grown(-INSET * side), 1, 0);
    String letters = initials.letters().orElse("");
    return new Node.Text(initials.index(), inside, style, List.of(new Node.Rung(0, letters)));
  }
}
