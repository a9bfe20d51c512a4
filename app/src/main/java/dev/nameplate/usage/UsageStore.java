package dev.nameplate.usage;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;

/**
 * Keeps counts of days. Its methods may block on a disk or a network and are called by one thread
 * at a time, which is none of those of requests. Several processes may share what it keeps.
 */
public interface UsageStore {
  /**
   * Adds to the counts of one day. What was added survives the end of the process, where the store
   * outlasts it at all.
   *
   * @param counts by key, all keys of one day
   * @throws IllegalArgumentException where the keys are of several days
   * @throws IOException where they cannot be kept; then none of them is added
   */
  void add(Map<UsageKey, UsageCounts> counts) throws IOException;

  /**
   * Returns the sums of all processes that share the store.
   *
   * @param from the first day of UTC
   * @param to the last day, included
   * @return sorted; without keys that nothing was counted for, and empty where {@code from} is
   *     after {@code to}
   * @throws IOException where they cannot be read
   */
  SortedMap<UsageKey, UsageCounts> read(LocalDate from, LocalDate to) throws IOException;

  /**
   * Packs what is kept of days that are over, and drops what is older than 24 months. Sums do not
   * change. Called once a day and at the start.
   *
   * @throws IOException where that fails; nothing is lost, and a later call does it
   */
  void compact(LocalDate today) throws IOException;
}
