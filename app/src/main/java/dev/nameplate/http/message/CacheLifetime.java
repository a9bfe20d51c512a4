package dev.nameplate.http.message;

import dev.nameplate.template.CacheAges;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a picture may be kept, by when it is given: never past the end of its address, and where
 * it shows time not past the next visible change.
 *
 * @param own what it may be kept for besides
 * @param until when it shows a time that has passed; empty for nearly all
 * @param goodUntil when a picture from outside in it may be another one
 */
public record CacheLifetime(
    CacheAges own, Optional<Instant> until, Instant goodUntil, UrlExpiry lifetime)
    implements HttpResponse.Aging {
  @Override
  public String cacheControl(Instant now) {
    return CachePolicy.text(ages(now));
  }

  private CacheAges ages(Instant now) {
    CacheAges bounded = new UrlExpiry(lifetime.end(), now).bounded(own);
    return until.map(change -> bounded.within(Duration.between(now, change))).orElse(bounded);
  }

  /** The answer for whoever asks the same, with ages that shrink where the picture shows time. */
  public HttpResponse repeatable(HttpResponse httpResponse) {
    if (until.isEmpty()) {
      return httpResponse.repeatable(
          earlier(lifetime.repeatableUntil(ages(lifetime.now())), goodUntil));
    }
    Instant change = earlier(until.get(), goodUntil);
    return httpResponse.repeatable(
        lifetime.end().map(end -> earlier(end, change)).orElse(change), this);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
