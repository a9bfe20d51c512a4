package dev.nameplate.geometry;

/** Vertical alignment of a block in a taller box. */
public enum VerticalAlignment {
  /** At the box's top. */
  TOP,
  /** Halfway between top and bottom. */
  MIDDLE,
  /** At the box's bottom. */
  BOTTOM
}
