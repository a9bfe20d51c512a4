package dev.nameplate.template.layer;

import dev.nameplate.template.wording.Wording;
import dev.nameplate.template.wording.WordingValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A number that the template states or that depends on a recipient's values. */
public sealed interface Quantity {
  /**
   * The number, which may be negative. A text counts as a number if it is a plain decimal of at
   * most 15 digits before and 9 after the point.
   *
   * @param values by field name; an absent field has no entry
   * @return empty where a value is absent or is no number; never empty for {@link Stated}
   */
  Optional<BigDecimal> of(Map<String, WordingValue> values);

  /** The names of all fields that it depends on; may be empty. */
  Set<String> fields();

  /**
   * A number of the template.
   *
   * @param number as the author wrote it
   */
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

  /**
   * The number of a field, before it is formatted for the locale.
   *
   * @param field its name; of kind number or money, or a text that is a number
   */
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

  /**
   * The number that an output with filters prints.
   *
   * @param wording a single output with filters
   */
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

  /** A plain decimal with at most 15 digits before and 9 after the point; empty for other texts. */
  private static Optional<BigDecimal> parsed(String text) {
    String number = text.strip();
    return number.matches("-?\\d{1,15}(\\.\\d{1,9})?")
        ? Optional.of(new BigDecimal(number))
        : Optional.empty();
  }
}
