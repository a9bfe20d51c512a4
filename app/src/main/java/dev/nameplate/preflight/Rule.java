package dev.nameplate.preflight;

import java.util.List;

/** One thing that a preflight looks at. */
interface Rule {
  /**
   * What is wrong, as often as it shows.
   *
   * @param attempts of one template, the first with data of the usual kind, the second with none
   */
  List<Finding> findings(List<RenderCase> attempts);
}
