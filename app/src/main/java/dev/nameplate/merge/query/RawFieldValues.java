package dev.nameplate.merge.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a request that belong to declared fields, still encoded. A recipient's data:
 * {@code toString} tells their number alone.
 *
 * @param byField raw values by the field's declared name, in the order they came; a field that no
 *     parameter named has no entry
 */
public record RawFieldValues(Map<String, List<String>> byField) {
  public static final RawFieldValues NONE = new RawFieldValues(Map.of());

  public RawFieldValues {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    byField.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    byField = Collections.unmodifiableMap(copy);
  }

  /** Every copy of a field's raw value, the first first; empty where none came. */
  public List<String> of(String field) {
    return byField.getOrDefault(field, List.of());
  }

  @Override
  public String toString() {
    return "Arrivals[" + byField.size() + " fields]";
  }
}
