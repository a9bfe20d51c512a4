package dev.nameplate.usage;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text form of counts: a line for each key, with tabs between day, template, subject
 * (percent-encoded), URLs, pictures and hits. Lines of one key add up. A line that a crash cut off
 * has no line feed and counts for nothing.
 */
public final class UsageLines {
  private static final int COLUMNS = 6;
  private static final int MONTHS_KEPT = 24;

  private UsageLines() {}

  /** Returns the lines of counts, in the order of the map. */
  public static String write(Map<UsageKey, UsageCounts> counts) {
    StringBuilder lines = new StringBuilder();
    counts.forEach(
        (key, count) ->
            lines
                .append(key.day())
                .append('\t')
                .append(key.template())
                .append('\t')
                .append(URLEncoder.encode(key.subject(), StandardCharsets.UTF_8))
                .append('\t')
                .append(count.urls())
                .append('\t')
                .append(count.pictures())
                .append('\t')
                .append(count.hits())
                .append('\n'));
    return lines.toString();
  }

  /** Adds the counts of a file to others; lines that are none are passed over. */
  public static void read(byte[] file, Map<UsageKey, UsageCounts> into) {
    String text = new String(file, StandardCharsets.UTF_8);
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      add(text.substring(start, end), into);
      start = end + 1;
    }
  }

  private static void add(String line, Map<UsageKey, UsageCounts> into) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS) {
      return;
    }
    try {
      UsageKey key =
          new UsageKey(
              LocalDate.parse(columns[0]),
              columns[1],
              URLDecoder.decode(columns[2], StandardCharsets.UTF_8));
      UsageCounts counts =
          new UsageCounts(
              Long.parseLong(columns[3]), Long.parseLong(columns[4]), Long.parseLong(columns[5]));
      into.merge(key, counts, UsageCounts::plus);
    } catch (DateTimeException | IllegalArgumentException damaged) {
      return; // By a disk, or by a loss of power.
    }
  }

  /** Returns those of some days, both included; none where the first is after the last. */
  public static SortedMap<UsageKey, UsageCounts> between(
      SortedMap<UsageKey, UsageCounts> all, LocalDate from, LocalDate to) {
    return from.isAfter(to)
        ? new TreeMap<>()
        : new TreeMap<>(
            all.subMap(new UsageKey(from, "", ""), new UsageKey(to.plusDays(1), "", "")));
  }

  /** The day that all keys are of; empty without keys. */
  static Optional<LocalDate> checkOneDay(Collection<UsageKey> keys) {
    Optional<LocalDate> day = keys.stream().map(UsageKey::day).findFirst();
    if (day.isPresent() && !keys.stream().allMatch(key -> key.day().equals(day.get()))) {
      throw new IllegalArgumentException("counts of one day are added at a time");
    }
    return day;
  }

  /** Returns the first day that is kept: the first of a month. */
  public static LocalDate oldest(LocalDate today) {
    return today.withDayOfMonth(1).minusMonths(MONTHS_KEPT);
  }
}
