package dev.nameplate.template.wording;

import java.util.Map;
import java.util.Set;

/** A Liquid condition over a template's fields: {@code tier == 'VIP' and points > 100}. */
public interface Condition {
  /** As the author wrote it. */
  String source();

  /** Every field named in it. */
  Set<String> fields();

  /**
   * Whether it holds. An absent field is {@code nil}; a comparison that makes no sense does not
   * hold.
   */
  boolean holds(Map<String, WordingValue> values);
}
