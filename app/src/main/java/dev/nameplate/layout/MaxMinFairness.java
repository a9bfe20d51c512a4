package dev.nameplate.layout;

import java.util.Arrays;

/** Divides a length among items by max-min fairness. */
final class MaxMinFairness {
  private MaxMinFairness() {}

  /**
   * The length of each item: what it needs, or, if all together need too much, at most the same
   * limit for all.
   *
   * @param needs of each item, 0 or more
   * @param length to divide, 0 or more
   * @return one length for each item, whose sum does not exceed {@code length}
   */
  static double[] of(double[] needs, double length) {
    double[] sorted = needs.clone();
    Arrays.sort(sorted);
    double left = length;
    double most = Double.POSITIVE_INFINITY;
    for (int at = 0; at < sorted.length; at++) {
      double part = left / (sorted.length - at);
      if (sorted[at] > part) {
        most = part;
        break;
      }
      left -= sorted[at];
    }
    double limit = most;
    return Arrays.stream(needs).map(need -> Math.min(need, limit)).toArray();
  }
}
