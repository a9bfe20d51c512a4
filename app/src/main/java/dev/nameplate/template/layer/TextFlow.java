package dev.nameplate.template.layer;

import dev.nameplate.template.field.TextDirection;

/**
 * How text runs along a line and from line to line.
 *
 * @param direction base direction of the text
 * @param wrap how lines are broken
 * @param numerals widths of digits
 */
public record TextFlow(TextDirection direction, TextWrap wrap, Numerals numerals) {
  /** Automatic direction and wrapping, digits as in the font. */
  public static final TextFlow DEFAULT =
      new TextFlow(TextDirection.AUTO, TextWrap.AUTO, Numerals.NORMAL);
}
