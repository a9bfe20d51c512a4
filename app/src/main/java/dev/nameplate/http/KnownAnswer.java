package dev.nameplate.http;

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
 * @param counters that count it whenever it is given
 */
record KnownAnswer(
    String template,
    String etag,
    Optional<HttpFields> whole,
    HttpFields unmodified,
    RepeatCounters counters) {
  /** Of an answer that has an ETag. */
  static KnownAnswer of(Answer answer, RepeatCounters counters) {
    Map<String, String> headers = answer.headers();
    Optional<HttpFields> whole =
        answer.status() == 200
            ? Optional.of(
                fields(headers).add(field("Content-Length", "" + answer.length())).asImmutable())
            : Optional.empty();
    return new KnownAnswer(
        answer.event().template(),
        headers.getOrDefault("ETag", ""),
        whole,
        fields(PictureAnswers.unmodified(headers)).asImmutable(),
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
