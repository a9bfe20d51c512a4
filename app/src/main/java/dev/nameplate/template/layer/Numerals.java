package dev.nameplate.template.layer;

/** The widths of digits, as {@code font-variant-numeric} in CSS. */
public enum Numerals {
  /** The widths of the font. */
  NORMAL,
  /** All digits as wide as the widest, so that numbers in lines below each other align. */
  TABULAR
}
