package dev.nameplate.template.field;

/** Where a text starts. */
public enum TextDirection {
  /**
   * At the right where the template's locale or the author's first letter is written from there.
   */
  AUTO,
  /** At the left. */
  LTR,
  /** At the right. */
  RTL
}
