package dev.nameplate.template.wording;

import com.ibm.icu.text.NumberFormat;
import java.math.BigDecimal;
import java.util.Locale;

/** Formats numbers for readers. */
public final class NumberFormats {
  private static final int MAX_DECIMALS = 6;

  private NumberFormats() {}

  /**
   * A number with the locale's digits and separators (CLDR), {@code 12,346.5}.
   *
   * @param number rounded half to even to at most six decimals; zeros at the end are dropped
   * @param locale of digits and separators
   */
  public static String of(BigDecimal number, Locale locale) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(MAX_DECIMALS);
    return format.format(number);
  }
}
