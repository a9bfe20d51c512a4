package dev.nameplate.redis;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.ZAddArgs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/**
 * Values in Redis that can be made again, each with an end. In a Redis that holds other things too
 * they stay within a number of bytes: the ones that were not used for the longest time are deleted
 * first. Safe for many threads; never blocks.
 */
final class RedisCache {
  /** The longest value that is kept: a larger one would hold up what waits behind it. */
  static final int MAX_VALUE = 8 << 20;

  private static final String PREFIX = "np:c:";
  private static final String USES = "np:cache:uses";
  private static final String SIZES = "np:cache:sizes";

  /** Estimated bytes of an entry besides its value, its place in both indexes included. */
  private static final int OVERHEAD = 400;

  /**
   * Stores a value, and deletes others until all fit. Of the entries that have expired a few are
   * taken out of the indexes with each call.
   */
  static final RedisScript PUT =
      RedisScript.of(
          """
          if ARGV[3] == '1' and redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
          local total = tonumber(redis.call('HGET', KEYS[3], 'total') or '0')
          local function drop(id)
            total = total - tonumber(redis.call('HGET', KEYS[3], id) or '0')
            redis.call('HDEL', KEYS[3], id)
            redis.call('ZREM', KEYS[2], id)
          end
          drop(ARGV[4])
          for _, id in ipairs(redis.call('ZRANDMEMBER', KEYS[2], 4)) do
            if redis.call('EXISTS', ARGV[6] .. id) == 0 then drop(id) end
          end
          local size = #ARGV[1] + tonumber(ARGV[7])
          while total + size > tonumber(ARGV[5]) do
            local oldest = redis.call('ZRANGE', KEYS[2], 0, 0)
            if #oldest == 0 then total = 0 break end
            redis.call('DEL', ARGV[6] .. oldest[1])
            drop(oldest[1])
          end
          redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
          redis.call('HSET', KEYS[3], ARGV[4], size, 'total', total + size)
          redis.call('ZADD', KEYS[2], ARGV[8], ARGV[4])
          return 1
          """,
          ScriptOutputType.INTEGER);

  private final RedisLink link;
  private final OptionalLong maxBytes;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /**
   * @param maxBytes how much all values may take together; empty where Redis itself sees to that
   */
  RedisCache(RedisLink link, OptionalLong maxBytes) {
    this.link = link;
    this.maxBytes = maxBytes;
  }

  /**
   * Looks a value up.
   *
   * @param id without a recipient's data: a digest
   * @return fails where Redis is slow or down
   */
  CompletableFuture<Optional<byte[]>> get(String id) {
    return link.ask(redis -> redis.get(PREFIX + id))
        .thenApply(
            value -> {
              Optional<byte[]> found = Optional.ofNullable(value);
              (found.isPresent() ? hits : misses).increment();
              if (found.isPresent() && maxBytes.isPresent()) {
                used(id);
              }
              return found;
            });
  }

  private void used(String id) {
    var unused =
        link.post(
            redis ->
                redis.zadd(
                    USES,
                    ZAddArgs.Builder.xx(),
                    (double) System.currentTimeMillis(),
                    id.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Stores a value.
   *
   * @param keep after which it is gone; zero or less removes it
   * @param onlyIfAbsent whether an earlier value stays
   * @return completes when it is stored or refused for lack of space; fails where Redis is slow or
   *     down
   */
  CompletableFuture<Boolean> put(String id, byte[] value, Duration keep, boolean onlyIfAbsent) {
    if (keep.toMillis() <= 0) {
      return link.post(redis -> redis.del(PREFIX + id)).thenApply(deleted -> false);
    }
    if (!fits(value.length)) {
      return CompletableFuture.completedFuture(false);
    }
    return maxBytes.isPresent()
        ? budgeted(id, value, keep, onlyIfAbsent)
        : link.post(
                redis -> {
                  SetArgs arguments = SetArgs.Builder.px(keep.toMillis());
                  return redis.set(PREFIX + id, value, onlyIfAbsent ? arguments.nx() : arguments);
                })
            .thenApply("OK"::equals);
  }

  /** Whether a value is short enough to be kept. */
  boolean fits(long length) {
    return length <= MAX_VALUE && length + OVERHEAD <= maxBytes.orElse(Long.MAX_VALUE);
  }

  private CompletableFuture<Boolean> budgeted(
      String id, byte[] value, Duration keep, boolean onlyIfAbsent) {
    return link.<Long>post(
            redis ->
                PUT.run(
                    redis,
                    List.of(PREFIX + id, USES, SIZES),
                    value,
                    RedisScript.number(keep.toMillis()),
                    RedisScript.number(onlyIfAbsent ? 1 : 0),
                    id.getBytes(StandardCharsets.UTF_8),
                    RedisScript.number(maxBytes.orElseThrow()),
                    PREFIX.getBytes(StandardCharsets.UTF_8),
                    RedisScript.number(OVERHEAD),
                    RedisScript.number(System.currentTimeMillis())))
        .thenApply(stored -> stored == 1);
  }

  /** How many look-ups found a value. */
  long hits() {
    return hits.sum();
  }

  /** How many look-ups found none. */
  long misses() {
    return misses.sum();
  }
}
