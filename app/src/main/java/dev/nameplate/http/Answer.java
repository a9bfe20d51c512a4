package dev.nameplate.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A finished answer, before it is written.
 *
 * @param headers all of them but the date
 * @param body shared, never changed; empty for 304 and 204
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
record Answer(int status, Map<String, String> headers, byte[] body) {
  private static final byte[] NOTHING = {};

  Answer {
    headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  static Answer empty(int status, Map<String, String> headers) {
    return new Answer(status, headers, NOTHING);
  }

  static Answer of(int status, String type, byte[] body, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", type);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.putAll(more);
    return new Answer(status, headers, body);
  }
}
