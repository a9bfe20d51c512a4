package dev.nameplate.layout;

import java.util.Optional;

/**
 * Limits on a node's size, in pixels at 1x.
 *
 * @param max the largest size, for sides without an exact length
 * @param width the exact width; empty for any up to the largest
 * @param height the exact height; empty for any up to the largest
 */
record SizeConstraint(Extent max, Optional<Double> width, Optional<Double> height) {
  double maxWidth() {
    return width.orElse(max.width());
  }

  double maxHeight() {
    return height.orElse(max.height());
  }
}
