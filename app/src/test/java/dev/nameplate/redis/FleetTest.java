package dev.nameplate.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.PreparedWork;
import dev.nameplate.support.RedisServer;
import dev.nameplate.support.RequiresTools;
import dev.nameplate.support.Waiting;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes and a Redis, and each line of the table in {@code app/docs/redis.md}: Redis is stopped,
 * killed, emptied and filled while pictures are asked for.
 */
@RequiresTools("redis-server")
final class FleetTest {
  private static final String CANARY = "Quetzalxyw";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit calls what sets it.
  private static RedisServer redis;

  @SuppressWarnings("NullAway.Init") // JUnit calls what sets it.
  private static FleetNode one;

  @SuppressWarnings("NullAway.Init") // JUnit calls what sets it.
  private static FleetNode other;

  private static final AtomicInteger NAMES = new AtomicInteger();

  @BeforeAll
  static void start() {
    redis = new RedisServer();
    one = new FleetNode(redis, PreparedWork.in(folder.resolve("one")));
    other = new FleetNode(redis, PreparedWork.in(folder.resolve("other")));
  }

  @AfterAll
  static void stop() {
    other.close();
    one.close();
    redis.close();
  }

  @BeforeEach
  void together() {
    RedisServer.await("both nodes are there", () -> one.breaker() == 0 && other.breaker() == 0);
  }

  /** A name that no test of this class has asked for before. */
  private static String name() {
    StringBuilder letters = new StringBuilder();
    int rest = NAMES.getAndIncrement();
    for (int i = 0; i < 4; i++, rest /= 26) {
      letters.append((char) ('a' + rest % 26));
    }
    return "Maria+" + letters;
  }

  private static void awaitShared(HttpResponse<byte[]> picture) {
    String key = picture.headers().firstValue("ETag").orElseThrow().replaceAll("^W/\"|\"$", "");
    RedisServer.await(
        "the picture is in Redis", () -> redis.send("EXISTS", "np:c:" + key).startsWith(":1"));
  }

  @Test
  void picture_thatOneNodeHasDrawn_noOtherDraws() {
    for (int i = 0; i < 10; i++) {
      FleetNode first = i % 2 == 0 ? one : other;
      FleetNode second = i % 2 == 0 ? other : one;
      String name = name();
      HttpResponse<byte[]> drawn = first.picture(name);
      awaitShared(drawn);
      long before = second.application.images().renders();
      double hits = second.metric("nameplate_shared_lookups_total{outcome=\"hit\"}");
      HttpResponse<byte[]> found = second.picture(name);
      assertThat(found.headers().firstValue("ETag")).isEqualTo(drawn.headers().firstValue("ETag"));
      assertThat(second.application.images().renders()).isEqualTo(before);
      assertThat(second.metric("nameplate_shared_lookups_total{outcome=\"hit\"}"))
          .isGreaterThan(hits);
    }
    RedisServer.await("both are counted", () -> one.metric("nameplate_fleet_nodes") == 2);
  }

  /** Pictures are asked of both nodes by two clients while something happens to Redis. */
  private static void underLoad(Runnable happening) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(2);
    AtomicBoolean over = new AtomicBoolean();
    try {
      List<Future<Integer>> all = new ArrayList<>();
      for (FleetNode node : List.of(one, other)) {
        all.add(
            clients.submit(
                () -> {
                  int asked = 0;
                  do {
                    node.picture(name());
                    asked++;
                    Waiting.pause();
                  } while (!over.get());
                  return asked;
                }));
      }
      happening.run();
      over.set(true);
      for (Future<Integer> client : all) {
        assertThat(client.get()).isPositive();
      }
    } finally {
      over.set(true);
      clients.shutdownNow();
    }
  }

  private static void awaitAlone() {
    RedisServer.await("both are alone", () -> one.breaker() > 0 && other.breaker() > 0);
  }

  private static void awaitTogether() {
    RedisServer.await("both are back", () -> one.breaker() == 0 && other.breaker() == 0);
  }

  @Test
  void redisThatStops_isLeftAlone_andUsedAgain() throws Exception {
    underLoad(
        () -> {
          redis.freeze();
          awaitAlone();
          redis.thaw();
          awaitTogether();
        });
    awaitShared(one.picture(name()));
  }

  @Test
  void redisThatIsKilled_andComesBackEmpty_isFilledAgain() throws Exception {
    String known = name();
    awaitShared(one.picture(known));
    underLoad(
        () -> {
          redis.kill();
          awaitAlone();
          redis.restart();
          awaitTogether();
        });
    one.picture(known);
    awaitShared(one.picture(name()));
    RedisServer.await("both are counted", () -> redis.send("ZCARD", "np:nodes").startsWith(":2"));
  }

  @Test
  void redisThatIsFull_stillAnswersWhatItHas() throws Exception {
    String known = name();
    awaitShared(one.picture(known));
    underLoad(
        () -> {
          assertThat(redis.send("CONFIG", "SET", "maxmemory", "1")).startsWith("+OK");
          for (int i = 0; i < 20; i++) {
            one.picture(name());
          }
        });
    long before = other.application.images().renders();
    other.picture(known);
    assertThat(other.application.images().renders()).isEqualTo(before);
    assertThat(one.breaker()).isZero();
    assertThat(redis.send("CONFIG", "SET", "maxmemory", "0")).startsWith("+OK");
    awaitShared(one.picture(name()));
  }

  @Test
  void pageOfTheFleet_showsAllNodes() {
    for (FleetNode node : List.of(one, other)) {
      RedisServer.await(
          "the page has both",
          () -> text(node.get("/fleet")).split("class=\"panel node\"", -1).length == 3);
      assertThat(text(node.get("/fleet"))).contains("redis closed");
    }
  }

  @Test
  void noName_isInRedis() {
    HttpResponse<byte[]> picture = one.picture(CANARY);
    awaitShared(picture);
    String order =
        """
        {"template": "welcome", "layers": {"name": "%s"}, "render": "now"}
        """;
    HttpResponse<byte[]> called =
        other.post("/v1/images", "application/json", order.formatted(CANARY));
    assertThat(called.statusCode()).as(text(called)).isEqualTo(200);
    HttpResponse<byte[]> list =
        one.post(
            "/v1/batches?template=welcome&mode=prerender", "text/csv", "name\n" + CANARY + "y\n");
    assertThat(list.statusCode()).as(text(list)).isEqualTo(202);
    String job = list.headers().firstValue("Location").orElseThrow();
    RedisServer.await(
        "the job ends", () -> text(one.get(job)).matches("(?s).*\"status\" *: *\"completed\".*"));
    RedisServer.await(
        "counts are shared", () -> redis.send("KEYS", "np:usage:*").contains("np:usage:"));
    List<String> all = RedisContent.of(redis);
    assertThat(all.toString()).contains("np:c:", "np:nodes", "np:node:", "np:usage:nodes");
    byte[] plain = CANARY.getBytes(StandardCharsets.UTF_8);
    for (String value : all) {
      assertThat(value.toLowerCase(Locale.ROOT))
          .doesNotContain(CANARY.toLowerCase(Locale.ROOT))
          .doesNotContain(HexFormat.of().formatHex(plain))
          .doesNotContain(
              Base64.getEncoder()
                  .withoutPadding()
                  .encodeToString(plain)
                  .toLowerCase(Locale.ROOT)
                  .substring(0, 12));
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
