package dev.nameplate.template.layer;

/** How a text is broken into lines, as {@code text-wrap} in CSS. */
public enum TextWrap {
  /** Up to three lines are balanced; longer texts fill line by line. */
  AUTO,
  /** Lines are balanced, however many there are. */
  BALANCE
}
