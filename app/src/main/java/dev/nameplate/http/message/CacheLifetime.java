package dev.nameplate.http.message;

import dev.nameplate.template.CacheAges;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a picture may be cached, at an instant: never beyond the expiry of its URL, and where it
 * shows time not beyond the next visible change.
 *
 * @param own the template's ages
 * @param until the next visible change; empty for a picture that shows no time
 * @param goodUntil when a remote image in it may have changed; {@link Instant#MAX} without one
 * @param lifetime the expiry of the URL
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

  /**
   * Returns the response marked for the response cache, until the picture or its ages are no longer
   * right. If the picture shows time, {@code Cache-Control} is computed anew at each use.
   */
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
