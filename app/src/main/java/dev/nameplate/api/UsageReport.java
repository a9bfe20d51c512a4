package dev.nameplate.api;

import dev.nameplate.usage.QuotaState;
import dev.nameplate.usage.UsageCounts;
import dev.nameplate.usage.UsageKey;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was made in some days.
 *
 * @param from the first day of UTC
 * @param to the last day, included
 * @param counts sorted by day, template and subject; without those that are 0
 * @param quota that of the caller's token, and how much of it is used; empty where it has none
 */
public record UsageReport(
    LocalDate from,
    LocalDate to,
    SortedMap<UsageKey, UsageCounts> counts,
    Optional<QuotaState> quota) {
  public UsageReport {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** Returns the sums over all days, templates and subjects. */
  public UsageCounts total() {
    return counts.values().stream().reduce(UsageCounts.ZERO, UsageCounts::plus);
  }
}
