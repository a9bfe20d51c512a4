package dev.nameplate.http;

import dev.nameplate.template.CacheAges;
import java.time.Duration;

/** Every value of {@code Cache-Control} there is (RFC 9111, RFC 5861). */
final class CachePolicy {
  /** For what must not be kept: faults and explanations. */
  static final String NO_STORE = "no-store";

  /** For a picture that lacks something of ours: soon there will be a better one. */
  static final String DEGRADED = "public, max-age=30, s-maxage=30, no-transform";

  /** For a picture that came of too much being asked at once: in seconds there is a better one. */
  static final String LOADED = "public, max-age=5, s-maxage=5, no-transform";

  /** For a picture whose tag was not filled in: the author mends it and looks again. */
  static final String UNMERGED = "public, max-age=300, s-maxage=300, no-transform";

  /** For a picture that will soon take fewer bytes. */
  static final String QUICK = "public, max-age=60, s-maxage=60, no-transform";

  private static final Duration QUICK_AGE = Duration.ofSeconds(60);

  private CachePolicy() {}

  /** For a whole picture in more bytes than it will have; never longer than the packed one. */
  static String quick(CacheAges ages) {
    boolean shorter =
        ages.shared().compareTo(QUICK_AGE) < 0 || ages.maxAge().compareTo(QUICK_AGE) < 0;
    return shorter ? of(ages, false) : QUICK;
  }

  /** For a whole picture. */
  static String of(CacheAges ages, boolean unmerged) {
    if (unmerged && ages.shared().toSeconds() > 300) {
      return UNMERGED;
    }
    return "public, max-age="
        + ages.maxAge().toSeconds()
        + ", s-maxage="
        + ages.shared().toSeconds()
        + ", stale-while-revalidate="
        + ages.staleWhileRevalidate().toSeconds()
        + ", stale-if-error="
        + ages.staleIfError().toSeconds()
        + ", no-transform";
  }
}
