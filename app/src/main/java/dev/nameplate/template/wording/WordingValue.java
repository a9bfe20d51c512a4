package dev.nameplate.template.wording;

/**
 * A field's value as a wording or a condition sees it.
 *
 * @param value a {@code String}, a {@code BigDecimal} or a {@code ZonedDateTime}: what filters and
 *     comparisons work on
 * @param shown what a plain {@code {{ field }}} prints
 */
public record WordingValue(Object value, String shown) {
  /** A datum that is text and shows as itself. */
  public static WordingValue text(String text) {
    return new WordingValue(text, text);
  }

  @Override
  public String toString() {
    return "Datum[" + shown.length() + " chars]";
  }
}
