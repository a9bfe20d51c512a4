package dev.nameplate.merge.kind;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.wording.NumberFormats;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads numbers and amounts of money, written with the locale's separators, plainly ({@code
 * 1234.5}), or with separators that are unambiguous ({@code 1.234,50} in English), and formats them
 * for the locale (CLDR).
 *
 * <p>An ambiguous text is read by the locale: {@code 1.234} is 1234 in German. Spaces and
 * apostrophes may group in every locale. A number may be surrounded by a percent sign, a currency
 * or the field's unit; an amount by its own currency only: with another one it is refused.
 */
final class NumberReader {
  private static final int MOST_DIGITS = 30;
  private static final int LONGEST = 200;
  private static final String MINUS = "-\u2212\u2013\ufe63\uff0d";

  private NumberReader() {}

  /**
   * The number, or a refusal if the text is none, or outside the field's {@code min} and {@code
   * max}.
   */
  static ParsedValue read(Field field, Locale locale, String text) {
    Optional<BigDecimal> number = parse(field, locale, text);
    if (number.isEmpty()) {
      return new ParsedValue.Refused("not a number");
    }
    BigDecimal value = number.get();
    if (field.min().filter(min -> value.compareTo(min) < 0).isPresent()) {
      return new ParsedValue.Refused("less than min");
    }
    if (field.max().filter(max -> value.compareTo(max) > 0).isPresent()) {
      return new ParsedValue.Refused("more than max");
    }
    return new ParsedValue.Read(
        new FieldValue.Numeric(value, shown(value, locale, currency(field))));
  }

  private static Optional<Currency> currency(Field field) {
    return field.kind() == FieldKind.MONEY
        ? field.currency().map(code -> Currency.getInstance(code.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  private static String shown(BigDecimal value, Locale locale, Optional<Currency> currency) {
    if (currency.isPresent()) {
      NumberFormat format = NumberFormat.getCurrencyInstance(locale);
      format.setCurrency(currency.get());
      return format.format(value);
    }
    return NumberFormats.of(value, locale);
  }

  private static Optional<BigDecimal> parse(Field field, Locale locale, String text) {
    return text.length() > LONGEST
        ? Optional.empty()
        : parse(field, locale, text, NumberMarks.NONE)
            .or(() -> parse(field, locale, text, NumberMarks.of(field, locale)));
  }

  private static Optional<BigDecimal> parse(
      Field field, Locale locale, String text, NumberMarks marks) {
    Signed signed = Signed.of(NumberText.westernDigits(text), marks);
    boolean money = signed.money() || field.kind() == FieldKind.MONEY;
    if (signed.accounting() && !money) {
      return Optional.empty();
    }
    return magnitude(signed.magnitude(), locale, money)
        .filter(plain -> plain.length() <= MOST_DIGITS)
        .map(BigDecimal::new)
        .map(number -> signed.negative() ? number.negate() : number);
  }

  private static Optional<String> magnitude(String digits, Locale locale, boolean money) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    return NumberText.plain(digits, symbols.getDecimalSeparator(), symbols.getGroupingSeparator())
        .or(() -> NumberText.plain(digits, '.', ' '))
        .or(() -> NumberText.unambiguous(digits, money));
  }

  /**
   * A number without its sign and marks.
   *
   * @param accounting whether it is negative by parentheses or by a trailing minus sign
   * @param money whether it has a currency
   */
  private record Signed(String magnitude, boolean negative, boolean accounting, boolean money) {
    static Signed of(String text, NumberMarks marks) {
      NumberMarks.Bare outer = marks.strip(text);
      String digits = outer.digits();
      boolean brackets = digits.startsWith("(") && digits.endsWith(")") && digits.length() > 2;
      boolean before = !digits.isEmpty() && isMinus(digits.charAt(0));
      boolean plus = digits.startsWith("+");
      boolean trailing =
          !before && digits.length() > 1 && isMinus(digits.charAt(digits.length() - 1));
      int from = brackets || before || plus ? 1 : 0;
      int to = digits.length() - (brackets || (trailing && !endsInDash(digits)) ? 1 : 0);
      NumberMarks.Bare inner = marks.strip(digits.substring(from, Math.max(from, to)));
      boolean accounting = brackets || (trailing && !endsInDash(digits));
      String magnitude =
          endsInDash(inner.digits())
              ? inner.digits().substring(0, inner.digits().length() - 2)
              : inner.digits();
      return new Signed(
          magnitude, before || accounting, accounting, outer.money() || inner.money());
    }

    private static boolean isMinus(char c) {
      return MINUS.indexOf(c) >= 0;
    }

    /** Whether a dash replaces the cents: {@code 20,-}. */
    private static boolean endsInDash(String digits) {
      return digits.matches(".*\\d[.,][-\u2013\u2014]");
    }
  }
}
