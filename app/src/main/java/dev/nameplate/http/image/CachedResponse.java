package dev.nameplate.http.image;

import dev.nameplate.http.message.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * A response to a picture request as it is written, without its body, which several responses
 * share.
 *
 * @param template the template's id
 * @param etag with its quotes
 * @param whole the headers of a 200; empty where only a 304 was sent
 * @param unmodified the headers of a 304 (RFC 9110, section 15.4.5)
 * @param aging the {@code Cache-Control} at a later instant; empty where that does not change
 * @param reasons the reasons of its fields, which are counted each time it is sent
 */
public record CachedResponse(
    String template,
    String etag,
    Optional<HttpFields> whole,
    HttpFields unmodified,
    Optional<HttpResponse.Aging> aging,
    List<String> reasons) {
  public CachedResponse {
    reasons = List.copyOf(reasons);
  }

  /** The cached form of a response that has an ETag. */
  static CachedResponse of(HttpResponse httpResponse) {
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
        httpResponse.event().reasons());
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
