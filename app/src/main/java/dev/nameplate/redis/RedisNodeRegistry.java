package dev.nameplate.redis;

import dev.nameplate.fleet.NodeRegistry;
import dev.nameplate.fleet.NodeStatus;
import io.lettuce.core.ScriptOutputType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The nodes that tell of themselves through Redis: each once a second, under a key that expires.
 * What was read last is known for as long as such a key lasts; then this node is known alone.
 */
final class RedisNodeRegistry implements NodeRegistry {
  /** How long a node is known after it told of itself last. */
  private static final long FORGET_MILLIS = 5_000;

  private static final String PREFIX = "np:node:";
  private static final String IDS = "np:node-ids";

  /** Time is that of Redis, so the clocks of nodes need not agree. */
  static final RedisScript TELL =
      RedisScript.of(
          """
          local time = redis.call('TIME')
          local now = time[1] * 1000 + math.floor(time[2] / 1000)
          redis.call('SET', ARGV[3] .. ARGV[1], ARGV[2], 'PX', ARGV[4])
          redis.call('ZADD', KEYS[1], now, ARGV[1])
          redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[4])
          local told = {}
          for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
            local node = id ~= ARGV[1] and redis.call('GET', ARGV[3] .. id)
            if node then told[#told + 1] = node end
          end
          return told
          """,
          ScriptOutputType.MULTI);

  private final RedisLink link;
  private final Supplier<NodeStatus> self;
  private final LongSupplier nanos;
  private volatile Seen seen;

  /** The other nodes as they were read at an instant. */
  private record Seen(List<NodeStatus> others, long nanos) {}

  /**
   * @param self tells of this node as it is now; does not block
   * @param nanos a monotonic clock in nanoseconds
   */
  RedisNodeRegistry(RedisLink link, Supplier<NodeStatus> self, LongSupplier nanos) {
    this.link = link;
    this.self = self;
    this.nanos = nanos;
    this.seen = new Seen(List.of(), nanos.getAsLong());
  }

  /** Tells of this node and reads what others have told; returns at once. */
  void tell() {
    NodeStatus status = self.get();
    var unused =
        link.<List<Object>>post(
                redis ->
                    TELL.run(
                        redis,
                        List.of(IDS),
                        status.id().getBytes(StandardCharsets.UTF_8),
                        NodeStatusBytes.write(status),
                        PREFIX.getBytes(StandardCharsets.US_ASCII),
                        RedisScript.number(FORGET_MILLIS)))
            .thenAccept(this::read);
  }

  private void read(List<Object> told) {
    List<NodeStatus> others = new ArrayList<>();
    told.forEach(node -> NodeStatusBytes.read((byte[]) node).ifPresent(others::add));
    others.sort(Comparator.comparing(NodeStatus::id));
    seen = new Seen(List.copyOf(others), nanos.getAsLong());
  }

  @Override
  public List<NodeStatus> nodes() {
    Seen last = seen;
    List<NodeStatus> nodes = new ArrayList<>();
    nodes.add(self.get());
    if (nanos.getAsLong() - last.nanos() < TimeUnit.MILLISECONDS.toNanos(FORGET_MILLIS)) {
      nodes.addAll(last.others());
    }
    return List.copyOf(nodes);
  }

  @Override
  public boolean isShared() {
    return true;
  }
}
