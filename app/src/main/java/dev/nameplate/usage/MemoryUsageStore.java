package dev.nameplate.usage;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps counts on the heap, for a process without a work folder: they end with it. */
public final class MemoryUsageStore implements UsageStore {
  private final SortedMap<UsageKey, UsageCounts> kept = new TreeMap<>();

  @Override
  public void add(Map<UsageKey, UsageCounts> counts) {
    UsageLines.checkOneDay(counts.keySet());
    counts.forEach((key, more) -> kept.merge(key, more, UsageCounts::plus));
  }

  @Override
  public SortedMap<UsageKey, UsageCounts> read(LocalDate from, LocalDate to) {
    return UsageLines.between(kept, from, to);
  }

  @Override
  public void compact(LocalDate today) {
    kept.keySet().removeIf(key -> key.day().isBefore(UsageLines.oldest(today)));
  }
}
