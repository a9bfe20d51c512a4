package dev.nameplate.template.wording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A text with places for values: {@code {{ field }}} with Liquid's filters, no tags. The same
 * values give the same text at any time. Safe for many threads.
 */
public interface Wording {
  /** The wording as the author wrote it. */
  String source();

  /** The author's own words between the values, in order; parts may be empty. */
  List<String> literals();

  /** The names of all fields in it; empty for a fixed text. */
  Set<String> fields();

  /**
   * The names of the fields that must be present; those with the filter {@code default} are not
   * among them. May be empty.
   */
  Set<String> needed();

  /**
   * The text with its values.
   *
   * @param values by field name; an absent field has no entry
   * @return empty where a needed field is absent, a filter fails on a value, or the text is blank
   */
  Optional<String> fill(Map<String, WordingValue> values);

  /**
   * The text for drawing. Each value stands between U+2066, U+2067 or U+2068 and U+2069 (UAX #9),
   * so that its direction does not reorder the words around it. The author's line breaks are line
   * feeds; line breaks in values are spaces.
   *
   * @param values by field name; an absent field has no entry
   * @return empty in the cases of {@link #fill}
   */
  Optional<String> fillIsolated(Map<String, WordingValue> values);

  /**
   * The text as a part of a longer one, so that it may be blank.
   *
   * @param values by field name; an absent field has no entry
   * @param isolation whether values are isolated as in {@link #fillIsolated}
   * @return empty where a needed field is absent or a filter fails on a value
   */
  Optional<String> fillPart(Map<String, WordingValue> values, Isolation isolation);
}
