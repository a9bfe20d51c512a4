package dev.nameplate.text.font;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A font family.
 *
 * @param name as templates write it
 * @param metrics for matching sizes when it is a fallback font
 * @param faces in ascending order of weight
 * @param lazy whether its files are read only when a text first needs them
 */
record FontFamily(String name, FontMetricsHint metrics, List<Face> faces, boolean lazy) {
  /** The largest ratio of ink at which two faces look equally dark. */
  static final double LEVEL = 1.04;

  FontFamily {
    faces = List.copyOf(faces);
  }

  /** The face of the nearest weight; empty if there are no faces. */
  Optional<Face> nearest(int weight) {
    return faces.stream().min(Comparator.comparingInt(face -> Math.abs(face.weight() - weight)));
  }

  /**
   * The face to use beside another: the darkest that is not too dark, which thicker strokes can
   * match; the nearest weight if the ink of a face is not known.
   *
   * @param ink of the other face, as {@link OutlineFace#ink}
   */
  Optional<Face> beside(int weight, double ink) {
    boolean known = ink > 0 && faces.stream().allMatch(face -> ink(face) > 0);
    if (!known) {
      return nearest(weight);
    }
    return faces.stream()
        .filter(face -> ink(face) <= ink * LEVEL)
        .max(Comparator.comparingDouble(FontFamily::ink))
        .or(() -> faces.stream().min(Comparator.comparingDouble(FontFamily::ink)));
  }

  private static double ink(Face face) {
    return face instanceof OutlineFace outlines ? outlines.ink() : 0;
  }

  /** Whether text can be set in it: it is no color font. */
  boolean isForText() {
    return faces.stream().allMatch(OutlineFace.class::isInstance);
  }
}
