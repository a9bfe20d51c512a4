package dev.nameplate.http;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.Format;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.serve.Fault;
import dev.nameplate.serve.Outcome;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Makes the headers of pictures, in this one place. */
final class PictureAnswers {
  private PictureAnswers() {}

  /**
   * The answer for an outcome.
   *
   * @param negotiated whether {@code Accept} decided the format
   */
  static Answer of(Outcome outcome, Template template, Format format, boolean negotiated) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (negotiated) {
      headers.put("Vary", "Accept");
    }
    if (outcome instanceof Outcome.NotModified same) {
      headers.put("ETag", same.etag());
      headers.put("Cache-Control", cacheControl(template, same.fields()));
      headers.put("Cache-Status", "nameplate; hit");
      headers.put("Server-Timing", "cache;dur=" + millis(same.timing().key()));
      headers.put("Nameplate-Fields", FieldReasons.of(same.fields()));
      common(headers);
      return Answer.empty(304, headers);
    }
    if (outcome instanceof Outcome.Picture picture) {
      headers.put("ETag", picture.etag());
      headers.put("Cache-Control", cacheControl(template, picture.fields()));
      headers.put("Cache-Status", picture.hit() ? "nameplate; hit" : "nameplate; fwd=miss");
      headers.put("Server-Timing", timing(picture.timing(), picture.hit()));
      headers.put("Nameplate-Fields", FieldReasons.of(picture.fields()));
      common(headers);
      return Answer.of(200, format.mediaType(), picture.body().parts(), headers);
    }
    Outcome.Degraded degraded = (Outcome.Degraded) outcome;
    headers.put("Cache-Control", CachePolicy.DEGRADED);
    headers.put("Cache-Status", "nameplate; fwd=miss; detail=" + degraded.reason().label());
    headers.put("Server-Timing", timing(degraded.timing(), false));
    degraded.fields().ifPresent(fields -> headers.put("Nameplate-Fields", FieldReasons.of(fields)));
    headers.put("Nameplate-Degraded", degraded.reason().label());
    common(headers);
    return Answer.of(200, format.mediaType(), degraded.body().parts(), headers);
  }

  /** The answer for an author's mistake. */
  static Answer of(Fault fault, int status, Format format, EncodedPicture body) {
    Map<String, String> headers = faultHeaders(fault);
    common(headers);
    return Answer.of(status, format.mediaType(), body.parts(), headers);
  }

  /** The headers of every answer to an author's mistake. */
  static Map<String, String> faultHeaders(Fault fault) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Cache-Control", CachePolicy.NO_STORE);
    headers.put("Vary", "Accept");
    headers.put("Nameplate-Fault", fault.kind());
    if (fault.status() == 405) {
      headers.put("Allow", "GET, HEAD, OPTIONS");
    }
    return headers;
  }

  /** What every picture allows and asks of those who fetch it. */
  static void common(Map<String, String> headers) {
    headers.put("Cross-Origin-Resource-Policy", "cross-origin");
    headers.put("Access-Control-Allow-Origin", "*");
    headers.put("X-Robots-Tag", "noindex");
  }

  private static String cacheControl(Template template, MergedFields fields) {
    return CachePolicy.of(template.cache(), fields.anyUnmerged());
  }

  private static String timing(Outcome.Timing timing, boolean hit) {
    if (hit) {
      return "cache;dur=" + millis(timing.key());
    }
    return "key;dur="
        + millis(timing.key())
        + ", paint;dur="
        + millis(timing.paint())
        + ", encode;dur="
        + millis(timing.encode());
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e6);
  }
}
