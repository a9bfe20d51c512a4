package dev.nameplate.template.layer;

import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.VerticalAlignment;
import java.util.Optional;

/**
 * How text is set. Lengths are pixels at 1x.
 *
 * @param font a family of {@code fonts/fonts.json}
 * @param weight 100 to 900
 * @param size the size wanted, in pixels per em
 * @param minSize the least size before another wording is tried; at most {@code size}
 * @param maxLines at least 1
 * @param lineHeight baseline to baseline, in ems
 * @param letterSpacing added after each letter, in ems
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

  /** A style that says nothing of how letters follow each other. */
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

  /** A copy of the text behind it, moved and softened. Blur is the radius, in pixels at 1x. */
  public record Shadow(double dx, double dy, double blur, Rgba color) {}

  /** A line around each letter, drawn behind the letters. */
  public record Outline(double width, Rgba color) {}
}
