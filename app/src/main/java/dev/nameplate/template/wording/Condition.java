package dev.nameplate.template.wording;

import java.util.Map;
import java.util.Set;

/**
 * A condition in Liquid over a template's fields: {@code tier == 'VIP' and points > 100}. Safe for
 * many threads.
 */
public interface Condition {

  /** The names of all fields in it; empty for a constant. */
  Set<String> fields();

  /**
   * Whether the condition is true.
   *
   * @param values by field name; an absent field has no entry and compares as {@code nil}
   * @return false also where a comparison fails, such as a text with a number
   */
  boolean holds(Map<String, WordingValue> values);
}
