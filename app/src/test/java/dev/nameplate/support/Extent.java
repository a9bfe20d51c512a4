package dev.nameplate.support;

/**
 * How far tests go that look at every pair of two things: a build looks at each of both, in a part
 * of the pairs. With the property {@code nameplate.everything} they look at all of them, as {@code
 * app/load/everything.sh} does.
 */
public final class Extent {
  private static final boolean EVERYTHING = Boolean.getBoolean("nameplate.everything");

  private Extent() {}

  /**
   * Returns whether a pair is looked at.
   *
   * @param one the place of the one thing among its kind
   * @param other the place of the other
   * @param part of the pairs one in so many is looked at; at least 1
   */
  public static boolean covers(int one, int other, int part) {
    return EVERYTHING || (one + other) % part == 0;
  }

  /** Returns how many of something there are: so many in a build, ten times as many in all. */
  public static int times(int count) {
    return EVERYTHING ? 10 * count : count;
  }
}
