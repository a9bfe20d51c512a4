package dev.nameplate.merge.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a request that belong to declared fields, still percent-encoded. They are
 * personal data: {@code toString} gives the number of fields only.
 *
 * @param byField raw values by declared name, each field's copies in the query's order; a field
 *     without a parameter has no entry
 */
public record RawFieldValues(Map<String, List<String>> byField) {
  /** No values. */
  public static final RawFieldValues NONE = new RawFieldValues(Map.of());

  /** Copies the map and its lists. */
  public RawFieldValues {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    byField.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    byField = Collections.unmodifiableMap(copy);
  }

  /**
   * Every copy of a field's raw value, in the query's order.
   *
   * @param field its declared name
   * @return still percent-encoded, unmodifiable; empty if the request has no such parameter
   */
  public List<String> of(String field) {
    return byField.getOrDefault(field, List.of());
  }

  @Override
  public String toString() {
    return "RawFieldValues[" + byField.size() + " fields]";
  }
}
