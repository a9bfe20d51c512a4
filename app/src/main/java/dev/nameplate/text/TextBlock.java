package dev.nameplate.text;

import dev.nameplate.geometry.Box;
import java.util.List;

/**
 * Text set in its box.
 *
 * @param wording the rung of the copy ladder that was used, from 0
 * @param size pixels per em at 1x
 * @param lines from the top down; none where the text has no ink
 * @param cut whether the text ends in an ellipsis
 */
public record TextBlock(int wording, double size, List<Line> lines, boolean cut) {
  public TextBlock {
    lines = List.copyOf(lines);
  }

  /** This one at another place. */
  public TextBlock moved(double dx, double dy) {
    return new TextBlock(
        wording, size, lines.stream().map(line -> line.moved(dx, dy)).toList(), cut);
  }

  /** The bounds of every line's ink; an empty box where there is none. */
  public Box ink() {
    return lines.stream()
        .map(Line::ink)
        .filter(box -> !box.isEmpty())
        .reduce(Box::union)
        .orElse(new Box(0, 0, 0, 0));
  }
}
