package dev.nameplate.http;

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
 * @param event what it is, for those who count
 */
record Answer(
    int status,
    Map<String, String> headers,
    List<byte[]> parts,
    Optional<Instant> repeatableUntil,
    Event event) {
  /** The headers that {@link #of} adds, which say something of the body. */
  static final Set<String> OF_THE_BODY = Set.of("Content-Type", "X-Content-Type-Options");

  Answer {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    parts = List.copyOf(parts);
  }

  static Answer empty(int status, Map<String, String> headers) {
    return new Answer(status, headers, List.of(), Optional.empty(), Event.PAGE);
  }

  static Answer of(int status, String type, byte[] body, Map<String, String> more) {
    return of(status, type, List.of(body), more);
  }

  static Answer of(int status, String type, List<byte[]> parts, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", type);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.putAll(more);
    return new Answer(status, headers, parts, Optional.empty(), Event.PAGE);
  }

  /** The same, for whoever asks the same until an instant or until the templates change. */
  Answer repeatable(Instant until) {
    return new Answer(status, headers, parts, Optional.of(until), event);
  }

  /** The same, counted as something else than a page. */
  Answer as(Event other) {
    return new Answer(status, headers, parts, repeatableUntil, other);
  }

  /** The body's length in bytes. */
  int length() {
    return parts.stream().mapToInt(part -> part.length).sum();
  }
}
