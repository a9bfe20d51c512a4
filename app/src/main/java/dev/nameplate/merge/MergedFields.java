package dev.nameplate.merge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every declared field of a template with what was made of it, in the template's order.
 *
 * @param standard whether a required value is missing, so that the picture is drawn without data;
 *     the fields then hold their fallbacks only
 */
public record MergedFields(Map<String, ResolvedField> byName, boolean standard) {
  public MergedFields {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /** Whether any field is missing because its merge tag was not filled in. */
  public boolean anyUnmerged() {
    return byName.values().stream()
        .anyMatch(field -> field.reason().equals(Optional.of(MissingReason.UNMERGED)));
  }

  /** The value to draw of a field; empty where it is absent. */
  public Optional<FieldValue> value(String name) {
    return Optional.ofNullable(byName.get(name)).flatMap(ResolvedField::value);
  }
}
