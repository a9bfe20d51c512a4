package dev.nameplate.template.layer;

import dev.nameplate.template.field.TextDirection;

/** How letters follow each other along a line and from line to line. */
public record TextFlow(TextDirection direction, TextWrap wrap, Numerals numerals) {
  /** What a layer has that says nothing of it. */
  public static final TextFlow DEFAULT =
      new TextFlow(TextDirection.AUTO, TextWrap.AUTO, Numerals.NORMAL);
}
