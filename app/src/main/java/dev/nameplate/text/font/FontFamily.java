package dev.nameplate.text.font;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A family of fonts.
 *
 * @param faces in ascending order of weight
 * @param lazy whether its files are read only when a text first needs them
 */
record FontFamily(String name, FontMetricsHint proportion, List<Face> faces, boolean lazy) {
  FontFamily {
    faces = List.copyOf(faces);
  }

  /** The face of the nearest weight; empty where there are no faces. */
  Optional<Face> nearest(int weight) {
    return faces.stream().min(Comparator.comparingInt(face -> Math.abs(face.weight() - weight)));
  }

  /** Whether text can be set in it: it is not a font of pictures. */
  boolean isForText() {
    return faces.stream().allMatch(OutlineFace.class::isInstance);
  }
}
