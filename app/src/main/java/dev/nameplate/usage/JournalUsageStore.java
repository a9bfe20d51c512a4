package dev.nameplate.usage;

import dev.nameplate.store.Journals;
import dev.nameplate.store.WorkArea;
import dev.nameplate.store.WorkFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps counts in the work folder, which processes may share.
 *
 * <p>Each process appends to a journal of its own for each day, {@code
 * counts-2026-11-29-0.<process>.journal}; one that has grown is replaced by its sums. The journals
 * of past days and of processes that have ended are added to a file of the month, {@code
 * 2026-11.txt}, and then deleted. The file of the month names the journals that are in it, so that
 * one whose deletion a crash prevented is not counted twice. Reading and packing exclude each other
 * across processes.
 */
public final class JournalUsageStore implements UsageStore {
  private static final String KIND = "counts-";
  private static final int DAY = 10;
  private static final String ENDING = ".txt";
  private static final String MERGED = "# ";

  /** From this size on a journal may be replaced by its sums, in bytes. */
  private static final int LARGE = 1 << 20;

  private final WorkFolder work;
  private final Journals journals;
  private final int large;

  /**
   * Grows with each packing, so that a journal never gets the name of one that was packed: counts
   * of a day that is over may still come, when a disk was full before.
   */
  private int generation;

  private long own;
  private long summed;

  /**
   * @param work a folder that can be used
   * @throws IllegalArgumentException where it cannot
   */
  public JournalUsageStore(WorkFolder work) {
    this(work, LARGE);
  }

  JournalUsageStore(WorkFolder work, int large) {
    this.work = work;
    this.large = large;
    this.journals =
        work.journals(WorkArea.USAGE)
            .orElseThrow(() -> new IllegalArgumentException("the work folder cannot be used"));
  }

  @Override
  public void add(Map<UsageKey, UsageCounts> counts) throws IOException {
    Optional<LocalDate> day = UsageLines.checkOneDay(counts.keySet());
    if (day.isEmpty()) {
      return;
    }
    String name = String.valueOf(journals.own(KIND + day.get() + "-" + generation).getFileName());
    byte[] lines = UsageLines.write(counts).getBytes(StandardCharsets.UTF_8);
    if (!work.append(WorkArea.USAGE, name, lines)) {
      throw new IOException("the work folder takes no more; see NAMEPLATE_WORK_BYTES");
    }
    own += lines.length;
    if (own > Math.max(large, 2 * summed)) {
      sum(name);
    }
  }

  /** Replaces a journal by its sums, at once. */
  private void sum(String name) {
    Optional<byte[]> file = work.read(WorkArea.USAGE, name);
    if (file.isPresent()) {
      SortedMap<UsageKey, UsageCounts> counts = new TreeMap<>();
      UsageLines.read(file.get(), counts);
      byte[] sums = UsageLines.write(counts).getBytes(StandardCharsets.UTF_8);
      if (work.write(WorkArea.USAGE, name, sums)) {
        own = sums.length;
        summed = sums.length;
      }
    }
  }

  @Override
  public SortedMap<UsageKey, UsageCounts> read(LocalDate from, LocalDate to) throws IOException {
    SortedMap<UsageKey, UsageCounts> counts = new TreeMap<>();
    journals.exclusively(
        () -> {
          Set<String> merged = new HashSet<>();
          YearMonth last = YearMonth.from(to);
          for (YearMonth at = YearMonth.from(from); !at.isAfter(last); at = at.plusMonths(1)) {
            Month month = month(at);
            merged.addAll(month.merged());
            month.counts().forEach((key, more) -> counts.merge(key, more, UsageCounts::plus));
          }
          for (Journals.Journal journal : journals.list(KIND)) {
            if (!merged.contains(journal.name())) {
              work.read(WorkArea.USAGE, journal.name())
                  .ifPresent(file -> UsageLines.read(file, counts));
            }
          }
          return counts;
        });
    counts.values().removeIf(UsageCounts::isZero);
    return UsageLines.between(counts, from, to);
  }

  @Override
  public void compact(LocalDate today) throws IOException {
    journals.exclusively(
        () -> {
          Map<YearMonth, List<String>> finished = new TreeMap<>();
          for (Journals.Journal journal : journals.list(KIND)) {
            day(journal)
                .filter(day -> isFinished(journal, day, today))
                .ifPresent(
                    day ->
                        finished
                            .computeIfAbsent(YearMonth.from(day), absent -> new ArrayList<>())
                            .add(journal.name()));
          }
          for (Map.Entry<YearMonth, List<String>> month : finished.entrySet()) {
            merge(month.getKey(), month.getValue());
          }
          YearMonth oldest = YearMonth.from(UsageLines.oldest(today));
          // A process that ran all the time deletes one a month; one that was off, a few more.
          for (int back = 1; back <= 12; back++) {
            work.delete(WorkArea.USAGE, oldest.minusMonths(back) + ENDING);
          }
          return finished.size();
        });
    generation++;
    own = 0;
    summed = 0;
  }

  private static boolean isFinished(Journals.Journal journal, LocalDate day, LocalDate today) {
    return switch (journal.owner()) {
      case SELF -> day.isBefore(today);
      case RUNNING -> false;
      case ENDED -> true;
    };
  }

  /** The day in a journal's name; empty where somebody else has named it. */
  private static Optional<LocalDate> day(Journals.Journal journal) {
    try {
      int start = KIND.length();
      return Optional.of(LocalDate.parse(journal.kind().substring(start, start + DAY)));
    } catch (DateTimeException | IndexOutOfBoundsException foreign) {
      return Optional.empty();
    }
  }

  private void merge(YearMonth at, List<String> names) throws IOException {
    Month before = month(at);
    SortedMap<UsageKey, UsageCounts> counts = new TreeMap<>(before.counts());
    Set<String> merged = new HashSet<>(before.merged());
    merged.removeIf(name -> !work.exists(WorkArea.USAGE, name));
    for (String name : names) {
      if (merged.add(name)) {
        byte[] file =
            work.read(WorkArea.USAGE, name)
                .orElseThrow(() -> new IOException("a journal cannot be read: " + name));
        UsageLines.read(file, counts);
      }
    }
    StringBuilder text = new StringBuilder();
    merged.stream().sorted().forEach(name -> text.append(MERGED).append(name).append('\n'));
    text.append(UsageLines.write(counts));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (!work.write(WorkArea.USAGE, at + ENDING, bytes)) {
      throw new IOException("the work folder takes no more; see NAMEPLATE_WORK_BYTES");
    }
    names.forEach(name -> work.delete(WorkArea.USAGE, name));
  }

  /** A file of a month: its sums, and the journals that are in them and may still exist. */
  private record Month(SortedMap<UsageKey, UsageCounts> counts, Set<String> merged) {}

  private Month month(YearMonth at) {
    SortedMap<UsageKey, UsageCounts> counts = new TreeMap<>();
    Set<String> merged = new HashSet<>();
    work.read(WorkArea.USAGE, at + ENDING)
        .ifPresent(
            file -> {
              UsageLines.read(file, counts);
              new String(file, StandardCharsets.UTF_8)
                  .lines()
                  .takeWhile(line -> line.startsWith(MERGED))
                  .forEach(line -> merged.add(line.substring(MERGED.length())));
            });
    return new Month(counts, merged);
  }
}
