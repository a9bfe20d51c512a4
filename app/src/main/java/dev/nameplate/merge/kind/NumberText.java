package dev.nameplate.merge.kind;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.merge.decode.Ascii;
import java.util.Optional;

/** Converts numbers as people write them into the syntax of {@link java.math.BigDecimal}. */
final class NumberText {
  /** Grouping separators in every locale, besides the locale's own. */
  private static final String GROUPING = " '\u2019";

  private static final char ARABIC_POINT = '\u066b';
  private static final char ARABIC_GROUP = '\u066c';

  private NumberText() {}

  /** Replaces the decimal digits of every script by ASCII digits. */
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
   * An unsigned number in the syntax of {@code BigDecimal}.
   *
   * @return empty if it holds a character that is neither digit nor separator, or its groups have
   *     an unusual length
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

  /**
   * An unsigned number whose separators are unambiguous in every locale: two kinds, the last of
   * which is the decimal separator ({@code 1.234,50}), or one kind that occurs twice and so groups
   * ({@code 1,234,567}).
   *
   * @param money whether it is an amount of money: two digits after a comma are then its decimals
   * @return in the syntax of {@code BigDecimal}; empty if it is ambiguous, as {@code 1,234} is, or
   *     no number
   */
  static Optional<String> unambiguous(String text, boolean money) {
    if (text.indexOf(ARABIC_POINT) >= 0 || text.indexOf(ARABIC_GROUP) >= 0) {
      return plain(text, ARABIC_POINT, ARABIC_GROUP);
    }
    String western = text.replace('\uff0c', ',').replace('\uff0e', '.');
    int points = count(western, '.');
    int commas = count(western, ',');
    boolean pointFirst = western.indexOf('.') < western.indexOf(',');
    if ((points > 1 && commas == 0) || (points > 0 && commas == 1 && pointFirst)) {
      return isGroupedByThree(western, '.') ? plain(western, ',', '.') : Optional.empty();
    }
    if ((commas > 1 && points == 0) || (commas > 0 && points == 1 && !pointFirst)) {
      return plain(western, '.', ',');
    }
    boolean grouped = western.chars().anyMatch(c -> GROUPING.indexOf(c) >= 0);
    boolean decimals = grouped || (money && western.matches("\\d+,\\d{2}"));
    return decimals && points == 0 && commas == 1 ? plain(western, ',', ' ') : Optional.empty();
  }

  /** Whether a separator groups digits by three. */
  private static boolean isGroupedByThree(String text, char grouping) {
    String sign = "\\" + grouping;
    return text.matches("\\d{1,3}(?:" + sign + "\\d{3})+(?:,\\d+)?");
  }

  private static int count(String text, char sign) {
    return (int) text.chars().filter(c -> c == sign).count();
  }

  /**
   * The digits without grouping separators: groups of three, or of two before the last three as in
   * India.
   */
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

  /** Whether a text has ASCII digits only; an empty text has. */
  static boolean isDigits(String text) {
    return text.chars().allMatch(Ascii::isDigit);
  }
}
