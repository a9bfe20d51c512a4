package dev.nameplate.preflight;

import dev.nameplate.geometry.Box;
import java.util.Optional;

/**
 * One thing wrong with a template, under data that shows it.
 *
 * @param path where it is written, a JSON path: {@code $.layers[2]}
 * @param attempt the data that shows it; empty where the template does not load
 * @param what in a sentence, for the template's author
 * @param spot where it shows on the picture, at 1x
 * @param weight how bad it is beside others of its code and path; more is worse
 */
public record Finding(
    FindingCode code,
    String path,
    Optional<RenderCase> attempt,
    String what,
    Optional<Box> spot,
    double weight) {
  /** One that shows at a place of the picture. */
  static Finding at(
      FindingCode findingCode,
      LocatedLayer locatedLayer,
      RenderCase renderCase,
      String what,
      double weight) {
    return new Finding(
        findingCode,
        locatedLayer.path(),
        Optional.of(renderCase),
        what,
        Optional.of(locatedLayer.layer().bounds()),
        weight);
  }

  /** One of the template as a whole. */
  static Finding of(FindingCode findingCode, String path, RenderCase renderCase, String what) {
    return new Finding(findingCode, path, Optional.of(renderCase), what, Optional.empty(), 0);
  }

  /** What tells it from every other one of its template. */
  String name() {
    return code.label() + " " + path;
  }
}
