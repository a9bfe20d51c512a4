package dev.nameplate.text.font;

/**
 * The height that a family's letters are matched by where they stand in for another's, in ems: that
 * of Latin small letters, as the family was drawn for, or that of capitals, which ideographs stand
 * beside. 0 where it is not stated.
 */
record FontMetricsHint(double xHeight, double capHeight) {
  /** How much larger than the other font's this family's em is set, so that both look level. */
  double scaleBeside(OutlineFace other) {
    if (capHeight > 0) {
      return other.capHeight() / capHeight;
    }
    return xHeight > 0 ? other.smallHeight() / xHeight : 1;
  }
}
