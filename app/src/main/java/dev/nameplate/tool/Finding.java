package dev.nameplate.tool;

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
    Code code,
    String path,
    Optional<Attempt> attempt,
    String what,
    Optional<Box> spot,
    double weight) {
  /** One that shows at a place of the picture. */
  static Finding at(Code code, Placed placed, Attempt attempt, String what, double weight) {
    return new Finding(
        code,
        placed.path(),
        Optional.of(attempt),
        what,
        Optional.of(placed.layer().bounds()),
        weight);
  }

  /** One of the template as a whole. */
  static Finding of(Code code, String path, Attempt attempt, String what) {
    return new Finding(code, path, Optional.of(attempt), what, Optional.empty(), 0);
  }

  /** What tells it from every other one of its template. */
  String name() {
    return code.label() + " " + path;
  }
}
