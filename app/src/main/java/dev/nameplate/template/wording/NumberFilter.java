package dev.nameplate.template.wording;

import java.math.BigDecimal;
import java.util.Locale;
import liqp.TemplateContext;
import liqp.filters.Filter;

/**
 * The filter {@code number}: prints a number as the locale does (CLDR), {@code 12,346}, as a field
 * without filters shows. Liquid's arithmetic filters print {@code 12346}.
 */
final class NumberFilter extends Filter {
  static final String NAME = "number";

  /**
   * Digits before and after the decimal point; more than a number field accepts, for results of
   * arithmetic.
   */
  private static final int MAX_DIGITS = 40;

  private final Locale locale;

  NumberFilter(Locale locale) {
    super(NAME);
    this.locale = locale;
  }

  /**
   * The number as text.
   *
   * @throws NumberFormatException where the value is no number or has more than 40 digits; {@code
   *     1e999999999} would print a gigabyte
   */
  @Override
  public Object apply(Object value, TemplateContext context, Object... none) {
    BigDecimal number = new BigDecimal(asString(value, context).strip());
    if (number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS) {
      throw new NumberFormatException("too long");
    }
    return NumberFormats.of(number, locale);
  }
}
