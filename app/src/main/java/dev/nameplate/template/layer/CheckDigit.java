package dev.nameplate.template.layer;

import java.util.Optional;

/** The last digit of a number of GS1 (GTIN), which is reckoned from the others. */
final class CheckDigit {
  private static final int HEAVY = 3;

  private CheckDigit() {}

  /** Whether a text is so many digits, the last of which is right. */
  static boolean isRight(String text, int digits) {
    return isDigits(text, digits) && sum(text) % 10 == 0;
  }

  /**
   * A number with as many digits as asked for. One that is a digit shorter and right gains a zero
   * in front, one that is a digit longer, right and begins with zero loses it: neither changes the
   * article that it stands for.
   *
   * @param adds whether a number that lacks its check digit gains that instead
   * @return empty where the text is no such number
   */
  static Optional<String> complete(String text, int digits, boolean adds) {
    if (isRight(text, digits)) {
      return Optional.of(text);
    }
    if (adds && isDigits(text, digits - 1)) {
      return Optional.of(text + (10 - sum(text + "0") % 10) % 10);
    }
    if (isRight(text, digits + 1) && text.startsWith("0")) {
      return Optional.of(text.substring(1));
    }
    return Optional.of("0" + text).filter(padded -> isRight(padded, digits));
  }

  private static boolean isDigits(String text, int digits) {
    return text.length() == digits && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The sum of all digits, every second from the right but one counting three times. */
  private static int sum(String digits) {
    int sum = 0;
    for (int at = 0; at < digits.length(); at++) {
      boolean heavy = (digits.length() - at) % 2 == 0;
      sum += (digits.charAt(at) - '0') * (heavy ? HEAVY : 1);
    }
    return sum;
  }
}
