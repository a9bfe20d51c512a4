package dev.nameplate.template.layer;

/** How long lines are made. */
public enum TextWrap {
  /** Up to three lines are made even; more are filled one after the other. */
  AUTO,
  /** Any number of lines is made even. */
  BALANCE
}
