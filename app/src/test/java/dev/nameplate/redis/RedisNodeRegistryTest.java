package dev.nameplate.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.fleet.NodeRegistry;
import dev.nameplate.fleet.NodeRegistryContract;
import dev.nameplate.fleet.NodeStatus;
import dev.nameplate.fleet.NodeStatus.BreakerState;
import dev.nameplate.support.RedisServer;
import dev.nameplate.support.RequiresTools;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes that tell each other of themselves through a real Redis. */
@RequiresTools("redis-server")
final class RedisNodeRegistryTest extends NodeRegistryContract {
  private final AtomicLong nanos = new AtomicLong();

  @SuppressWarnings("NullAway.Init") // JUnit calls what sets it.
  private TestLink redis;

  @BeforeEach
  void start() {
    redis = new TestLink();
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  @Override
  protected NodeRegistry registry(NodeStatus self) {
    return shared(self);
  }

  private RedisNodeRegistry shared(NodeStatus self) {
    return new RedisNodeRegistry(redis.link, () -> self, nanos::get);
  }

  private static List<String> ids(NodeRegistry registry) {
    return registry.nodes().stream().map(NodeStatus::id).toList();
  }

  @Test
  void nodes_knowEachOther_theOwnFirst() {
    NodeStatus a = node("a-1", Map.of("redis", BreakerState.HALF_OPEN), false);
    RedisNodeRegistry one = shared(a);
    RedisNodeRegistry other = shared(node("b-2", Map.of(), true));
    RedisNodeRegistry third = shared(node("c-3", Map.of(), false));
    one.tell();
    third.tell();
    other.tell();
    RedisServer.await("b knows all", () -> ids(other).equals(List.of("b-2", "a-1", "c-3")));
    assertThat(other.nodes().get(1)).as("every number").isEqualTo(a);
    assertThat(other.isShared()).isTrue();
    one.tell();
    RedisServer.await("a knows all", () -> ids(one).equals(List.of("a-1", "b-2", "c-3")));
    assertThat(one.nodes().get(1).life().draining()).isTrue();
  }

  @Test
  void nodeThatIsSilent_isForgotten_byRedisItself() {
    RedisNodeRegistry one = shared(node("a-1", Map.of(), false));
    one.tell();
    RedisServer.await("it is told", () -> redis.server.send("EXISTS", "np:node:a-1").contains("1"));
    String left = redis.server.send("PTTL", "np:node:a-1");
    assertThat(Long.parseLong(left.strip().substring(1))).isBetween(1L, 5000L);
    assertThat(redis.server.send("PEXPIRE", "np:node:a-1", "1")).contains("1");
    RedisServer.await("it is gone", () -> redis.server.send("EXISTS", "np:node:a-1").contains("0"));
    RedisNodeRegistry other = shared(node("b-2", Map.of(), false));
    other.tell();
    RedisServer.await("b is told", () -> redis.server.send("EXISTS", "np:node:b-2").contains("1"));
    assertThat(ids(other)).containsExactly("b-2");
  }

  @Test
  void redisThatIsGone_leavesThisNodeAlone_afterFiveSeconds() {
    RedisNodeRegistry one = shared(node("a-1", Map.of(), false));
    RedisNodeRegistry other = shared(node("b-2", Map.of(), false));
    one.tell();
    RedisServer.await("it is told", () -> redis.server.send("EXISTS", "np:node:a-1").contains("1"));
    other.tell();
    RedisServer.await("b knows a", () -> ids(other).size() == 2);
    redis.server.kill();
    other.tell();
    nanos.addAndGet(Duration.ofMillis(4999).toNanos());
    assertThat(ids(other)).containsExactly("b-2", "a-1");
    nanos.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(ids(other)).containsExactly("b-2");
  }

  @Test
  void whatAnotherBuildTold_isLeftOut() {
    redis.server.send("SET", "np:node:x-1", "\u0007other");
    redis.server.send("ZADD", "np:node-ids", "9999999999999", "x-1");
    RedisNodeRegistry one = shared(node("a-1", Map.of(), false));
    one.tell();
    RedisServer.await("it is told", () -> redis.server.send("EXISTS", "np:node:a-1").contains("1"));
    assertThat(ids(one)).containsExactly("a-1");
  }
}
