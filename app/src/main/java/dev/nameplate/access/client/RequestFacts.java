package dev.nameplate.access.client;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The facts about a request on which {@link LocalRule} decides. None is a recipient's data.
 *
 * @param peer the address at the other end of the connection, not one from a header
 * @param protocol of the request line, {@code HTTP/1.1}
 * @param method of the request line, in capitals
 * @param scheme of the connection, {@code http} or {@code https}
 * @param headers the values of every header line, by lower-case name
 */
public record RequestFacts(
    InetAddress peer,
    String protocol,
    String method,
    String scheme,
    Map<String, List<String>> headers) {
  /**
   * @throws IllegalArgumentException where a header's name is not in lower case
   */
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
    return headers.keySet().stream().anyMatch(RequestFacts::isOfAProxy);
  }

  /**
   * Returns whether a header of this name says that a proxy handed the request on.
   *
   * @param name in any case
   */
  public static boolean isOfAProxy(String name) {
    return switch (name.length()) {
      case 3 -> name.equalsIgnoreCase("via");
      case 9 -> name.equalsIgnoreCase("forwarded") || name.equalsIgnoreCase("x-real-ip");
      default -> name.regionMatches(true, 0, "x-forwarded-", 0, 12);
    };
  }
}
