package dev.nameplate.template.wording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A text with places for values: {@code {{ field }}} with Liquid's filters.
 *
 * <p>Output tags and filters only; a wording is the same for the same values at any time.
 */
public interface Wording {
  /** As the author wrote it. */
  String source();

  /** The author's own words in it, one part beside each value. */
  List<String> literals();

  /** Every field named in it. */
  Set<String> fields();

  /** The fields without which it cannot be used; one used only through {@code default} is not. */
  Set<String> needed();

  /**
   * The text with its values in place.
   *
   * @param values by field name; an absent field has no entry
   * @return empty where a needed field is absent, or a filter fails on a value
   */
  Optional<String> fill(Map<String, WordingValue> values);

  /**
   * The text for drawing: each value stands between U+2066, U+2067 or U+2068 and U+2069 (UAX #9),
   * so that its direction does not turn the words around it. A line feed stands where the author's
   * own words break the line; none stands in a value.
   *
   * @param values by field name; an absent field has no entry
   * @return empty as for {@link #fill}
   */
  Optional<String> fillIsolated(Map<String, WordingValue> values);

  /**
   * The text as a part of a longer one, which alone may be blank.
   *
   * @param values by field name; an absent field has no entry
   * @return empty where a needed field is absent, or a filter fails on a value
   */
  Optional<String> fillPart(Map<String, WordingValue> values, Isolation isolation);
}
