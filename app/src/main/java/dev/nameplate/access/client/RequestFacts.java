package dev.nameplate.access.client;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@link LocalRule} judges a request by. Nothing here is a recipient's.
 *
 * @param peer the other end of the connection, not what a header says
 * @param protocol of the request line, {@code HTTP/1.1}
 * @param method of the request line
 * @param scheme of the connection, {@code http} or {@code https}
 * @param headers every line of every header, by names in small letters
 */
public record RequestFacts(
    InetAddress peer,
    String protocol,
    String method,
    String scheme,
    Map<String, List<String>> headers) {
  public RequestFacts {
    headers = Map.copyOf(headers);
    for (String name : headers.keySet()) {
      if (!name.equals(name.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("headers are named in small letters: " + name);
      }
    }
  }

  /** Whether it has a header, an empty one too. */
  boolean has(String name) {
    return headers.containsKey(name);
  }

  /**
   * The value of a header.
   *
   * @return empty where it is absent or there are several, which is no value
   */
  Optional<String> single(String name) {
    List<String> lines = headers.getOrDefault(name, List.of());
    return lines.size() == 1 ? Optional.of(lines.get(0).strip()) : Optional.empty();
  }

  /** Whether a header says that a proxy handed the request on. */
  boolean isForwarded() {
    return headers.keySet().stream()
        .anyMatch(
            name ->
                name.startsWith("x-forwarded-")
                    || name.equals("forwarded")
                    || name.equals("x-real-ip")
                    || name.equals("via"));
  }
}
