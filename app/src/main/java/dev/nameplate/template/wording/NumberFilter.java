package dev.nameplate.template.wording;

import java.math.BigDecimal;
import java.util.Locale;
import liqp.TemplateContext;
import liqp.filters.Filter;

/**
 * Liquid's other filters print a number as a program does, {@code 12346}; this one prints it as the
 * locale does (CLDR), {@code 12,346}, as a field without filters shows.
 */
final class NumberFilter extends Filter {
  static final String NAME = "number";

  /** As many as a field of numbers may have, and some for what was reckoned with it. */
  private static final int MOST_DIGITS = 40;

  private final Locale locale;

  NumberFilter(Locale locale) {
    super(NAME);
    this.locale = locale;
  }

  /**
   * The number as it shows.
   *
   * @throws NumberFormatException where the value is none, or would be longer than anybody reads:
   *     {@code 1e999999999} is a short text
   */
  @Override
  public Object apply(Object value, TemplateContext context, Object... none) {
    BigDecimal number = new BigDecimal(asString(value, context).strip());
    if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
      throw new NumberFormatException("too long");
    }
    return NumberFormats.of(number, locale);
  }
}
