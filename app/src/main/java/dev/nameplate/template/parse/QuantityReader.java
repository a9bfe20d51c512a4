package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.layer.Quantity;
import dev.nameplate.template.wording.Liquid;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers that may depend on fields. */
record QuantityReader(LayerContext context) {
  private static final Pattern FIELD =
      Pattern.compile("\\s*\\{\\{\\s*([A-Za-z][A-Za-z0-9_-]*)\\s*}}\\s*");
  private static final String ALLOWED = "a number, or an output of fields: {{ points }}";

  /** The quantity of a key; empty where it is absent or faulty; the latter is added as a fault. */
  Optional<Quantity> read(JsonObject object, String key) {
    return object.get(key).flatMap(value -> read(value, object.path(key)));
  }

  /**
   * The quantity of a key; empty where it is absent or faulty, each of which is added as a fault.
   */
  Optional<Quantity> required(JsonObject object, String key) {
    if (!object.has(key)) {
      context.faults().add(object.path(key), "nothing", ALLOWED + "; this key is required");
    }
    return read(object, key);
  }

  private Optional<Quantity> read(JsonNode value, String path) {
    if (value.isNumber()) {
      return Optional.of(new Quantity.Stated(value.decimalValue()));
    }
    if (!value.isTextual() || !value.textValue().contains("{{")) {
      context.faults().add(path, value, ALLOWED);
      return Optional.empty();
    }
    Matcher field = FIELD.matcher(value.textValue());
    if (field.matches() && isQuantity(field.group(1))) {
      return Optional.of(new Quantity.OfField(field.group(1)));
    }
    return context
        .liquid()
        .forPurpose(Liquid.Purpose.NUMBER)
        .wording(value.textValue(), path, context.faults())
        .map(Quantity.Worded::new);
  }

  private boolean isQuantity(String name) {
    Field field = context.fields().get(name);
    return field != null && field.kind() != FieldKind.PAYLOAD;
  }
}
