package dev.nameplate.redis;

import io.lettuce.core.ScriptOutputType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Which nodes share the Redis: each reports once a second, and one that has not for ten seconds is
 * forgotten. Also notices that Redis was emptied. While Redis is down, what was seen last holds.
 */
final class NodeCount {
  private static final long FORGET_MILLIS = 10_000;
  private static final String NODES = "np:nodes";
  private static final String EPOCH = "np:epoch";

  /** Time is that of Redis, so the clocks of nodes need not agree. */
  static final RedisScript REPORT =
      RedisScript.of(
          """
          local time = redis.call('TIME')
          local now = time[1] * 1000 + math.floor(time[2] / 1000)
          redis.call('ZADD', KEYS[1], now, ARGV[1])
          redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
          local epoch = redis.call('GET', KEYS[2])
          if not epoch then
            epoch = ARGV[3]
            redis.call('SET', KEYS[2], epoch)
          end
          return {redis.call('ZCARD', KEYS[1]), epoch}
          """,
          ScriptOutputType.MULTI);

  private final RedisLink link;
  private final LongSupplier nanos;
  private final Runnable emptied;
  private final String node = UUID.randomUUID().toString();
  private volatile int nodes = 1;

  // What follows is that of the last report, and guarded by this.
  private String epoch = "";
  private long lowerSince = Long.MIN_VALUE;

  /**
   * @param nanos a monotonic clock in nanoseconds
   * @param emptied called after the first report, and after each at which Redis had lost all
   */
  NodeCount(RedisLink link, LongSupplier nanos, Runnable emptied) {
    this.link = link;
    this.nanos = nanos;
    this.emptied = emptied;
  }

  /** How many nodes were seen last, this one included; at least 1. */
  int nodes() {
    return nodes;
  }

  /** Reports this node; returns at once. */
  void report() {
    var unused =
        link.<List<Object>>post(
                redis ->
                    REPORT.run(
                        redis,
                        List.of(NODES, EPOCH),
                        bytes(node),
                        RedisScript.number(FORGET_MILLIS),
                        bytes(UUID.randomUUID().toString())))
            .thenAccept(answer -> seen((Long) answer.get(0), text(answer.get(1))));
  }

  /**
   * After Redis was emptied the others report one by one, so fewer nodes than before are believed
   * only after a while.
   */
  private void seen(long count, String found) {
    boolean fresh;
    synchronized (this) {
      fresh = !found.equals(epoch);
      epoch = found;
      long now = nanos.getAsLong();
      if (count >= nodes) {
        lowerSince = Long.MIN_VALUE;
        nodes = Math.toIntExact(count);
      } else if (lowerSince == Long.MIN_VALUE) {
        lowerSince = now;
      } else if (now - lowerSince > TimeUnit.MILLISECONDS.toNanos(FORGET_MILLIS)) {
        lowerSince = Long.MIN_VALUE;
        nodes = Math.toIntExact(Math.max(1, count));
      }
    }
    if (fresh) {
      emptied.run();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Object bytes) {
    return new String((byte[]) Objects.requireNonNull(bytes), StandardCharsets.UTF_8);
  }
}
