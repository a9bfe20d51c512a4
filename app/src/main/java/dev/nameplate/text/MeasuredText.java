package dev.nameplate.text;

import dev.nameplate.geometry.Box;
import java.util.List;

/**
 * Set text and its layout bounds.
 *
 * @param block the set text
 * @param bounds in pixels at 1x: from the lines' left ends to their right ends, and from the first
 *     line's top to the last line's bottom, each line being as high as the style's line height
 *     around the middle of its capitals; never smaller than the ink, and an empty box if there are
 *     no lines
 */
public record MeasuredText(TextBlock block, Box bounds) {
  static MeasuredText of(TextBlock block, double capHeight, double lineHeight) {
    List<Line> lines = block.lines();
    if (lines.isEmpty()) {
      return new MeasuredText(block, new Box(0, 0, 0, 0));
    }
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    for (Line line : lines) {
      left = Math.min(left, line.start());
      right = Math.max(right, line.start() + line.advance());
    }
    double over = (lineHeight + capHeight) / 2;
    double under = (lineHeight - capHeight) / 2;
    Box bounds =
        Box.between(
            left,
            lines.get(0).baseline() - over,
            right,
            lines.get(lines.size() - 1).baseline() + under);
    Box ink = block.ink();
    return new MeasuredText(block, ink.isEmpty() ? bounds : bounds.union(ink));
  }
}
