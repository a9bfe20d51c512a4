package dev.nameplate.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import okhttp3.CacheControl;
import okhttp3.Headers;

/**
 * How long an origin lets its picture be reused (RFC 9111, section 4.2), bounded to one minute at
 * least and one day at most.
 *
 * @param until when it has to be revalidated
 * @param staleAllowed whether it may be used after that while the origin does not answer (RFC 9111,
 *     section 4.2.4)
 */
record Freshness(Instant until, boolean staleAllowed) {
  static final Duration MIN = Duration.ofMinutes(1);
  static final Duration MAX = Duration.ofDays(1);
  static final Duration DEFAULT = Duration.ofHours(1);

  /**
   * The freshness that a response's headers give it: {@code s-maxage}, else {@code max-age}, else
   * {@code Expires} less {@code Date}, else one hour; all less {@code Age}.
   */
  static Freshness of(Headers headers, Instant now) {
    CacheControl control = CacheControl.parse(headers);
    boolean storable = !control.noStore() && !control.noCache();
    Duration lifetime = storable ? stated(headers, control).minus(age(headers)) : Duration.ZERO;
    Duration bounded =
        lifetime.compareTo(MIN) < 0 ? MIN : lifetime.compareTo(MAX) > 0 ? MAX : lifetime;
    return new Freshness(now.plus(bounded), storable && !control.mustRevalidate());
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
        ? DEFAULT
        : Duration.between(sent.toInstant(), expires.toInstant());
  }

  /** The header {@code Age} (RFC 9111, section 5.1); zero where it is absent or no number. */
  private static Duration age(Headers headers) {
    return Optional.ofNullable(headers.get("Age"))
        .filter(age -> age.matches("\\d{1,9}"))
        .map(age -> Duration.ofSeconds(Long.parseLong(age)))
        .orElse(Duration.ZERO);
  }
}
