package dev.nameplate.merge.policy;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.merge.decode.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Detects telephone numbers in a text: seven or more digits of any script in groups or after a plus
 * sign, nine or more in one group, or seven or more digits written as English words. Dates, years,
 * numbers in groups of three and those of {@link OrdinaryNumbers} do not count.
 */
final class PhoneNumberDetector {
  private static final int LEAST = 7;
  private static final int LEAST_PLAIN = 9;
  private static final int GROUP = 3;
  private static final String SEPARATORS = " .-()/\u2010\u2011\u2012\u2013\u2014\u00a0_*~";
  private static final Set<String> WORDS =
      Set.of("zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  private PhoneNumberDetector() {}

  /** Whether a text holds a telephone number. */
  static boolean anyIn(String text) {
    return hasDigits(text) ? anyRun(text) : anyWords(text);
  }

  private static boolean hasDigits(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Ascii.isDigit(c) || c >= 0x80) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyRun(String text) {
    Scan scan = new Scan(text);
    boolean plus = false;
    for (int at = 0; at <= text.length(); ) {
      int c = at < text.length() ? text.codePointAt(at) : '\n';
      int next = at + Character.charCount(c);
      int digit = digit(c);
      if (digit >= 0) {
        scan.digit(digit, at, next);
      } else if (isSeparator(c)) {
        scan.separator(c);
      } else if (!isKeycapMark(c)) {
        if (scan.isNumber(plus)) {
          return true;
        }
        scan.clear();
        plus = c == '+' || c == 0xff0b;
      }
      at = next;
    }
    return anyWords(text);
  }

  /** The current run of digits while a text is scanned. */
  private static final class Scan {
    private final String text;
    private final List<String> groups = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private final StringBuilder group = new StringBuilder();
    private final StringBuilder gap = new StringBuilder();
    private int first;
    private int last;

    Scan(String text) {
      this.text = text;
    }

    void digit(int digit, int from, int to) {
      if (groups.isEmpty() && group.length() == 0) {
        first = from;
      } else if (group.length() == 0) {
        gaps.add(gap.toString());
      }
      gap.setLength(0);
      group.append((char) ('0' + digit));
      last = to;
    }

    void separator(int c) {
      close(group, groups);
      gap.appendCodePoint(c);
    }

    void clear() {
      groups.clear();
      gaps.clear();
      gap.setLength(0);
    }

    /** Whether a parenthesis is between groups, as around an area code. */
    private boolean hasBracket() {
      return gaps.stream()
          .anyMatch(between -> between.indexOf('(') >= 0 || between.indexOf(')') >= 0);
    }

    boolean isNumber(boolean plus) {
      close(group, groups);
      if (groups.stream().mapToInt(String::length).sum() < LEAST) {
        return false;
      }
      boolean bracket = hasBracket();
      if (plus || bracket || OrdinaryNumbers.asksToCall(text)) {
        return PhoneNumberDetector.isNumber(groups, bracket, plus);
      }
      DigitRun run = new DigitRun(groups, gaps, text.substring(0, first), text.substring(last));
      if (OrdinaryNumbers.isOne(run)) {
        return false;
      }
      List<String> rest =
          OrdinaryNumbers.withoutOrdinary(run).stream()
              .flatMap(part -> part.groups().stream())
              .toList();
      return PhoneNumberDetector.isNumber(rest, false, false);
    }
  }

  private static void close(StringBuilder group, List<String> groups) {
    if (group.length() > 0) {
      groups.add(group.toString());
      group.setLength(0);
    }
  }

  private static boolean isSeparator(int c) {
    return SEPARATORS.indexOf(c) >= 0;
  }

  /** Whether it makes a digit a keycap emoji (UTS 51) and does not end a number. */
  private static boolean isKeycapMark(int c) {
    return c == 0xfe0f || c == 0x20e3;
  }

  private static int digit(int c) {
    if (c < 0x80) {
      return Ascii.isDigit(c) ? c - '0' : -1;
    }
    double value = UCharacter.getUnicodeNumericValue(c);
    return value >= 0 && value <= 9 && value == Math.rint(value) && !UCharacter.isLetter(c)
        ? (int) value
        : -1;
  }

  private static boolean isNumber(List<String> groups, boolean bracket, boolean plus) {
    List<String> rest = withoutDates(groups);
    int digits = rest.stream().mapToInt(String::length).sum();
    if (digits < LEAST) {
      return false;
    }
    if (rest.size() == 1 && !plus && !bracket) {
      return digits >= LEAST_PLAIN;
    }
    return plus || digits >= LEAST_PLAIN || !isInThrees(rest);
  }

  /** Whether digits are grouped by three: {@code 1 000 000}. */
  private static boolean isInThrees(List<String> groups) {
    return groups.get(0).length() <= GROUP
        && groups.stream().skip(1).allMatch(group -> group.length() == GROUP);
  }

  /** The groups without those of dates and years: {@code 2026-09-24}, {@code 24.9.2026}. */
  private static List<String> withoutDates(List<String> groups) {
    List<String> rest = new ArrayList<>();
    for (int at = 0; at < groups.size(); ) {
      int date = dateLength(groups, at);
      if (date == 0) {
        rest.add(groups.get(at));
      }
      at += Math.max(1, date);
    }
    return rest;
  }

  private static int dateLength(List<String> groups, int at) {
    if (isYear(groups, at)) {
      return isShort(groups, at + 1) && isShort(groups, at + 2) ? 3 : 1;
    }
    boolean dayFirst = isShort(groups, at) && isShort(groups, at + 1) && isYear(groups, at + 2);
    return dayFirst ? 3 : 0;
  }

  private static boolean isYear(List<String> groups, int at) {
    return at < groups.size() && groups.get(at).matches("(?:19|20)\\d\\d");
  }

  private static boolean isShort(List<String> groups, int at) {
    return at < groups.size() && groups.get(at).length() <= 2;
  }

  private static boolean anyWords(String text) {
    int row = 0;
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && Ascii.isLetter(text.charAt(end))) {
        end++;
      }
      if (end > start) {
        boolean digit = end - start <= 5 && isDigitWord(text.substring(start, end));
        row = digit ? row + 1 : 0;
      }
      if (row >= LEAST) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  private static boolean isDigitWord(String word) {
    return WORDS.contains(UCharacter.foldCase(word, true));
  }
}
