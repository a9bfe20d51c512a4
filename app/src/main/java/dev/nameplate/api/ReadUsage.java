package dev.nameplate.api;

import dev.nameplate.access.token.Scope;
import dev.nameplate.usage.QuotaState;
import dev.nameplate.usage.UsageCounts;
import dev.nameplate.usage.UsageKey;
import dev.nameplate.usage.UsageMeter;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Tells what was made, of the templates that a caller may use. */
public final class ReadUsage {
  /** How many days an answer may be about. */
  public static final int MOST_DAYS = 92;

  /** How many counts an answer may have. */
  public static final int MOST_COUNTS = 100_000;

  private static final List<String> KNOWN = List.of("from", "to");

  private final UsageMeter meter;
  private final CountedUrls urls;
  private final InstantSource clock;

  /**
   * @param clock tells which day it is
   */
  public ReadUsage(UsageMeter meter, CountedUrls urls, InstantSource clock) {
    this.meter = meter;
    this.urls = urls;
    this.clock = clock;
  }

  /**
   * Returns the counts of some days, those of every subject.
   *
   * @param query values by parameter: {@code from} and {@code to}, days of UTC, both included; this
   *     month up to today where they are absent
   * @param onward runs what follows the reading, which is none of the meter's thread
   * @return the counts; fails with an {@link ApiException} where the caller may not read them, or
   *     the query asks for no days, for more than {@value #MOST_DAYS}, or for more than {@value
   *     #MOST_COUNTS} counts
   */
  public CompletableFuture<UsageReport> run(
      Map<String, List<String>> query, Caller caller, Executor onward) {
    try {
      caller.require(Scope.USAGE);
      List<ApiFault> faults = new ArrayList<>();
      query.keySet().stream()
          .filter(name -> !KNOWN.contains(name))
          .forEach(name -> faults.add(unknown(name)));
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      LocalDate to = day("to", query, faults).orElse(today);
      LocalDate from = day("from", query, faults).orElse(to.withDayOfMonth(1));
      if (faults.isEmpty() && from.isAfter(to)) {
        faults.add(invalid("?from", "a day that is not after the last one, ?to"));
      } else if (faults.isEmpty() && ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
        faults.add(invalid("?from", "at most " + MOST_DAYS + " days up to the last one, ?to"));
      }
      if (!faults.isEmpty()) {
        throw new ApiException(faults, Optional.empty());
      }
      return meter
          .read(from, to)
          .thenComposeAsync(counts -> report(from, to, counts, caller), onward);
    } catch (ApiException wrong) {
      return CompletableFuture.failedFuture(wrong);
    }
  }

  private CompletableFuture<UsageReport> report(
      LocalDate from, LocalDate to, SortedMap<UsageKey, UsageCounts> counts, Caller caller) {
    counts.keySet().removeIf(key -> !caller.mayUse(key.template()));
    if (counts.size() > MOST_COUNTS) {
      throw new ApiException(
          List.of(invalid("?from", "fewer days: these have more than " + MOST_COUNTS + " counts")),
          Optional.empty());
    }
    Optional<CompletableFuture<QuotaState>> quota = urls.quota(caller);
    return quota.isEmpty()
        ? CompletableFuture.completedFuture(new UsageReport(from, to, counts, Optional.empty()))
        : quota.get().thenApply(state -> new UsageReport(from, to, counts, Optional.of(state)));
  }

  private static Optional<LocalDate> day(
      String name, Map<String, List<String>> query, List<ApiFault> faults) {
    List<String> values = query.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (values.size() == 1 && values.get(0).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        return Optional.of(LocalDate.parse(values.get(0)));
      }
    } catch (DateTimeException noDay) {
      // Reported below, as is a text of another form.
    }
    faults.add(invalid("?" + name, "one day of UTC, " + name + "=2026-11-30"));
    return Optional.empty();
  }

  private static ApiFault unknown(String name) {
    return new ApiFault(
        "?" + name,
        ErrorCode.UNSUPPORTED_PROPERTY,
        "allowed: " + String.join(", ", KNOWN),
        NearestName.of(name, KNOWN));
  }

  private static ApiFault invalid(String path, String allowed) {
    return ApiFault.of(path, ErrorCode.INVALID_VALUE, "allowed: " + allowed);
  }
}
