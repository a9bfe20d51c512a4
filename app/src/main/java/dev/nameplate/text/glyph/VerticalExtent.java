package dev.nameplate.text.glyph;

/**
 * The part of a line that is centered optically in a box, in ems.
 *
 * @param above the height of capitals or ideographs above the baseline
 * @param below the depth of ideographs below the baseline; 0 for other scripts
 */
public record VerticalExtent(double above, double below) {
  /** Returns a copy scaled by a factor. */
  public VerticalExtent times(double factor) {
    return new VerticalExtent(above * factor, below * factor);
  }
}
