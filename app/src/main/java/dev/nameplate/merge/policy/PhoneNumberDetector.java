package dev.nameplate.merge.policy;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.merge.decode.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds telephone numbers in a text: seven to fifteen digits of any script, in groups or with a
 * plus before them, or nine and more in a row; or as many written as words. Dates, years and
 * numbers in groups of three are none.
 */
final class PhoneNumberDetector {
  private static final int LEAST = 7;
  private static final int LEAST_PLAIN = 9;
  private static final int GROUP = 3;
  private static final String SEPARATORS = " .-()/\u2010\u2011\u2012\u2013\u2014\u00a0_*~";
  private static final Set<String> WORDS =
      Set.of("zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  private PhoneNumberDetector() {}

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
    List<String> groups = new ArrayList<>();
    StringBuilder group = new StringBuilder();
    StringBuilder between = new StringBuilder();
    boolean plus = false;
    for (int at = 0; at <= text.length(); ) {
      int c = at < text.length() ? text.codePointAt(at) : '\n';
      at += Character.charCount(c);
      int digit = digit(c);
      if (digit >= 0) {
        group.append((char) ('0' + digit));
      } else if (isSeparator(c)) {
        close(group, groups);
        between.appendCodePoint(c);
      } else if (!isAdornment(c)) {
        close(group, groups);
        if (isNumber(groups, between.toString(), plus)) {
          return true;
        }
        groups.clear();
        between.setLength(0);
        plus = c == '+' || c == 0xff0b;
      }
    }
    return anyWords(text);
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

  /** What makes a digit a keycap, and is no end of a number. */
  private static boolean isAdornment(int c) {
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

  private static boolean isNumber(List<String> groups, String between, boolean plus) {
    List<String> rest = withoutDates(groups);
    int digits = rest.stream().mapToInt(String::length).sum();
    if (digits < LEAST) {
      return false;
    }
    if (rest.size() == 1 && !plus && between.indexOf('(') < 0) {
      return digits >= LEAST_PLAIN;
    }
    return plus || digits >= LEAST_PLAIN || !isInThrees(rest);
  }

  /** {@code 1 000 000}. */
  private static boolean isInThrees(List<String> groups) {
    return groups.get(0).length() <= GROUP
        && groups.stream().skip(1).allMatch(group -> group.length() == GROUP);
  }

  /** The groups but for those of dates and years: {@code 2026-09-24}, {@code 24.9.2026}. */
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
