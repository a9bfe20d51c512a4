package dev.nameplate.http.message;

import dev.nameplate.template.CacheAges;
import java.time.Duration;

/**
 * Every value of {@code Cache-Control} that the server sends (RFC 9111, section 5.2; RFC 5861 for
 * stale responses).
 */
public final class CachePolicy {
  /** For faults and explanations, which must not be cached. */
  public static final String NO_STORE = "no-store";

  /** For a picture with a layer or a remote image missing: 30 s. */
  public static final CacheAges DEGRADED = plain(30);

  /** For a picture that was degraded by load: 5 s. */
  public static final CacheAges LOADED = plain(5);

  /** For a picture with an unmerged tag, which the author fixes and checks again: 300 s. */
  private static final CacheAges UNMERGED = plain(300);

  private CachePolicy() {}

  /**
   * Returns the ages of a complete picture.
   *
   * @param ages the template's
   * @param unmerged whether a field holds an unmerged tag, which shortens them to 300 s
   */
  public static CacheAges of(CacheAges ages, boolean unmerged) {
    return unmerged && ages.shared().compareTo(UNMERGED.shared()) > 0 ? UNMERGED : ages;
  }

  /** The header's value, ages in whole seconds. */
  static String text(CacheAges ages) {
    return "public, max-age="
        + ages.maxAge().toSeconds()
        + ", s-maxage="
        + ages.shared().toSeconds()
        + stale("while-revalidate", ages.staleWhileRevalidate())
        + stale("if-error", ages.staleIfError())
        + ", no-transform";
  }

  private static String stale(String when, Duration age) {
    return age.isZero() ? "" : ", stale-" + when + "=" + age.toSeconds();
  }

  private static CacheAges plain(int seconds) {
    Duration age = Duration.ofSeconds(seconds);
    return new CacheAges(age, age, Duration.ZERO, Duration.ZERO);
  }
}
