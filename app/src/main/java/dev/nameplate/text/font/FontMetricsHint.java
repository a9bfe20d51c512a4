package dev.nameplate.text.font;

/**
 * The heights by which a fallback family is scaled to match another family, in ems.
 *
 * @param xHeight of the Latin lower-case letters that the family was designed for; 0 if not stated
 * @param capHeight of the capitals that the family was designed for, as with ideographs; 0 if not
 *     stated; used first
 */
record FontMetricsHint(double xHeight, double capHeight) {
  /**
   * The size of this family as a share of another face's size at which both look equally large; 1
   * if nothing is stated.
   */
  double scaleBeside(OutlineFace other) {
    if (capHeight > 0) {
      return other.capHeight() / capHeight;
    }
    return xHeight > 0 ? other.smallHeight() / xHeight : 1;
  }
}
