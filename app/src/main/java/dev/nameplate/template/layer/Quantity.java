package dev.nameplate.template.layer;

import dev.nameplate.template.wording.Wording;
import dev.nameplate.template.wording.WordingValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A number that a template states, or that a recipient's values say. */
public sealed interface Quantity {
  /** The number; empty where a value is absent, or is none. */
  Optional<BigDecimal> of(Map<String, WordingValue> values);

  /** Every field it depends on. */
  Set<String> fields();

  /** A number the author wrote. */
  record Stated(BigDecimal number) implements Quantity {
    @Override
    public Optional<BigDecimal> of(Map<String, WordingValue> values) {
      return Optional.of(number);
    }

    @Override
    public Set<String> fields() {
      return Set.of();
    }
  }

  /** A field's own number, whatever the locale shows of it. */
  record OfField(String field) implements Quantity {
    @Override
    public Optional<BigDecimal> of(Map<String, WordingValue> values) {
      WordingValue wordingValue = values.get(field);
      if (wordingValue == null) {
        return Optional.empty();
      }
      return wordingValue.value() instanceof BigDecimal number
          ? Optional.of(number)
          : parsed(wordingValue.shown());
    }

    @Override
    public Set<String> fields() {
      return Set.of(field);
    }
  }

  /** What filters make of values. */
  record Worded(Wording wording) implements Quantity {
    @Override
    public Optional<BigDecimal> of(Map<String, WordingValue> values) {
      return wording.fill(values).flatMap(Quantity::parsed);
    }

    @Override
    public Set<String> fields() {
      return wording.fields();
    }
  }

  private static Optional<BigDecimal> parsed(String text) {
    String number = text.strip();
    return number.matches("-?\\d{1,15}(\\.\\d{1,9})?")
        ? Optional.of(new BigDecimal(number))
        : Optional.empty();
  }
}
