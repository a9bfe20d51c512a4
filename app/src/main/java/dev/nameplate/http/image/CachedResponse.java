package dev.nameplate.http.image;

import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.http.monitor.RepeatCounters;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * A picture's answer as it goes onto the wire, but for its body, which others share.
 *
 * @param template the id
 * @param whole the header of a 200; empty where only a 304 was ever given
 * @param unmodified the header of a 304
 * @param aging what stands in {@code Cache-Control} of either in place of what they hold; empty for
 *     nearly all
 * @param counters that count it whenever it is given
 */
public record CachedResponse(
    String template,
    String etag,
    Optional<HttpFields> whole,
    HttpFields unmodified,
    Optional<HttpResponse.Aging> aging,
    RepeatCounters counters) {
  /** Of an answer that has an ETag. */
  static CachedResponse of(HttpResponse httpResponse, RepeatCounters counters) {
    Map<String, String> headers = httpResponse.headers();
    Optional<HttpFields> whole =
        httpResponse.status() == 200
            ? Optional.of(
                fields(headers)
                    .add(field("Content-Length", "" + httpResponse.length()))
                    .asImmutable())
            : Optional.empty();
    return new CachedResponse(
        httpResponse.event().template(),
        headers.getOrDefault("ETag", ""),
        whole,
        fields(ImageResponses.unmodified(headers)).asImmutable(),
        httpResponse.aging(),
        counters);
  }

  private static HttpFields.Mutable fields(Map<String, String> headers) {
    HttpFields.Mutable fields = HttpFields.build();
    headers.forEach((name, value) -> fields.add(field(name, value)));
    return fields;
  }

  private static HttpField field(String name, String value) {
    return new PreEncodedHttpField(HttpHeader.CACHE.get(name), name, value);
  }
}
