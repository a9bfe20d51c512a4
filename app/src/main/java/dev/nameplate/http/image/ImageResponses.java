package dev.nameplate.http.image;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.http.message.CacheLifetime;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.http.message.RequestOutcome;
import dev.nameplate.http.message.UrlExpiry;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.serve.Outcome;
import dev.nameplate.serve.fault.Fault;
import dev.nameplate.template.CacheAges;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the responses with pictures; all of their headers are set here. */
final class ImageResponses {
  private ImageResponses() {}

  /**
   * The response for an outcome.
   *
   * @param negotiated whether {@code Accept} decided the format, which {@code Vary} then says
   * @param urlExpiry the expiry of the URL
   */
  static HttpResponse of(
      Outcome outcome, Template template, Format format, boolean negotiated, UrlExpiry urlExpiry) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (negotiated) {
      headers.put("Vary", "Accept");
    }
    CacheLifetime cacheLifetime =
        new CacheLifetime(
            ages(outcome, template.cache()), outcome.until(), goodUntil(outcome), urlExpiry);
    headers.put("Cache-Control", cacheLifetime.cacheControl(urlExpiry.now()));
    describe(outcome, headers);
    headers.put("Cache-Tag", template.id());
    common(headers);
    HttpResponse httpResponse =
        outcome
            .picture()
            .map(body -> HttpResponse.of(200, format.mediaType(), body.parts(), headers))
            .orElseGet(() -> HttpResponse.empty(304, headers))
            .as(RequestOutcome.of(outcome, template.id()));
    return outcome.cached() && !outcome.provisional()
        ? cacheLifetime.repeatable(httpResponse)
        : httpResponse;
  }

  /** When a remote image in it may have changed. */
  private static Instant goodUntil(Outcome outcome) {
    return outcome.resolved().map(MergedFields::goodUntil).orElse(Instant.MAX);
  }

  /** How long an outcome may be cached, apart from expiry and visible time. */
  private static CacheAges ages(Outcome outcome, CacheAges template) {
    if (outcome.degradation().isPresent()) {
      return outcome.degradation().get().isLoad() ? CachePolicy.LOADED : CachePolicy.DEGRADED;
    }
    return CachePolicy.of(
        template, outcome.resolved().filter(MergedFields::anyUnmerged).isPresent());
  }

  /** The headers of a 304 in place of a 200 (RFC 9110, section 15.4.5). */
  static Map<String, String> unmodified(Map<String, String> headers) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.keySet().removeAll(HttpResponse.OF_THE_BODY);
    return fewer;
  }

  /** Adds what says how a picture came about. */
  private static void describe(Outcome outcome, Map<String, String> headers) {
    outcome.tag().ifPresent(tag -> headers.put("ETag", tag));
    Optional<String> degraded = outcome.degradation().map(Outcome.Reason::label);
    headers.put(
        "Cache-Status",
        outcome.cached()
            ? "nameplate; hit"
            : "nameplate; fwd=miss" + degraded.map(reason -> "; detail=" + reason).orElse(""));
    headers.put("Server-Timing", outcome.cached() ? "cache" : stages(outcome.timing()));
    outcome
        .resolved()
        .ifPresent(fields -> headers.put("Nameplate-Fields", FieldReasons.of(fields)));
    degraded.ifPresent(reason -> headers.put("Nameplate-Degraded", reason));
  }

  /** The response for an author's mistake. */
  static HttpResponse of(Fault fault, int status, Format format, EncodedPicture body) {
    Map<String, String> headers = faultHeaders(fault);
    common(headers);
    return HttpResponse.of(status, format.mediaType(), body.parts(), headers);
  }

  /** The headers of every response to an author's mistake. */
  static Map<String, String> faultHeaders(Fault fault) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Cache-Control", CachePolicy.NO_STORE);
    headers.put("Vary", "Accept");
    headers.put("Nameplate-Fault", fault.kind());
    headers.put("Server-Timing", "fault");
    if (fault.status() == 405) {
      headers.put("Allow", "GET, HEAD, OPTIONS");
    }
    return headers;
  }

  /** Headers of every picture: any site may show it, search engines do not index it. */
  private static void common(Map<String, String> headers) {
    headers.put("Cross-Origin-Resource-Policy", "cross-origin");
    headers.put("Access-Control-Allow-Origin", "*");
    headers.put("X-Robots-Tag", "noindex");
  }

  private static String stages(Outcome.Timing timing) {
    return "parse;dur="
        + millis(timing.key())
        + ", fit;dur="
        + millis(timing.stages().fit())
        + ", paint;dur="
        + millis(timing.stages().paint())
        + ", encode;dur="
        + millis(timing.stages().encode());
  }

  private static String millis(Duration duration) {
    return BigDecimal.valueOf(Math.round(duration.toNanos() / 1e3), 3).toPlainString();
  }
}
