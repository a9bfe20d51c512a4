package dev.nameplate.http.message;

import dev.nameplate.template.CacheAges;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long an answer may be given at all: no cache keeps it past the instant at which its address
 * expires.
 *
 * <p>An answer that is given again has the ages of the first time. So where the end is near they
 * leave a little room before it, and while that lasts the answer can be repeated.
 *
 * @param end when the address expires; empty for never
 */
public record UrlExpiry(Optional<Instant> end, Instant now) {
  public static final UrlExpiry ENDLESS = new UrlExpiry(Optional.empty(), Instant.EPOCH);

  private static final Duration MOST_ROOM = Duration.ofMinutes(1);
  private static final int ROOM_PARTS = 10;

  /** The same ages, or as much of them as ends in time; stale use counts from where they end. */
  CacheAges bounded(CacheAges ages) {
    if (end.isEmpty()) {
      return ages;
    }
    Duration left = Duration.between(now, end.get());
    Duration room = shorter(MOST_ROOM, left.dividedBy(ROOM_PARTS));
    Duration life = left.isNegative() ? Duration.ZERO : left.minus(room);
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
   * Until when an answer with such ages may be given again.
   *
   * @param bounded as {@link #bounded} made them
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
