package dev.nameplate.access.sign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code _x} carries. A recipient's data: {@code toString} tells their number alone.
 *
 * @param values by the names of their fields, in order
 * @param expires when it stops to open; empty for never
 */
public record SealedValues(Map<String, String> values, Optional<Instant> expires) {
  public SealedValues {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The expiry, then name and value in turn. */
  List<String> items() {
    List<String> items = new ArrayList<>(List.of(Expiry.text(expires)));
    values.forEach(
        (name, value) -> {
          items.add(name);
          items.add(value);
        });
    return items;
  }

  /** What was written as {@link #items}; of a name that stands twice the first counts. */
  static Optional<SealedValues> of(List<String> items) {
    if (items.size() % 2 == 0) {
      return Optional.empty();
    }
    Optional<Instant> expires = Expiry.parse(items.get(0));
    if (expires.isEmpty() && !items.get(0).isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 1; i < items.size(); i += 2) {
      values.putIfAbsent(items.get(i), items.get(i + 1));
    }
    return Optional.of(new SealedValues(values, expires));
  }

  @Override
  public String toString() {
    return "SealedValues[" + values.size() + "]";
  }
}
