package dev.nameplate.layout;

import java.util.Arrays;

/** Shares a length out among those who need some of it. */
final class MaxMinFairness {
  private MaxMinFairness() {}

  /**
   * What each one gets: what it needs, or where that is too much together, no more than others that
   * do not get all they need either (max-min fairness).
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
