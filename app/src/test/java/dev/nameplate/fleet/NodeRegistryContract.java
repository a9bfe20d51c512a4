package dev.nameplate.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.fleet.NodeStatus.BreakerState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every registry of nodes does, whatever it knows of others. */
public abstract class NodeRegistryContract {
  protected static final Instant START = Instant.parse("2026-11-30T03:00:00Z");

  /**
   * A registry that has just been made.
   *
   * @param self what it tells of its own node
   */
  protected abstract NodeRegistry registry(NodeStatus self);

  /** A node that started an hour ago, and has drawn one picture and found three. */
  public static NodeStatus node(String id, Map<String, BreakerState> breakers, boolean draining) {
    return new NodeStatus(
        id,
        new NodeStatus.Versions("e1", "t1"),
        new NodeStatus.Machine(2, 240L << 20),
        new NodeStatus.Work(1, 2, 5, 1, 3),
        breakers,
        new NodeStatus.Life(START, START.plus(Duration.ofHours(1)), draining));
  }

  @Test
  void ownNode_comesFirst_fromTheStart() {
    NodeStatus self = node("a-1", Map.of("redis", BreakerState.OPEN), false);
    assertThat(registry(self).nodes()).first().isEqualTo(self);
  }

  @Test
  void nodes_haveDifferentIds() {
    assertThat(registry(node("a-1", Map.of(), true)).nodes())
        .extracting(NodeStatus::id)
        .doesNotHaveDuplicates();
  }
}
