package dev.nameplate.preflight;

import java.util.List;

/** One rule of a preflight. */
interface Rule {
  /**
   * Returns the violations of the rule, several for one code and path where several cases show it.
   *
   * @param cases of one template, the first with usual data, the second with none
   */
  List<Finding> findings(List<RenderCase> cases);
}
