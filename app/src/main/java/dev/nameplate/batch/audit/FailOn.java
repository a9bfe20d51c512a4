package dev.nameplate.batch.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a build refuses to send: {@code cut,undrawable,unmerged=1%}. A fault alone allows none, a
 * number or a share of all rows allows as many.
 *
 * @param rules in the order in which they were written
 */
public record FailOn(List<Rule> rules) {
  /** Nothing fails. */
  public static final FailOn NOTHING = new FailOn(List.of());

  private static final Pattern RULE =
      Pattern.compile("([a-z-]+)(?:=(\\d{1,9}(?:\\.\\d{1,3})?)(%?))?");

  public FailOn {
    rules = List.copyOf(rules);
  }

  /**
   * The most rows that may have a fault.
   *
   * @param fault the fault that is counted
   * @param most a number of rows; where {@code share} is set, a percentage of all rows
   * @param share whether {@code most} is a percentage
   */
  public record Rule(RowFault fault, double most, boolean share) {
    boolean isBroken(AudienceReport report) {
      double rows = report.count(fault);
      return share ? rows * 100 > most * report.tally().rows() : rows > most;
    }
  }

  /**
   * Parses rules that are separated by commas. A rule is the label of a fault, which then may not
   * occur, or the label, {@code =} and the most rows allowed: a number or, with {@code %}, a
   * percentage of all rows, with at most three decimals.
   *
   * @return empty if any of the rules cannot be parsed or names an unknown fault
   */
  public static Optional<FailOn> parse(String text) {
    List<Rule> rules = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher rule = RULE.matcher(part.strip());
      Optional<RowFault> fault =
          rule.matches() ? RowFault.ofLabel(rule.group(1)) : Optional.empty();
      if (fault.isEmpty()) {
        return Optional.empty();
      }
      double most = rule.group(2) == null ? 0 : Double.parseDouble(rule.group(2));
      rules.add(new Rule(fault.get(), most, "%".equals(rule.group(3))));
    }
    return Optional.of(new FailOn(rules));
  }

  /** Returns the labels of all faults that a rule can name, separated by commas. */
  public static String allowed() {
    return Arrays.stream(RowFault.values()).map(RowFault::label).collect(Collectors.joining(", "));
  }

  /**
   * Returns a sentence for each rule that a list breaks, in the order of the rules; empty if it
   * breaks none.
   */
  public List<String> broken(AudienceReport report) {
    return rules.stream()
        .filter(rule -> rule.isBroken(report))
        .map(
            rule ->
                String.format(
                    Locale.ROOT,
                    "%s: %,d of %,d rows, allowed %s%s",
                    rule.fault().label(),
                    report.count(rule.fault()),
                    report.tally().rows(),
                    rule.most() == Math.rint(rule.most())
                        ? String.valueOf((long) rule.most())
                        : String.valueOf(rule.most()),
                    rule.share() ? " %" : ""))
        .toList();
  }
}
