package dev.nameplate.usage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.LongSupplier;

/**
 * How many URLs each subject has had made in the month: what the store knew when it was last read,
 * and what this process has counted since. A quota is kept to exactly by one process; the URLs of
 * others become known when the store is read again. Safe for many threads.
 */
final class MonthlyUrls {
  /** How long a URL is known, so that making it again does not count. */
  private static final Duration KNOWN = Duration.ofHours(24);

  private static final int MOST_KNOWN = 100_000;

  private final Cache<String, Boolean> known;
  private final Map<String, Long> stored = new HashMap<>();
  private final Map<String, Long> since = new HashMap<>();
  private YearMonth month = YearMonth.of(1970, 1);

  /**
   * @param nanos a monotonic clock in nanoseconds
   */
  MonthlyUrls(LongSupplier nanos) {
    Ticker ticker = nanos::getAsLong;
    known =
        Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(KNOWN)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /**
   * Takes URLs from a quota, unless they are known or the quota is used up.
   *
   * @param id of what was made
   * @param made how many URLs; they may exceed what is left of the quota, not what is left when
   *     nothing is
   * @param counted is run where they count
   */
  synchronized QuotaState take(
      UrlMaker maker, String id, long made, YearMonth now, Runnable counted) {
    turn(now);
    String key = maker.subject() + '\n' + id;
    boolean repeated = known.getIfPresent(key) != null;
    if (!repeated && isUsedUp(maker)) {
      return state(maker, false);
    }
    if (!repeated) {
      known.put(key, true);
      since.merge(maker.subject(), made, Long::sum);
      counted.run();
    }
    return state(maker, true);
  }

  /** How much of a quota is used; not granted where nothing is left. */
  synchronized QuotaState state(UrlMaker maker, YearMonth now) {
    turn(now);
    return state(maker, !isUsedUp(maker));
  }

  private QuotaState state(UrlMaker maker, boolean granted) {
    return new QuotaState(granted, used(maker.subject()), maker.quota(), month);
  }

  private boolean isUsedUp(UrlMaker maker) {
    return maker.quota().isPresent() && used(maker.subject()) >= maker.quota().getAsLong();
  }

  private long used(String subject) {
    return stored.getOrDefault(subject, 0L) + since.getOrDefault(subject, 0L);
  }

  /** Begins a month, of which nothing is known yet. */
  private void turn(YearMonth now) {
    if (!now.equals(month)) {
      month = now;
      stored.clear();
      since.clear();
    }
  }

  /** What this process has counted since the store was last read, by subject; a copy. */
  synchronized Map<String, Long> unread() {
    return new HashMap<>(since);
  }

  /**
   * Takes over what the store has.
   *
   * @param written what {@link #unread} was before it was written to the store
   */
  synchronized void read(
      YearMonth of, SortedMap<UsageKey, UsageCounts> counts, Map<String, Long> written) {
    if (of.isAfter(month)) {
      turn(of);
    }
    if (!of.equals(month)) {
      return;
    }
    stored.clear();
    counts.forEach((key, count) -> stored.merge(key.subject(), count.urls(), Long::sum));
    written.forEach((subject, urls) -> since.computeIfPresent(subject, (s, all) -> all - urls));
    since.values().removeIf(left -> left == 0);
  }
}
