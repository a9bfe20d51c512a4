package dev.nameplate.redis;

import dev.nameplate.support.RedisServer;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;

/** A real Redis with a link to it that is up. */
final class TestLink implements AutoCloseable {
  /** As in service, but tried again sooner, and patient with a machine that is busy. */
  static final RedisTiming TIMING =
      new RedisTiming(
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMillis(100),
          Duration.ofMillis(20));

  final RedisServer server;
  final RedisLink link;
  private final ClientResources resources =
      DefaultClientResources.builder()
          .ioThreadPoolSize(2)
          .computationThreadPoolSize(2)
          .reconnectDelay(Delay.constant(Duration.ofMillis(50)))
          .build();

  TestLink(String... options) {
    server = new RedisServer(options);
    link = another();
    up(link);
  }

  /** Another link to the same Redis, not up yet. */
  RedisLink another() {
    return new RedisLink(
        "test",
        server.uri(),
        TIMING,
        resources,
        List.of(RedisCache.PUT, NodeCount.REPORT, RedisNodeRegistry.TELL));
  }

  /** Waits until a link is up. */
  static void up(RedisLink link) {
    RedisServer.await(
        "the link is up",
        () -> {
          link.probe();
          return link.isUp();
        });
  }

  @Override
  public void close() {
    link.close();
    server.close();
    var unused = resources.shutdown(0, 1, java.util.concurrent.TimeUnit.SECONDS);
  }
}
