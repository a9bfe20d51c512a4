package dev.nameplate.text;

import dev.nameplate.geometry.Box;
import java.util.List;

/**
 * Text set in its box.
 *
 * @param wording index of the rung of the copy ladder that was used, from 0
 * @param size pixels per em at 1x
 * @param lines from top to bottom; empty if the text is empty
 * @param cut whether the text was truncated and ends in an ellipsis
 */
public record TextBlock(int wording, double size, List<Line> lines, boolean cut) {
  /** Copies the list. */
  public TextBlock {
    lines = List.copyOf(lines);
  }

  /** Returns a copy moved by a distance, in pixels at 1x. */
  public TextBlock moved(double dx, double dy) {
    return new TextBlock(
        wording, size, lines.stream().map(line -> line.moved(dx, dy)).toList(), cut);
  }

  /** Returns the union of the lines' ink, in pixels at 1x; an empty box if nothing is visible. */
  public Box ink() {
    return lines.stream()
        .map(Line::ink)
        .filter(box -> !box.isEmpty())
        .reduce(Box::union)
        .orElse(new Box(0, 0, 0, 0));
  }
}
