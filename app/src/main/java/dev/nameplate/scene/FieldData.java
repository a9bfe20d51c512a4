package dev.nameplate.scene;

import dev.nameplate.merge.FieldValue;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.template.Datum;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values as wordings and conditions see them. */
final class FieldData {
  private FieldData() {}

  /** By field name; an absent field has no entry. */
  static Map<String, Datum> of(MergedFields fields) {
    Map<String, Datum> values = new LinkedHashMap<>();
    fields
        .byName()
        .forEach((name, field) -> field.value().ifPresent(value -> values.put(name, datum(value))));
    return values;
  }

  private static Datum datum(FieldValue value) {
    if (value instanceof FieldValue.Numeric number) {
      return new Datum(number.number(), number.shown());
    }
    if (value instanceof FieldValue.Date date) {
      return new Datum(date.date(), date.shown());
    }
    return Datum.text(value.shown());
  }
}
