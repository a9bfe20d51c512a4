package dev.nameplate.redis;

import dev.nameplate.access.ratelimit.RateLimits;
import dev.nameplate.access.ratelimit.RateSettings;
import dev.nameplate.access.token.RevokedTokens;
import dev.nameplate.batch.share.JobBoard;
import dev.nameplate.fleet.NodeRegistry;
import dev.nameplate.fleet.NodeStatus;
import dev.nameplate.pipeline.background.SharedStrips;
import dev.nameplate.store.ResultStore;
import dev.nameplate.usage.UsageStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What this node shares with others through Redis. It works from the start, whether Redis is there
 * or not: each part says what it does without. Safe for many threads. This type names none of the
 * Redis client, whose classes are loaded by {@link #open} alone.
 */
public interface Fleet extends AutoCloseable {
  /**
   * Begins to connect; returns at once.
   *
   * @param settings with a Redis
   * @param secret names what is counted of clients; 32 bytes, empty where there are no keys
   * @param clock tells the day
   * @return what the caller closes
   * @throws IllegalArgumentException where a URI is none that Lettuce reads
   */
  static Fleet open(RedisSettings settings, Optional<byte[]> secret, InstantSource clock) {
    return new RedisFleet(settings, secret, clock);
  }

  /** Returns the store of finished pictures that all nodes of one build share. */
  ResultStore results();

  /** Returns the encoded strips of backgrounds that all nodes of one build share. */
  SharedStrips strips();

  /**
   * Returns rate limits that all nodes share.
   *
   * @param name what is limited; the same on all nodes
   * @param settings the limits
   * @param divided what happens while Redis is slow or down: each node has its share of each limit,
   *     by how many nodes were seen last, or else the whole of it
   */
  RateLimits rates(String name, RateSettings settings, boolean divided);

  /**
   * Returns a store of the counts of all nodes.
   *
   * @param own keeps the counts of this node, and is called by nobody else from now on
   * @param node a name for what {@code own} keeps, the same after a restart
   */
  UsageStore usage(UsageStore own, String node);

  /**
   * Returns the revoked tokens of all nodes.
   *
   * @param listed the ids in this node's file; called often
   */
  RevokedTokens revoked(Supplier<Set<String>> listed);

  /**
   * Returns the nodes that tell each other of themselves through Redis; of this one from {@link
   * #start} on.
   *
   * @param self this node as it is now; does not block. The circuit breakers around Redis are added
   */
  NodeRegistry registry(Supplier<NodeStatus> self);

  /** Returns the board of the jobs that all nodes work on; empty where each node has its own. */
  Optional<JobBoard> jobs();

  /** Begins to tell the other nodes of this one, which answers requests from now on. */
  void start();

  /** Returns how many nodes were seen last, this one included; at least 1. */
  int nodes();

  /** Returns the numbers for this node's metrics. */
  List<FleetReading> readings();

  /** Ends the connections, within some seconds. */
  @Override
  void close();
}
