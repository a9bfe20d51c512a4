package dev.nameplate.template;

import com.ibm.icu.text.NumberFormat;
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

  /** As many as a field shows. */
  private static final int MOST_DECIMALS = 6;

  private final Locale locale;

  NumberFilter(Locale locale) {
    super(NAME);
    this.locale = locale;
  }

  /**
   * The number as it shows.
   *
   * @throws NumberFormatException where the value is none
   */
  @Override
  public Object apply(Object value, TemplateContext context, Object... none) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(MOST_DECIMALS);
    return format.format(new BigDecimal(asString(value, context).strip()));
  }
}
