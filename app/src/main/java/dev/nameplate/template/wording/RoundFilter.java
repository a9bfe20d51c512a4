package dev.nameplate.template.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import liqp.PlainBigDecimal;
import liqp.TemplateContext;
import liqp.filters.Filter;

/**
 * {@code round}: half away from zero, to whole numbers or to so many decimals. The Liquid library's
 * own goes by the machine's locale.
 */
final class RoundFilter extends Filter {
  private static final int MOST_DECIMALS = 20;
  private static final int MOST_DIGITS = 40;

  RoundFilter() {
    super("round");
  }

  /**
   * The rounded number; 0 where the value is none.
   *
   * @throws NumberFormatException where the number is longer than anybody reads
   */
  @Override
  public Object apply(Object value, TemplateContext context, Object... given) {
    if (!canBeDouble(value)) {
      return 0L;
    }
    BigDecimal number = new BigDecimal(asString(value, context).strip());
    if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
      throw new NumberFormatException("too long");
    }
    boolean stated = given != null && given.length > 0 && canBeDouble(given[0]);
    int decimals = stated ? Math.min(MOST_DECIMALS, Math.max(0, asNumber(given[0]).intValue())) : 0;
    return new PlainBigDecimal(number.setScale(decimals, RoundingMode.HALF_UP));
  }
}
