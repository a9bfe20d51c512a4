package dev.nameplate.merge.kind;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.wording.NumberFormats;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Numbers and amounts of money, written with the locale's separators or plainly ({@code 1234.5}),
 * and shown by the locale (CLDR).
 *
 * <p>Where a text can be read both ways the locale wins: {@code 1.234} is 1234 in German. Spaces
 * and apostrophes may group whatever the locale says. An amount may carry the field's own currency
 * as a code or a symbol; with another one it is refused.
 */
final class NumberReader {
  private static final int MOST_DIGITS = 30;

  private NumberReader() {}

  static ParsedValue read(Field field, Locale locale, String text) {
    Optional<Currency> currency = currency(field);
    String bare = currency.map(unit -> withoutCurrency(unit, locale, text)).orElse(text);
    Optional<BigDecimal> number = parse(bare, locale);
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
    return new ParsedValue.Read(new FieldValue.Numeric(value, shown(value, locale, currency)));
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

  private static String withoutCurrency(Currency currency, Locale locale, String text) {
    List<String> marks =
        List.of(
            currency.getCurrencyCode(),
            currency.getSymbol(locale),
            currency.getName(locale, Currency.NARROW_SYMBOL_NAME, null));
    for (String mark : marks) {
      if (text.startsWith(mark)) {
        return text.substring(mark.length()).strip();
      }
      if (text.endsWith(mark)) {
        return text.substring(0, text.length() - mark.length()).strip();
      }
      if (text.startsWith("-" + mark)) {
        return "-" + text.substring(mark.length() + 1).strip();
      }
    }
    return text;
  }

  /** The number that a text is by a locale or plainly; empty where it is none. */
  static Optional<BigDecimal> parse(String text, Locale locale) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    String digits = NumberText.westernDigits(text);
    boolean negative = digits.startsWith("-") || digits.startsWith("\u2212");
    boolean signed = negative || digits.startsWith("+");
    String magnitude = signed ? digits.substring(1).strip() : digits;
    return NumberText.plain(
            magnitude, symbols.getDecimalSeparator(), symbols.getGroupingSeparator())
        .or(() -> NumberText.plain(magnitude, '.', ' '))
        .filter(plain -> plain.length() <= MOST_DIGITS)
        .map(BigDecimal::new)
        .map(number -> negative ? number.negate() : number);
  }
}
