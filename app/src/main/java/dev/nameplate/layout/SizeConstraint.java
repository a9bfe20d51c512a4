package dev.nameplate.layout;

import java.util.Optional;

/**
 * The size that a child of a stack is to have.
 *
 * @param most what it may take where nothing else is said
 * @param width exactly
 * @param height exactly
 */
record SizeConstraint(Extent most, Optional<Double> width, Optional<Double> height) {
  double widest() {
    return width.orElse(most.width());
  }

  double highest() {
    return height.orElse(most.height());
  }
}
