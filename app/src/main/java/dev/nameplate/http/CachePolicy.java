package dev.nameplate.http;

import dev.nameplate.template.CacheAges;
import java.time.Duration;
import java.util.Optional;

/** Every value of {@code Cache-Control} there is (RFC 9111, RFC 5861). */
final class CachePolicy {
  /** For what must not be kept: faults and explanations. */
  static final String NO_STORE = "no-store";

  /** For a picture that lacks something of ours: soon there will be a better one. */
  private static final Duration DEGRADED = Duration.ofSeconds(30);

  /** For a picture whose tag was not filled in: the author mends it and looks again. */
  private static final Duration UNMERGED = Duration.ofMinutes(5);

  /** For a picture that will soon take fewer bytes. */
  private static final Duration QUICK = Duration.ofSeconds(60);

  private CachePolicy() {}

  /**
   * For a picture that lacks something of ours.
   *
   * @param left until the time that the picture shows has passed
   */
  static String degraded(Optional<Duration> left) {
    return brief(DEGRADED, left);
  }

  /** For a whole picture in more bytes than it will have; never longer than the packed one. */
  static String quick(CacheAges ages, Optional<Duration> left) {
    boolean shorter = ages.shared().compareTo(QUICK) < 0 || ages.maxAge().compareTo(QUICK) < 0;
    return shorter ? of(ages, false, left) : brief(QUICK, left);
  }

  /** For a whole picture. */
  static String of(CacheAges ages, boolean unmerged, Optional<Duration> left) {
    if (unmerged && ages.shared().compareTo(UNMERGED) > 0) {
      return brief(UNMERGED, left);
    }
    CacheAges most = left.map(ages::within).orElse(ages);
    String fresh =
        "public, max-age=" + most.maxAge().toSeconds() + ", s-maxage=" + most.shared().toSeconds();
    String stale =
        ", stale-while-revalidate="
            + most.staleWhileRevalidate().toSeconds()
            + ", stale-if-error="
            + most.staleIfError().toSeconds();
    return fresh + (left.isPresent() && isNone(most) ? "" : stale) + ", no-transform";
  }

  private static boolean isNone(CacheAges ages) {
    return ages.staleWhileRevalidate().isZero() && ages.staleIfError().isZero();
  }

  private static String brief(Duration age, Optional<Duration> left) {
    CacheAges ages = new CacheAges(age, age, Duration.ZERO, Duration.ZERO);
    long seconds = left.map(ages::within).orElse(ages).maxAge().toSeconds();
    return "public, max-age=" + seconds + ", s-maxage=" + seconds + ", no-transform";
  }
}
