package dev.nameplate.template.layer;

import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.VerticalAlignment;
import java.util.Optional;

/**
 * How text is set.
 *
 * @param font a family of {@code fonts/fonts.json}
 * @param weight 100 to 900
 * @param size the preferred font size, in px at 1x, 4 to 1,000
 * @param minSize the smallest font size before the next wording is tried, in px at 1x; 4 to {@code
 *     size}
 * @param maxLines 1 to 20
 * @param lineHeight from baseline to baseline, in em, 0.7 to 3
 * @param letterSpacing added after each letter, in em, -0.2 to 2
 * @param align horizontal alignment in the box
 * @param valign vertical alignment in the box
 * @param color of the text
 * @param shadow behind the text; empty for none
 * @param outline around the letters; empty for none
 * @param flow direction, wrapping and digits
 */
public record TextStyle(
    String font,
    int weight,
    double size,
    double minSize,
    int maxLines,
    double lineHeight,
    double letterSpacing,
    Alignment align,
    VerticalAlignment valign,
    Rgba color,
    Optional<Shadow> shadow,
    Optional<Outline> outline,
    TextFlow flow) {

  /** A style with {@link TextFlow#DEFAULT}. */
  public TextStyle(
      String font,
      int weight,
      double size,
      double minSize,
      int maxLines,
      double lineHeight,
      double letterSpacing,
      Alignment align,
      VerticalAlignment valign,
      Rgba color,
      Optional<Shadow> shadow,
      Optional<Outline> outline) {
    this(
        font,
        weight,
        size,
        minSize,
        maxLines,
        lineHeight,
        letterSpacing,
        align,
        valign,
        color,
        shadow,
        outline,
        TextFlow.DEFAULT);
  }

  /**
   * A blurred copy of the text behind it.
   *
   * @param dx offset to the right, in px at 1x, -500 to 500
   * @param dy offset downwards, in px at 1x, -500 to 500
   * @param blur radius, in px at 1x, 0 to 200
   * @param color of the shadow
   */
  public record Shadow(double dx, double dy, double blur, Rgba color) {}

  /**
   * A line around each letter, drawn behind the letters.
   *
   * @param width in px at 1x, 0.1 to 100
   * @param color of the line
   */
  public record Outline(double width, Rgba color) {}
}
