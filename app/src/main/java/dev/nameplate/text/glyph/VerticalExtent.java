package dev.nameplate.text.glyph;

/**
 * The part of a line that is centered by eye, in ems.
 *
 * @param above the height of the capitals or ideographs over the baseline
 * @param below how far ideographs reach below the baseline; 0 for letters that stand on it
 */
public record Rise(double above, double below) {
  /** The same at another size. */
  public Rise times(double factor) {
    return new Rise(above * factor, below * factor);
  }
}
