package dev.nameplate.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finished answer, before it is written.
 *
 * @param headers all of them but length and date
 * @param parts the body in pieces, shared and never changed; none for 304 and 204
 */
record Answer(int status, Map<String, String> headers, List<byte[]> parts) {
  Answer {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    parts = List.copyOf(parts);
  }

  static Answer empty(int status, Map<String, String> headers) {
    return new Answer(status, headers, List.of());
  }

  static Answer of(int status, String type, byte[] body, Map<String, String> more) {
    return of(status, type, List.of(body), more);
  }

  static Answer of(int status, String type, List<byte[]> parts, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", type);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.putAll(more);
    return new Answer(status, headers, parts);
  }

  /** The body's length in bytes. */
  int length() {
    return parts.stream().mapToInt(part -> part.length).sum();
  }
}
