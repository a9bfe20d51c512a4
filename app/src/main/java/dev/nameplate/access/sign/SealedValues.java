package dev.nameplate.access.sign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of {@code _x}. The values are a recipient's data: {@code toString} has only their
 * number.
 *
 * @param values by field name, in order; not modifiable
 * @param expires the instant from which they are refused; empty for never
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

  /**
   * The inverse of {@link #items}; of a name that occurs twice the first value is used. Empty where
   * the list has another form.
   */
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
