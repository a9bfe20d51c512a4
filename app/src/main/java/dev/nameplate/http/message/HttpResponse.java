package dev.nameplate.http.message;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A finished answer, before it is written.
 *
 * @param headers all of them but length and date
 * @param parts the body in pieces, shared and never changed; none for 304 and 204
 * @param repeatableUntil when the same request may no longer be given this answer again; empty for
 *     one that is given once
 * @param aging its {@code Cache-Control} at a later instant; empty where that stays as it is
 * @param event what it is, for those who count
 */
public record HttpResponse(
    int status,
    Map<String, String> headers,
    List<byte[]> parts,
    Optional<Instant> repeatableUntil,
    Optional<Aging> aging,
    RequestOutcome event) {
  /** The headers that {@link #of} adds, which say something of the body. */
  public static final Set<String> OF_THE_BODY = Set.of("Content-Type", "X-Content-Type-Options");

  public HttpResponse {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    parts = List.copyOf(parts);
  }

  public static HttpResponse empty(int status, Map<String, String> headers) {
    return new HttpResponse(
        status, headers, List.of(), Optional.empty(), Optional.empty(), RequestOutcome.PAGE);
  }

  public static HttpResponse of(int status, String type, byte[] body, Map<String, String> more) {
    return of(status, type, List.of(body), more);
  }

  public static HttpResponse of(
      int status, String type, List<byte[]> parts, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", type);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.putAll(more);
    return new HttpResponse(
        status, headers, parts, Optional.empty(), Optional.empty(), RequestOutcome.PAGE);
  }

  /** The same, for whoever asks the same until an instant or until the templates change. */
  HttpResponse repeatable(Instant until) {
    return new HttpResponse(status, headers, parts, Optional.of(until), Optional.empty(), event);
  }

  /** The same, counted as something else than a page. */
  public HttpResponse as(RequestOutcome other) {
    return new HttpResponse(status, headers, parts, repeatableUntil, aging, other);
  }

  /** The same until an instant, by which its {@code Cache-Control} ends too. */
  HttpResponse repeatable(Instant until, Aging aging) {
    return new HttpResponse(status, headers, parts, Optional.of(until), Optional.of(aging), event);
  }

  /** How long an answer may be kept, by when it is given. */
  @FunctionalInterface
  public interface Aging {
    String cacheControl(Instant now);
  }

  /** The body's length in bytes. */
  public int length() {
    return parts.stream().mapToInt(part -> part.length).sum();
  }
}
