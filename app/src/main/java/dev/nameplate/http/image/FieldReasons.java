package dev.nameplate.http.image;

import dev.nameplate.merge.value.MergedFields;
import java.util.stream.Collectors;

/**
 * Writes the header {@code Nameplate-Fields}: the state and reason of each field, never its value.
 */
final class FieldReasons {
  private FieldReasons() {}

  /** The header's value: {@code name=given, city=fallback;unmerged}. */
  static String of(MergedFields fields) {
    return fields.byName().values().stream()
        .map(
            field ->
                field.field().name()
                    + "="
                    + field.state().label()
                    + field.reason().map(reason -> ";" + reason.label()).orElse(""))
        .collect(Collectors.joining(", "));
  }
}
