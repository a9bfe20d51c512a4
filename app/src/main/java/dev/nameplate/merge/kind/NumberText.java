package dev.nameplate.merge.kind;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.merge.decode.Ascii;
import java.util.Optional;

/** Numbers as people write them, brought to digits with at most one full stop. */
final class NumberText {
  /** Signs that group digits in every locale, beside the locale's own. */
  private static final String GROUPING = " '\u2019";

  private NumberText() {}

  /** A text whose decimal digits of any script are those of ASCII. */
  static String westernDigits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              int digit = UCharacter.isDigit(c) ? UCharacter.digit(c) : -1;
              out.appendCodePoint(digit >= 0 ? '0' + digit : c);
            });
    return out.toString();
  }

  /**
   * A number without a sign in the form that {@code BigDecimal} reads.
   *
   * @return empty where a sign other than the two separators stands in it, or groups of digits have
   *     no usual length
   */
  static Optional<String> plain(String text, char decimal, char grouping) {
    int point = text.indexOf(decimal);
    String whole = point < 0 ? text : text.substring(0, point);
    String fraction = point < 0 ? "" : text.substring(point + 1);
    boolean bothEmpty = whole.isEmpty() && fraction.isEmpty();
    if (bothEmpty || !isDigits(fraction) || (point >= 0 && fraction.isEmpty())) {
      return Optional.empty();
    }
    return ungrouped(whole, grouping)
        .map(digits -> digits + (fraction.isEmpty() ? "" : "." + fraction));
  }

  /** Groups of three digits from the right, or of two left of the first three as in India. */
  private static Optional<String> ungrouped(String whole, char grouping) {
    if (isDigits(whole)) {
      return Optional.of(whole);
    }
    StringBuilder digits = new StringBuilder(whole.length());
    int sinceSign = 0;
    char sign = 0;
    for (int at = 0; at < whole.length(); at++) {
      char c = whole.charAt(at);
      if (Ascii.isDigit(c)) {
        digits.append(c);
        sinceSign++;
      } else if (isGroupEnd(c, grouping, sign, sinceSign)) {
        sign = c;
        sinceSign = 0;
      } else {
        return Optional.empty();
      }
    }
    return sinceSign == 3 && digits.charAt(0) != '0'
        ? Optional.of(digits.toString())
        : Optional.empty();
  }

  private static boolean isGroupEnd(char c, char grouping, char sign, int digits) {
    boolean groups = c == grouping || GROUPING.indexOf(c) >= 0;
    boolean length = sign == 0 ? digits >= 1 && digits <= 3 : digits == 2 || digits == 3;
    return groups && length && (sign == 0 || sign == c);
  }

  static boolean isDigits(String text) {
    return text.chars().allMatch(Ascii::isDigit);
  }
}
