package dev.nameplate.preflight;

import dev.nameplate.geometry.Box;
import java.util.Optional;

/**
 * One fault of a template, with data that shows it.
 *
 * @param code what kind of fault it is
 * @param path of the part of {@code template.json} that causes it, a JSON path: {@code $.layers[2]}
 * @param renderCase the data that shows it; empty where the template does not load
 * @param what one sentence for the template's author
 * @param spot where it shows on the picture, in pixels at 1x; empty for no single place
 * @param weight severity among findings of one code and path; the highest is reported
 */
public record Finding(
    FindingCode code,
    String path,
    Optional<RenderCase> renderCase,
    String what,
    Optional<Box> spot,
    double weight) {
  /** A finding at a place of the picture. */
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

  /** A finding without a place. */
  static Finding of(FindingCode findingCode, String path, RenderCase renderCase, String what) {
    return new Finding(findingCode, path, Optional.of(renderCase), what, Optional.empty(), 0);
  }

  /** Returns the code and path, by which findings of a template are told apart. */
  public String name() {
    return code.label() + " " + path;
  }
}
