package dev.nameplate.usage;

import dev.nameplate.util.DaemonThreads;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what is made, and keeps the counts in a store.
 *
 * <p>Whoever counts adds to a {@link UsageCounter}. A thread of its own writes what was added to
 * the store twice a second, at full and half seconds of the clock, so that a day begins where it
 * should and a process that is killed loses less than a second of counts. What cannot be written is
 * tried again. Safe for many threads; no method blocks but {@link #close}.
 */
public final class UsageMeter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(UsageMeter.class);

  private static final long TICK_MILLIS = 500;

  /** After so many ticks the URLs of other processes are read, where a quota needs them. */
  private static final int TICKS_OF_A_READING = 10;

  /** After so many ticks packing is tried again where it failed. */
  private static final int TICKS_OF_A_RETRY = 120;

  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Supplier<UsageStore> opened;
  private final InstantSource clock;
  private final MonthlyUrls monthly;
  private final Map<Subject, UsageCounter> counters = new ConcurrentHashMap<>();
  private final LongAdder made = new LongAdder();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("usage"));
  private volatile CompletableFuture<Boolean> ready = CompletableFuture.completedFuture(true);
  private volatile boolean hasQuotas;

  // What follows is the writer's alone.
  private final Map<Subject, UsageCounts> taken = new HashMap<>();
  private final SortedMap<LocalDate, Map<UsageKey, UsageCounts>> unwritten = new TreeMap<>();
  private Optional<UsageStore> store = Optional.empty();
  private LocalDate day;
  private LocalDate compacted = LocalDate.MIN;
  private int ticks;
  private int compactAfter;
  private boolean failing;

  /** Whose counter it is. */
  private record Subject(String template, String subject) {}

  /**
   * @param store opened by the first thing that needs it, on the writer's thread; it may block
   * @param clock tells the day
   * @param nanos a monotonic clock in nanoseconds, by which URLs that were made are forgotten
   */
  public UsageMeter(Supplier<UsageStore> store, InstantSource clock, LongSupplier nanos) {
    this.opened = store;
    this.clock = clock;
    this.monthly = new MonthlyUrls(nanos);
    this.day = dayOf(clock.instant());
  }

  /** Starts to write. Quotas wait until the store was read for the first time. */
  public void start() {
    CompletableFuture<Boolean> first = new CompletableFuture<>();
    ready = first;
    writer.execute(
        () -> {
          tick(true);
          // Elsewhere, so that no answer is written on this thread.
          var unused = first.completeAsync(() -> true);
          next();
        });
  }

  /**
   * Returns the counter of the pictures of a template, whose URLs do not say who made them.
   *
   * @param template the id
   */
  public UsageCounter pictures(String template) {
    return counter(template, UsageKey.NOBODY);
  }

  /**
   * Returns the counter of a template and a subject, always the same one.
   *
   * @param template the id
   * @param subject of the token; {@link UsageKey#NOBODY} for none
   */
  public UsageCounter counter(String template, String subject) {
    return counters.computeIfAbsent(new Subject(template, subject), absent -> new UsageCounter());
  }

  /**
   * Counts URLs, unless they were counted in the last 24 hours as far as memory knows, or the quota
   * is used up.
   *
   * @param template the id
   * @param id what was made: equal ids are equal URLs
   * @param urls how many, at least 1
   * @return how much of the quota is used then; already complete but for the moments of the start
   */
  public CompletableFuture<QuotaState> take(String template, UrlMaker maker, String id, long urls) {
    return ready.thenApply(
        known -> {
          hasQuotas |= maker.quota().isPresent();
          UsageCounter counter = counter(template, maker.subject());
          return monthly.take(
              maker,
              id,
              urls,
              month(),
              () -> {
                counter.urls(urls);
                made.add(urls);
              });
        });
  }

  /**
   * Returns how much of a quota is used, without counting anything; already complete but for the
   * moments of the start.
   */
  public CompletableFuture<QuotaState> state(UrlMaker maker) {
    return ready.thenApply(
        known -> {
          hasQuotas |= maker.quota().isPresent();
          return monthly.state(maker, month());
        });
  }

  /**
   * Returns the counts of all processes that share the store, those of this one up to now.
   *
   * @param from the first day of UTC
   * @param to the last day, included
   * @return completed on the thread that writes, where nothing else may be done; it fails with
   *     {@link CompletionException} where the store cannot be read
   */
  public CompletableFuture<SortedMap<UsageKey, UsageCounts>> read(LocalDate from, LocalDate to) {
    CompletableFuture<SortedMap<UsageKey, UsageCounts>> result = new CompletableFuture<>();
    try {
      writer.execute(
          () -> {
            try {
              write();
              SortedMap<UsageKey, UsageCounts> counts = new TreeMap<>(store().read(from, to));
              unwritten.values().forEach(left -> add(left, from, to, counts));
              result.complete(counts);
            } catch (IOException | RuntimeException failed) {
              result.completeExceptionally(failed);
            }
          });
    } catch (RejectedExecutionException closed) {
      result.completeExceptionally(closed);
    }
    return result;
  }

  private static void add(
      Map<UsageKey, UsageCounts> left,
      LocalDate from,
      LocalDate to,
      SortedMap<UsageKey, UsageCounts> counts) {
    UsageLines.between(new TreeMap<>(left), from, to)
        .forEach((key, more) -> counts.merge(key, more, UsageCounts::plus));
  }

  /** Returns how many URLs were counted since the start of the process. */
  public long urls() {
    return made.sum();
  }

  /** Writes what is left, within five seconds, and stops. */
  @Override
  public void close() {
    try {
      writer.execute(this::write);
    } catch (RejectedExecutionException closedBefore) {
      return;
    }
    writer.shutdown();
    try {
      boolean unused = writer.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    writer.shutdownNow();
  }

  private void next() {
    long late = Math.floorMod(clock.millis(), TICK_MILLIS);
    try {
      var unused =
          writer.schedule(
              () -> {
                tick(false);
                next();
              },
              TICK_MILLIS - late,
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      return;
    }
  }

  private void tick(boolean first) {
    try {
      Map<String, Long> written = write();
      LocalDate today = dayOf(clock.instant());
      ticks++;
      if (unwritten.isEmpty() && (first || (hasQuotas && ticks % TICKS_OF_A_READING == 0))) {
        YearMonth month = YearMonth.from(today);
        monthly.read(month, store().read(month.atDay(1), month.atEndOfMonth()), written);
      }
      if (!today.equals(compacted) && ticks > compactAfter) {
        compactAfter = ticks + TICKS_OF_A_RETRY;
        store().compact(today);
        compacted = today;
        compactAfter = 0;
      }
      failing &= !unwritten.isEmpty();
    } catch (IOException | RuntimeException failed) {
      report(failed);
    }
  }

  /**
   * Writes what was counted since the last time.
   *
   * @return the URLs of the month that the store has now and had not when it was last read
   */
  private Map<String, Long> write() {
    Map<String, Long> urls = collect();
    try {
      while (!unwritten.isEmpty()) {
        LocalDate first = unwritten.firstKey();
        store().add(Optional.ofNullable(unwritten.get(first)).orElse(Map.of()));
        unwritten.remove(first);
      }
    } catch (IOException | RuntimeException failed) {
      report(failed);
    }
    return urls;
  }

  /** Moves what was counted into the counts of the day in which this interval began. */
  private Map<String, Long> collect() {
    Map<UsageKey, UsageCounts> more = new TreeMap<>();
    Map<String, Long> urls;
    LocalDate began = day;
    synchronized (monthly) { // so that no URL is in one and not in the other
      urls = monthly.unread();
      day = dayOf(clock.instant());
      counters.forEach(
          (subject, counter) -> {
            UsageCounts now = counter.counts();
            UsageCounts grown = now.since(taken.getOrDefault(subject, UsageCounts.ZERO));
            if (!grown.isZero()) {
              taken.put(subject, now);
              more.put(new UsageKey(began, subject.template(), subject.subject()), grown);
            }
          });
    }
    if (!more.isEmpty()) {
      Map<UsageKey, UsageCounts> before = unwritten.computeIfAbsent(began, d -> new TreeMap<>());
      more.forEach((key, count) -> before.merge(key, count, UsageCounts::plus));
    }
    return urls;
  }

  private UsageStore store() {
    if (store.isEmpty()) {
      store = Optional.of(opened.get());
    }
    return store.get();
  }

  private void report(Exception failed) {
    if (!failing) {
      failing = true;
      log.warn(
          "usage counts cannot be kept now and are tried again: {}; see"
              + " app/docs/operations.md#usage",
          failed.toString());
    }
  }

  private YearMonth month() {
    return YearMonth.from(dayOf(clock.instant()));
  }

  private static LocalDate dayOf(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
