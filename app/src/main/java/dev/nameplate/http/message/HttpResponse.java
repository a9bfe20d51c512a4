package dev.nameplate.http.message;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A complete response that is not written yet.
 *
 * @param status of HTTP (RFC 9110, section 15)
 * @param headers all but {@code Content-Length} and {@code Date}, in order
 * @param parts the body in parts, shared and never changed; none for 304 and 204
 * @param repeatableUntil until when the response cache may send it again for the same request;
 *     empty for a response that is sent once
 * @param aging its {@code Cache-Control} at a later instant; empty where that does not change
 * @param event for metrics and the access log
 */
public record HttpResponse(
    int status,
    Map<String, String> headers,
    List<byte[]> parts,
    Optional<Instant> repeatableUntil,
    Optional<Aging> aging,
    RequestOutcome event) {
  /** The headers that {@link #of} adds and a 304 lacks. */
  public static final Set<String> OF_THE_BODY = Set.of("Content-Type", "X-Content-Type-Options");

  public HttpResponse {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    parts = List.copyOf(parts);
  }

  /**
   * Returns a response without a body, counted as a page.
   *
   * @param status of HTTP (RFC 9110, section 15)
   * @param headers all but {@code Content-Length} and {@code Date}
   */
  public static HttpResponse empty(int status, Map<String, String> headers) {
    return new HttpResponse(
        status, headers, List.of(), Optional.empty(), Optional.empty(), RequestOutcome.PAGE);
  }

  /**
   * Returns a response with a body, counted as a page. It has {@code X-Content-Type-Options:
   * nosniff}.
   *
   * @param status of HTTP (RFC 9110, section 15)
   * @param type the media type
   * @param body is not copied; nobody may change it
   * @param more further headers, which replace those of the same name
   */
  public static HttpResponse of(int status, String type, byte[] body, Map<String, String> more) {
    return of(status, type, List.of(body), more);
  }

  /**
   * Returns a response with a body in parts, counted as a page. It has {@code
   * X-Content-Type-Options: nosniff}.
   *
   * @param status of HTTP (RFC 9110, section 15)
   * @param type the media type
   * @param parts the body; the arrays are not copied, and nobody may change them
   * @param more further headers, which replace those of the same name
   */
  public static HttpResponse of(
      int status, String type, List<byte[]> parts, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", type);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.putAll(more);
    return new HttpResponse(
        status, headers, parts, Optional.empty(), Optional.empty(), RequestOutcome.PAGE);
  }

  /** The same response, which may be sent again until an instant or a change of the templates. */
  HttpResponse repeatable(Instant until) {
    return new HttpResponse(status, headers, parts, Optional.of(until), Optional.empty(), event);
  }

  /** Returns the same response, counted as something other than a page. */
  public HttpResponse as(RequestOutcome other) {
    return new HttpResponse(status, headers, parts, repeatableUntil, aging, other);
  }

  /**
   * The same response, which may be sent again until an instant, each time with a new {@code
   * Cache-Control}.
   */
  HttpResponse repeatable(Instant until, Aging aging) {
    return new HttpResponse(status, headers, parts, Optional.of(until), Optional.of(aging), event);
  }

  /** How long a response may be cached, by the instant at which it is sent. */
  @FunctionalInterface
  public interface Aging {
    /**
     * Returns the value of {@code Cache-Control} (RFC 9111, section 5.2) for a response that is
     * sent now.
     */
    String cacheControl(Instant now);
  }

  /** Returns the body's length in bytes; 0 without a body. */
  public int length() {
    return parts.stream().mapToInt(part -> part.length).sum();
  }
}
