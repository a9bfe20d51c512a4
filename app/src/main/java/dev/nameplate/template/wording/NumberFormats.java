package dev.nameplate.template.wording;

import com.ibm.icu.text.NumberFormat;
import java.math.BigDecimal;
import java.util.Locale;

/** A number as people read it. */
public final class NumberFormats {
  private static final int MOST_DECIMALS = 6;

  private NumberFormats() {}

  /** With the locale's digits and separators (CLDR), {@code 12,346.5}; six decimals at most. */
  public static String of(BigDecimal number, Locale locale) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(MOST_DECIMALS);
    return format.format(number);
  }
}
