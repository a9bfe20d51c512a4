package dev.nameplate.http.message;

import dev.nameplate.template.CacheAges;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The expiry of a URL: no cache may keep a response beyond it.
 *
 * <p>A response that is sent again has the ages of the first time. So ages near the expiry end a
 * little before it, and for that margin the response can be sent again.
 *
 * @param end when the URL expires; empty for never
 * @param now the instant of the response
 */
public record UrlExpiry(Optional<Instant> end, Instant now) {
  /** Of a URL that does not expire. */
  public static final UrlExpiry ENDLESS = new UrlExpiry(Optional.empty(), Instant.EPOCH);

  private static final Duration MAX_MARGIN = Duration.ofMinutes(1);
  private static final int MARGIN_SHARE = 10;

  /** The same ages, shortened to end before the expiry, stale times after the others. */
  CacheAges bounded(CacheAges ages) {
    if (end.isEmpty()) {
      return ages;
    }
    Duration left = Duration.between(now, end.get());
    Duration margin = shorter(MAX_MARGIN, left.dividedBy(MARGIN_SHARE));
    Duration life = left.isNegative() ? Duration.ZERO : left.minus(margin);
    Duration maxAge = shorter(ages.maxAge(), life);
    Duration shared = shorter(ages.shared(), life);
    Duration rest = life.minus(longer(maxAge, shared));
    return new CacheAges(
        whole(maxAge),
        whole(shared),
        whole(shorter(ages.staleWhileRevalidate(), rest)),
        whole(shorter(ages.staleIfError(), rest)));
  }

  /**
   * Until when a response with such ages may be sent again.
   *
   * @param bounded made by {@link #bounded}
   */
  Instant repeatableUntil(CacheAges bounded) {
    Duration longest =
        longer(bounded.maxAge(), bounded.shared())
            .plus(longer(bounded.staleWhileRevalidate(), bounded.staleIfError()));
    return end.map(at -> at.minus(longest)).orElse(Instant.MAX);
  }

  private static Duration whole(Duration age) {
    return Duration.ofSeconds(age.toSeconds());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
