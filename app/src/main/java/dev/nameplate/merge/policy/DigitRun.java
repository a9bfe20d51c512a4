package dev.nameplate.merge.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits in a text with only separators between them.
 *
 * @param groups in ASCII digits
 * @param gaps the separators between each group and the next
 * @param before the text before the first digit
 * @param after the text after the last digit
 */
record DigitRun(List<String> groups, List<String> gaps, String before, String after) {
  DigitRun {
    groups = List.copyOf(groups);
    gaps = List.copyOf(gaps);
  }

  /** How many digits there are. */
  int digits() {
    return groups.stream().mapToInt(String::length).sum();
  }

  /** Whether all gaps have the same separator. */
  boolean hasOneGap() {
    return gaps.stream().distinct().count() <= 1;
  }

  /** The parts between spaces, each with the text before and after it if it is at the run's end. */
  List<DigitRun> parts() {
    List<DigitRun> parts = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < groups.size(); at++) {
      boolean last = at == groups.size() - 1;
      if (last || gaps.get(at).indexOf(' ') >= 0 || gaps.get(at).indexOf('\u00a0') >= 0) {
        parts.add(
            new DigitRun(
                groups.subList(from, at + 1),
                gaps.subList(from, at),
                from == 0 ? before : " ",
                last ? after : " "));
        from = at + 1;
      }
    }
    return parts;
  }

  @Override
  public String toString() {
    return "DigitRun[" + groups.size() + " groups]";
  }
}
