package dev.nameplate.redis;

import dev.nameplate.usage.UsageCounts;
import dev.nameplate.usage.UsageKey;
import dev.nameplate.usage.UsageLines;
import dev.nameplate.usage.UsageStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts of this node, kept by a store of its own, beside those of all other nodes. In Redis is a
 * copy of each node's sums by day, so that nothing is lost with Redis, and a sum that is written
 * twice counts once. While Redis is down, what was read of the others last holds.
 */
final class RedisUsageStore implements UsageStore {
  private static final Logger log = LoggerFactory.getLogger(RedisUsageStore.class);
  private static final String NODES = "np:usage:nodes";
  private static final Duration KEEP = Duration.ofDays(800);

  private final RedisLink link;
  private final UsageStore own;
  private final String node;
  private final InstantSource clock;
  private final Set<LocalDate> unpublished = new HashSet<>();
  private final Map<String, SortedMap<UsageKey, UsageCounts>> others = new HashMap<>();
  private boolean wanting = true;

  /**
   * @param own keeps the counts of this node, and is called by nobody else
   * @param node a name for what {@code own} keeps, the same after a restart
   * @param clock tells the day
   */
  RedisUsageStore(RedisLink link, UsageStore own, String node, InstantSource clock) {
    this.link = link;
    this.own = own;
    this.node = node;
    this.clock = clock;
  }

  @Override
  public synchronized void add(Map<UsageKey, UsageCounts> counts) throws IOException {
    own.add(counts);
    counts.keySet().stream().map(UsageKey::day).limit(1).forEach(unpublished::add);
  }

  /** Publishes all days again at the next occasion: Redis may have lost them. */
  synchronized void republish() {
    wanting = true;
  }

  /** Publishes the days that have changed. May block; a failure is tried again. */
  synchronized void publish() {
    try {
      if (wanting && link.isUp()) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        own.read(UsageLines.oldest(today), today).keySet().stream()
            .map(UsageKey::day)
            .forEach(unpublished::add);
        wanting = false;
      }
      for (LocalDate day : List.copyOf(unpublished)) {
        publish(day);
        unpublished.remove(day);
      }
    } catch (IOException down) {
      log.debug("counts of use are published later: {}", down.toString());
    }
  }

  private void publish(LocalDate day) throws IOException {
    byte[] lines = UsageLines.write(own.read(day, day)).getBytes(StandardCharsets.UTF_8);
    String key = key(node, YearMonth.from(day));
    RedisLink.await(link.post(redis -> redis.hset(key, day.toString(), lines)));
    RedisLink.await(link.post(redis -> redis.expire(key, KEEP)));
    RedisLink.await(link.post(redis -> redis.sadd(NODES, node.getBytes(StandardCharsets.UTF_8))));
  }

  private static String key(String node, YearMonth month) {
    return "np:usage:" + node + ":" + month;
  }

  @Override
  public synchronized SortedMap<UsageKey, UsageCounts> read(LocalDate from, LocalDate to)
      throws IOException {
    publish();
    SortedMap<UsageKey, UsageCounts> counts = new TreeMap<>(own.read(from, to));
    if (from.isAfter(to)) {
      return counts;
    }
    YearMonth first = YearMonth.from(latest(from, oldest()));
    for (YearMonth at = first; !at.isAfter(YearMonth.from(to)); at = at.plusMonths(1)) {
      others(at);
    }
    others
        .values()
        .forEach(
            month ->
                UsageLines.between(month, from, to)
                    .forEach((key, more) -> counts.merge(key, more, UsageCounts::plus)));
    return counts;
  }

  private LocalDate oldest() {
    return UsageLines.oldest(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** Reads a month of the other nodes; where Redis is down, what was read last stays. */
  private void others(YearMonth month) {
    try {
      for (byte[] member : RedisLink.await(link.post(redis -> redis.smembers(NODES)))) {
        String other = new String(member, StandardCharsets.UTF_8);
        if (!other.equals(node)) {
          SortedMap<UsageKey, UsageCounts> read = new TreeMap<>();
          String key = key(other, month);
          for (byte[] lines : RedisLink.await(link.post(redis -> redis.hvals(key)))) {
            UsageLines.read(lines, read);
          }
          if (!read.isEmpty()) {
            others.put(key, read);
          }
        }
      }
    } catch (IOException down) {
      log.debug("counts of other nodes are as they were read last: {}", down.toString());
    }
  }

  @Override
  public synchronized void compact(LocalDate today) throws IOException {
    own.compact(today);
    others
        .values()
        .forEach(
            month -> month.keySet().removeIf(key -> key.day().isBefore(UsageLines.oldest(today))));
  }
}
