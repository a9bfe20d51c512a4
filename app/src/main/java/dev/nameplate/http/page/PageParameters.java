package dev.nameplate.http.page;

import dev.nameplate.merge.query.RawQuery;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a page's form; what cannot be decoded is not there. A picture's are read
 * elsewhere, and with more care.
 *
 * @param byName the first of each name
 */
record PageParameters(Map<String, String> byName) {
  private static final int MOST = 300;
  private static final int LONGEST = 2_048;

  static PageParameters read(RawQuery query) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (String pair : query.text().split("&", MOST)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        decoded(pair.substring(0, equals))
            .ifPresent(
                name ->
                    decoded(pair.substring(equals + 1))
                        .ifPresent(value -> byName.putIfAbsent(name, value)));
      }
    }
    return new PageParameters(byName);
  }

  /** A parameter that is not blank. */
  Optional<String> get(String name) {
    return Optional.ofNullable(byName.get(name)).filter(value -> !value.isBlank());
  }

  /** Those whose names have a prefix, by what follows it. */
  Map<String, String> after(String prefix) {
    Map<String, String> after = new LinkedHashMap<>();
    byName.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            after.put(name.substring(prefix.length()), value);
          }
        });
    return after;
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8))
          .filter(value -> value.length() <= LONGEST);
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "PageParameters[" + byName.size() + "]";
  }
}
