package dev.nameplate.template.layer;

import java.util.Optional;

/**
 * The check digit of GS1 numbers (GTIN): the last digit, computed from the others modulo 10 with
 * weights 3 and 1.
 */
final class CheckDigit {
  private static final int WEIGHT = 3;

  private CheckDigit() {}

  /** Whether a text has exactly so many ASCII digits and the last one is the right check digit. */
  static boolean isValid(String text, int digits) {
    return isDigits(text, digits) && sum(text) % 10 == 0;
  }

  /**
   * The number with exactly so many digits. A valid number that is one digit shorter gains a
   * leading zero, and one that is one digit longer loses it; neither changes the article that it
   * identifies.
   *
   * @param text the digits as they arrive
   * @param digits how many the result has
   * @param adds whether a number without its check digit gains the digit; this comes before a
   *     leading zero
   * @return empty where the text is no such number
   */
  static Optional<String> complete(String text, int digits, boolean adds) {
    if (isValid(text, digits)) {
      return Optional.of(text);
    }
    if (adds && isDigits(text, digits - 1)) {
      return Optional.of(text + (10 - sum(text + "0") % 10) % 10);
    }
    if (isValid(text, digits + 1) && text.startsWith("0")) {
      return Optional.of(text.substring(1));
    }
    return Optional.of("0" + text).filter(padded -> isValid(padded, digits));
  }

  private static boolean isDigits(String text, int digits) {
    return text.length() == digits && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The weighted sum: counted from the right, every second digit has weight 3. */
  private static int sum(String digits) {
    int sum = 0;
    for (int at = 0; at < digits.length(); at++) {
      boolean weighted = (digits.length() - at) % 2 == 0;
      sum += (digits.charAt(at) - '0') * (weighted ? WEIGHT : 1);
    }
    return sum;
  }
}
