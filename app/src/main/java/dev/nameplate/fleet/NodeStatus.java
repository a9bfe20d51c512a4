package dev.nameplate.fleet;

import java.time.Instant;
import java.util.Map;

/**
 * What a node tells of itself at an instant. Counts, digests and names that operators or authors
 * chose; never a value of a recipient.
 *
 * @param id of the process: its host's name and a few random letters, so that a restart is another
 *     node; at most 80 characters of {@code [A-Za-z0-9._-]}
 * @param versions what it draws with
 * @param machine what it runs on
 * @param work how busy it is, and what it has answered since its start
 * @param breakers the state of each circuit breaker by what it protects, {@code redis} or an entry
 *     of a template's list of hosts; at most {@value #MOST_BREAKERS}
 * @param life when it started and was seen, and whether it takes requests
 */
public record NodeStatus(
    String id,
    Versions versions,
    Machine machine,
    Work work,
    Map<String, BreakerState> breakers,
    Life life) {
  /** How many circuit breakers a status names at most. */
  public static final int MOST_BREAKERS = 50;

  /**
   * @throws IllegalArgumentException where the id is too long or holds other characters, or there
   *     are too many breakers
   */
  public NodeStatus {
    if (!id.matches("[A-Za-z0-9._-]{1,80}")) {
      throw new IllegalArgumentException("a node's id is 1 to 80 of [A-Za-z0-9._-]: " + id);
    }
    if (breakers.size() > MOST_BREAKERS) {
      throw new IllegalArgumentException(
          "a node tells of " + MOST_BREAKERS + " breakers at most, not " + breakers.size());
    }
    breakers = Map.copyOf(breakers);
  }

  /**
   * What a node draws with. Nodes draw the same pictures exactly where both are equal.
   *
   * @param engine the first characters of a digest over program, fonts and Java
   * @param templates the first characters of a digest over the templates that it serves
   */
  public record Versions(String engine, String templates) {}

  /**
   * What a node runs on, as its control group lets it.
   *
   * @param cores processors, rounded up; at least 1
   * @param heapBytes the most that its heap may take
   */
  public record Machine(int cores, long heapBytes) {}

  /**
   * How busy a node is, and what it has answered since its start.
   *
   * @param drawing pictures that are being drawn
   * @param permits how many may be drawn at a time
   * @param queued pictures that wait
   * @param drawn pictures drawn for requests
   * @param hits answers from a cache, 304s among them
   */
  public record Work(int drawing, int permits, int queued, long drawn, long hits) {
    /** Returns the share of answers that needed no drawing, 0 to 1; 0 before the first answer. */
    public double hitRate() {
      return drawn + hits == 0 ? 0 : (double) hits / (drawn + hits);
    }
  }

  /**
   * When a node started and was seen.
   *
   * @param started when its process was ready to answer
   * @param seen when it told this
   * @param draining whether it takes no more new connections, since it is about to stop
   */
  public record Life(Instant started, Instant seen, boolean draining) {}

  /** The state of a circuit breaker. */
  public enum BreakerState {
    /** Calls are made. */
    CLOSED,
    /** Calls are not made, since too many have failed. */
    OPEN,
    /** A few calls are made to see whether they succeed again. */
    HALF_OPEN
  }
}
