package dev.nameplate.template.wording;

import com.ibm.icu.text.NumberingSystem;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * The decimal digits of a locale (CLDR's default numbering system, or that of {@code -u-nu-}).
 *
 * @param zeroToNine ten code points
 */
record LocalDigits(String zeroToNine) {
  /** ASCII digits. */
  static final LocalDigits LATIN = new LocalDigits("0123456789");

  /** The digits of a locale; ASCII where its numbering system is not decimal. */
  static LocalDigits of(Locale locale) {
    NumberingSystem system = NumberingSystem.getInstance(ULocale.forLocale(locale));
    boolean decimal = !system.isAlgorithmic() && system.getRadix() == 10;
    return decimal ? new LocalDigits(system.getDescription()) : LATIN;
  }

  /** The text with these digits in place of ASCII digits. */
  String in(String text) {
    if (equals(LATIN)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean digit = c >= '0' && c <= '9';
              out.appendCodePoint(digit ? digit(c - '0') : c);
            });
    return out.toString();
  }

  private int digit(int value) {
    return zeroToNine.codePointAt(zeroToNine.offsetByCodePoints(0, value));
  }
}
