package dev.nameplate.http.image;

import dev.nameplate.merge.value.MergedFields;
import java.util.stream.Collectors;

/** Says in a header what became of each field: reasons, never values. */
final class FieldReasons {
  private FieldReasons() {}

  /** {@code name=given, city=fallback;unmerged}. */
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
