package dev.nameplate.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.RequiresTools;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Revoked tokens of several nodes. */
@RequiresTools("redis-server")
final class RedisRevokedTokensTest {
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

  @Test
  void idInTheFileOfOneNode_isRevokedOnAll() {
    AtomicReference<Set<String>> file = new AtomicReference<>(Set.of("a"));
    RedisRevokedTokens one = new RedisRevokedTokens(redis.link, file::get);
    RedisRevokedTokens other = new RedisRevokedTokens(redis.link, Set::of);
    assertThat(one.isRevoked("a")).as("at once").isTrue();
    one.refresh().join();
    other.refresh().join();
    assertThat(other.isRevoked("a")).isTrue();
    assertThat(other.isRevoked("b")).isFalse();
    file.set(Set.of("a", "b"));
    one.refresh().join();
    other.refresh().join();
    assertThat(other.isRevoked("b")).isTrue();
  }

  @Test
  void operator_addsAndTakesAway() {
    RedisRevokedTokens node = new RedisRevokedTokens(redis.link, Set::of);
    redis.server.send("SADD", RedisRevokedTokens.KEY, "x", "y");
    node.refresh().join();
    assertThat(node.isRevoked("x") && node.isRevoked("y")).isTrue();
    redis.server.send("SREM", RedisRevokedTokens.KEY, "x");
    node.refresh().join();
    assertThat(node.isRevoked("x")).isFalse();
    assertThat(node.isRevoked("y")).isTrue();
  }

  @Test
  void redisThatWasEmptied_getsThemBack() {
    RedisRevokedTokens node = new RedisRevokedTokens(redis.link, () -> Set.of("a"));
    node.refresh().join();
    redis.server.send("SADD", RedisRevokedTokens.KEY, "x");
    node.refresh().join();
    redis.server.send("FLUSHALL");
    node.refresh().join();
    assertThat(node.isRevoked("x")).isTrue();
    RedisRevokedTokens fresh = new RedisRevokedTokens(redis.link, Set::of);
    fresh.refresh().join();
    assertThat(fresh.isRevoked("x") && fresh.isRevoked("a")).isTrue();
  }

  @Test
  void redisThatIsDown_changesNothing() {
    RedisRevokedTokens node = new RedisRevokedTokens(redis.link, () -> Set.of("a"));
    redis.server.send("SADD", RedisRevokedTokens.KEY, "x");
    node.refresh().join();
    redis.server.kill();
    assertThat(node.refresh()).failsWithin(java.time.Duration.ofSeconds(5));
    assertThat(node.isRevoked("x") && node.isRevoked("a")).isTrue();
  }
}
