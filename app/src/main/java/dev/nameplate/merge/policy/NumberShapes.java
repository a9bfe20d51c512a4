package dev.nameplate.merge.policy;

import java.util.List;

/** Recognizes groupings of digits that telephone numbers do not have. */
final class NumberShapes {
  private static final int LEAST_LONG = 16;

  private NumberShapes() {}

  /** Whether a whole run is such a grouping. */
  static boolean isOrdinary(DigitRun run) {
    return isLong(run)
        || isCoded(run)
        || isLargeAmount(run)
        || isProgression(run)
        || isListOfMeasures(run)
        || isCodedBehindShort(run.parts());
  }

  private static boolean isCoded(DigitRun run) {
    return isChecked(run) || isArticle(run);
  }

  /**
   * Whether an article number follows one or two digits that end a name: {@code No.7 315115-112}.
   */
  private static boolean isCodedBehindShort(List<DigitRun> parts) {
    return parts.size() == 2
        && isShortNumber(parts.get(0))
        && parts.get(0).digits() <= 2
        && isCoded(parts.get(1));
  }

  /** Whether a part between spaces is a range, a date or opening hours. */
  static boolean isOrdinaryPart(DigitRun part) {
    return isDate(part) || isDecimalRange(part);
  }

  /**
   * Whether there are more digits than in a telephone number (ITU-T E.164), in one group or in
   * groups of four.
   */
  private static boolean isLong(DigitRun run) {
    List<String> groups = run.groups();
    boolean fours =
        groups.stream().allMatch(group -> group.length() <= 4)
            && groups.stream()
                .limit(groups.size() - 1L)
                .skip(1)
                .allMatch(group -> group.length() == 4);
    return run.digits() >= LEAST_LONG && (groups.size() == 1 || fours);
  }

  /**
   * Whether it is the number of an article (GS1), a book (ISBN) or a device (IMEI) with a valid
   * check digit.
   */
  private static boolean isChecked(DigitRun run) {
    String digits = String.join("", run.groups());
    boolean row = run.groups().size() == 1;
    boolean dashed = run.groups().size() >= 3 && run.hasOneGap() && run.gaps().get(0).equals("-");
    boolean book = digits.startsWith("978") || digits.startsWith("979");
    return switch (digits.length()) {
      case 10 -> dashed && run.groups().size() == 4 && isIsbn10(digits);
      case 12, 14 -> row && isGs1(digits);
      case 13 -> (row || (book && run.hasOneGap())) && isGs1(digits);
      case 15 -> row && isLuhn(digits);
      default -> false;
    };
  }

  private static boolean isGs1(String digits) {
    int sum = 0;
    for (int at = 0; at < digits.length(); at++) {
      boolean odd = (digits.length() - at) % 2 == 1;
      sum += (digits.charAt(at) - '0') * (odd ? 1 : 3);
    }
    return sum % 10 == 0;
  }

  private static boolean isIsbn10(String digits) {
    int sum = 0;
    for (int at = 0; at < digits.length(); at++) {
      sum += (digits.charAt(at) - '0') * (digits.length() - at);
    }
    return sum % 11 == 0;
  }

  private static boolean isLuhn(String digits) {
    int sum = 0;
    for (int at = 0; at < digits.length(); at++) {
      int doubled = (digits.charAt(at) - '0') * ((digits.length() - at) % 2 == 1 ? 1 : 2);
      sum += doubled / 10 + doubled % 10;
    }
    return sum % 10 == 0;
  }

  /** Whether it is a large amount: {@code 250 000 000}, {@code 1.234.567.890}. */
  private static boolean isLargeAmount(DigitRun run) {
    List<String> groups = run.groups();
    boolean threes =
        groups.size() >= 2
            && run.hasOneGap()
            && !groups.get(0).startsWith("0")
            && groups.stream().skip(1).allMatch(group -> group.length() == 3);
    boolean billions = groups.size() >= 4 && groups.get(0).matches("[1-79]");
    return threes && (groups.get(groups.size() - 1).equals("000") || billions);
  }

  /**
   * Whether it is a list of sizes: {@code 36 37 38 39}, {@code 100/200/300}, {@code 12/24/36/48}.
   */
  private static boolean isProgression(DigitRun run) {
    List<String> groups = run.groups();
    if (groups.size() < 3 || !run.hasOneGap() || groups.stream().anyMatch(NumberShapes::isPadded)) {
      return false;
    }
    long step = value(groups.get(1)) - value(groups.get(0));
    boolean constantStep = true;
    boolean rising = true;
    for (int at = 1; at < groups.size(); at++) {
      long here = value(groups.get(at)) - value(groups.get(at - 1));
      constantStep &= here == step;
      rising &= here > 0;
    }
    boolean pairs = groups.stream().allMatch(group -> group.length() == 2);
    boolean large = groups.stream().anyMatch(group -> group.length() > 3);
    return (constantStep && step != 0)
        || run.gaps().get(0).equals("/")
        || (rising && groups.size() >= 4 && !pairs && !large);
  }

