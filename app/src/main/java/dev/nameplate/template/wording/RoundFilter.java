package dev.nameplate.template.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import liqp.PlainBigDecimal;
import liqp.TemplateContext;
import liqp.filters.Filter;

/**
 * Liquid's {@code round}: rounds half away from zero to whole numbers or to a number of decimals.
 * Replaces the filter of the Liquid library, which depends on the default locale of the JVM.
 */
final class RoundFilter extends Filter {
  private static final int MAX_DECIMALS = 20;
  private static final int MAX_DIGITS = 40;

  RoundFilter() {
    super("round");
  }

  /**
   * The rounded number; 0 where the value is no number.
   *
   * @throws NumberFormatException where it has more than 40 digits before the decimal point
   */
  @Override
  public Object apply(Object value, TemplateContext context, Object... given) {
    if (!canBeDouble(value)) {
      return 0L;
    }
    BigDecimal number = new BigDecimal(asString(value, context).strip());
    if (Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS) {
      throw new NumberFormatException("too long");
    }
    boolean stated = given != null && given.length > 0 && canBeDouble(given[0]);
    int decimals = stated ? Math.min(MAX_DECIMALS, Math.max(0, asNumber(given[0]).intValue())) : 0;
    return new PlainBigDecimal(number.setScale(decimals, RoundingMode.HALF_UP));
  }
}
