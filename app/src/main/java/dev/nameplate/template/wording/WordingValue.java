package dev.nameplate.template.wording;

/**
 * A field's value in wordings and conditions.
 *
 * @param value a {@code String}, {@code BigDecimal} or {@code ZonedDateTime}, for filters and
 *     comparisons
 * @param shown what {@code {{ field }}} without filters prints
 */
public record WordingValue(Object value, String shown) {
  /**
   * A value that is text and is shown unchanged.
   *
   * @param text compared by filters and conditions, and printed, as it is
   */
  public static WordingValue text(String text) {
    return new WordingValue(text, text);
  }

  /** The length only: logs must not contain a recipient's data. */
  @Override
  public String toString() {
    return "WordingValue[" + shown.length() + " chars]";
  }
}