  private static boolean isPadded(String group) {
    return group.length() > 9 || (group.length() > 1 && group.startsWith("0"));
  }

  private static long value(String group) {
    return Long.parseLong(group);
  }

  /**
   * Whether it is an article number: {@code 315115-112}, {@code 194093-8}, {@code 00501-0101},
   * {@code 702.814.57}, {@code 7732-18-5}.
   */
  private static boolean isArticle(DigitRun run) {
    List<String> groups = run.groups();
    String first = groups.get(0);
    boolean two =
        groups.size() == 2
            && (run.gaps().get(0).equals("-") || run.gaps().get(0).equals("."))
            && first.length() >= 5
            && groups.get(1).length() <= 4
            && (first.startsWith("00") || !first.startsWith("0"));
    boolean dotted =
        groups.size() == 3
            && run.gaps().stream().allMatch("."::equals)
            && first.length() == 3
            && groups.get(1).length() == 3
            && groups.get(2).length() == 2;
    boolean chemical =
        groups.size() == 3
            && run.gaps().stream().allMatch("-"::equals)
            && groups.get(1).length() == 2
            && groups.get(2).length() == 1;
    return two || dotted || chemical;
  }

  /** Whether it is a list of ranges and decimals, with at most as many whole numbers. */
  private static boolean isListOfMeasures(DigitRun run) {
    List<DigitRun> parts = run.parts();
    long measures = parts.stream().filter(NumberShapes::isMeasure).count();
    boolean all = parts.stream().allMatch(part -> isMeasure(part) || isShortNumber(part));
    return all && measures > 0 && 2 * measures >= parts.size();
  }

  private static boolean isShortNumber(DigitRun part) {
    return part.groups().size() == 1
        && part.groups().get(0).length() <= 3
        && !isPadded(part.groups().get(0));
  }

  /** Whether it is a range or decimal: {@code 24-70}, {@code 2.8}, {@code 12.99-19.99}. */
  private static boolean isMeasure(DigitRun part) {
    List<String> groups = part.groups();
    if (groups.size() == 4) {
      return isDecimalRange(part);
    }
    if (groups.size() != 2 || isPadded(groups.get(0)) || groups.get(0).length() > 4) {
      return false;
    }
    String gap = part.gaps().get(0);
    boolean range =
        (gap.equals("-") || gap.equals("\u2013") || gap.equals("/"))
            && groups.get(0).length() <= 3
            && groups.get(1).length() <= 3
            && !isPadded(groups.get(1))
            && value(groups.get(0)) < value(groups.get(1));
    return range || (gap.equals(".") && groups.get(1).length() <= 2);
  }

  /** Whether it is a range of decimals: {@code 9.00-18.30}, {@code 12.99-19.99}. */
  private static boolean isDecimalRange(DigitRun part) {
    List<String> groups = part.groups();
    return groups.size() == 4
        && part.gaps().get(0).equals(".")
        && (part.gaps().get(1).equals("-") || part.gaps().get(1).equals("\u2013"))
        && part.gaps().get(2).equals(".")
        && groups.get(0).length() <= 4
        && groups.get(2).length() <= 4
        && groups.get(1).length() <= 2
        && groups.get(3).length() <= 2
        && value(groups.get(0)) < value(groups.get(2));
  }

  /** Whether it is a date with a two-digit year, or a range of two: {@code 24.09.26-30.09.26}. */
  private static boolean isDate(DigitRun part) {
    List<String> groups = part.groups();
    boolean pairs = groups.stream().allMatch(group -> group.length() <= 2);
    if (!pairs || (groups.size() != 3 && groups.size() != 6)) {
      return false;
    }
    for (int at = 0; at < groups.size(); at += 3) {
      boolean same = part.gaps().get(at).equals(part.gaps().get(at + 1));
      if (!same || !isDayAndMonth(groups.get(at), groups.get(at + 1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDayAndMonth(String one, String other) {
    long day = Math.max(value(one), value(other));
    long month = Math.min(value(one), value(other));
    return month >= 1 && month <= 12 && day <= 31;
  }
}
