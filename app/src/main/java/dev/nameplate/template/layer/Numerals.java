package dev.nameplate.template.layer;

/** How wide digits are. */
public enum Numerals {
  /** As the font has them. */
  NORMAL,
  /** All as wide as the widest, so that numbers below each other stand in columns. */
  TABULAR
}
