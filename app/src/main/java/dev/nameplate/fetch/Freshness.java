package dev.nameplate.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import okhttp3.CacheControl;
import okhttp3.Headers;

/**
 * How long an origin lets its picture be used (RFC 9111, section 4.2), within bounds of ours: an
 * origin that forbids keeping is not asked more than once a minute, and none is believed for more
 * than a day.
 *
 * @param until when it is asked again
 * @param staleAllowed whether the picture may be shown after that, where the origin cannot be asked
 */
record Freshness(Instant until, boolean staleAllowed) {
  static final Duration LEAST = Duration.ofMinutes(1);
  static final Duration MOST = Duration.ofDays(1);
  static final Duration UNSTATED = Duration.ofHours(1);

  static Freshness of(Headers headers, Instant now) {
    CacheControl control = CacheControl.parse(headers);
    boolean kept = !control.noStore() && !control.noCache();
    Duration age = kept ? stated(headers, control).minus(spent(headers)) : Duration.ZERO;
    Duration bounded = age.compareTo(LEAST) < 0 ? LEAST : age.compareTo(MOST) > 0 ? MOST : age;
    return new Freshness(now.plus(bounded), kept && !control.mustRevalidate());
  }

  private static Duration stated(Headers headers, CacheControl control) {
    if (control.sMaxAgeSeconds() >= 0) {
      return Duration.ofSeconds(control.sMaxAgeSeconds());
    }
    if (control.maxAgeSeconds() >= 0) {
      return Duration.ofSeconds(control.maxAgeSeconds());
    }
    Date expires = headers.getDate("Expires");
    Date sent = headers.getDate("Date");
    return expires == null || sent == null
        ? UNSTATED
        : Duration.between(sent.toInstant(), expires.toInstant());
  }

  /** What passed in other caches on the way. */
  private static Duration spent(Headers headers) {
    return Optional.ofNullable(headers.get("Age"))
        .filter(age -> age.matches("\\d{1,9}"))
        .map(age -> Duration.ofSeconds(Long.parseLong(age)))
        .orElse(Duration.ZERO);
  }
}
