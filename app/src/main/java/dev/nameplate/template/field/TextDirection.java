package dev.nameplate.template.field;

/** The base direction of a text (UAX #9). */
public enum TextDirection {
  /**
   * Of a layer: that of the locale, or of the first strong letter of the author's wording. Of a
   * value: that of its first strong letter.
   */
  AUTO,
  /** Left to right. */
  LTR,
  /** Right to left. */
  RTL
}
