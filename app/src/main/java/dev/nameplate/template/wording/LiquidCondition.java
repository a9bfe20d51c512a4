package dev.nameplate.template.wording;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A condition that the Liquid library evaluates. */
record LiquidCondition(Set<String> fields, liqp.Template template) implements Condition {
  LiquidCondition {
    fields = Set.copyOf(fields);
  }

  @Override
  public boolean holds(Map<String, WordingValue> values) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    values.forEach((name, wordingValue) -> inputs.put(name, wordingValue.value()));
    try {
      return Liquid.rendered(template, inputs).equals("1");
    } catch (RuntimeException unsuited) {
      return false;
    }
  }
}
