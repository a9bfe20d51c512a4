package dev.nameplate.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.batch.ListFixture;
import dev.nameplate.batch.RowState;
import dev.nameplate.batch.job.Job;
import dev.nameplate.batch.job.JobChange;
import dev.nameplate.batch.job.JobException;
import dev.nameplate.batch.job.JobMode;
import dev.nameplate.batch.job.JobStatus;
import dev.nameplate.batch.share.JobBoard.Part;
import dev.nameplate.batch.share.JobBoard.Taken;
import dev.nameplate.batch.share.SharedTiming;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.support.RedisServer;
import dev.nameplate.support.RequiresTools;
import dev.nameplate.template.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of two nodes in a real Redis, which get their turns by hand. */
@RequiresTools("redis-server")
final class SharedJobsTest {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final SharedTiming TIMING =
      new SharedTiming(Duration.ofMillis(100), Duration.ofMillis(1), Duration.ofMillis(50), 3);

  /** Nobody else's units are taken. */
  private static final SharedTiming PATIENT =
      new SharedTiming(Duration.ofMillis(100), Duration.ofMinutes(1), Duration.ofMillis(50), 3);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit calls what sets it.
  private RedisServer redis;

  @BeforeEach
  void start() {
    redis = new RedisServer();
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  private SharedNode node(String name, SharedTiming timing) {
    return new SharedNode(redis, folder.resolve(name), () -> START, timing);
  }

  private static String list(int rows) {
    StringBuilder text = new StringBuilder("name,city\n");
    for (int row = 0; row < rows; row++) {
      text.append(row % 11 == 3 ? "" : "Ann " + (char) ('A' + row % 26) + " " + row / 52)
          .append(row % 17 == 5 ? "\n" : ",Ulm\n");
    }
    return text.toString();
  }

  /** Gives both nodes turns until neither has one. */
  private static void run(SharedNode one, SharedNode other) {
    boolean more = true;
    while (more) {
      boolean first = one.jobs.turn();
      more = other.jobs.turn() || first;
    }
  }

  @Test
  void job_isWorkedOnByBothNodes_andIsAsIfByOne() throws IOException {
    String list = list(1000);
    try (SharedNode one = node("one", PATIENT);
        SharedNode other = node("other", PATIENT)) {
      Job job = one.submit(list, JobMode.URLS);
      assertThat(one.jobs.turn() && other.jobs.turn()).isTrue();
      RedisServer.await("both know", () -> one.now(job).progress().tally().rows() == 400);
      run(one, other);
      for (SharedNode node : List.of(one, other)) {
        RedisServer.await("it is done", () -> node.now(job).status() == JobStatus.COMPLETED);
        assertThat(node.now(job).progress().tally().rows()).isEqualTo(1000);
        assertThat(ListFixture.sum(node.now(job).progress().tally())).isEqualTo(1000);
        assertThat(node.results(job)).isEqualTo(alone(list));
      }
    }
  }

  /** What a single node makes of the list. */
  private static String alone(String list) throws IOException {
    return ListFixture.run(list).text();
  }

  @Test
  void files_areDownloadedFromAnyNode_andEqualPicturesAreDrawnOnce() throws IOException {
    String list = "name\n" + "Ann\nBea\n".repeat(150);
    try (SharedNode one = node("one", PATIENT);
        SharedNode other = node("other", PATIENT)) {
      Job job = one.submit(list, JobMode.FILES);
      run(one, other);
      RedisServer.await("it is done", () -> other.now(job).status() == JobStatus.COMPLETED);
      assertThat(other.now(job).progress().pictures()).isEqualTo(2);
      assertThat(one.zip(job)).isEqualTo(other.zip(job)).hasSizeGreaterThan(300 * 1000);
      assertThat(redis.send("HLEN", "np:job:" + job.spec().id() + ":pictures")).startsWith(":2");
    }
  }

  @Test
  void jobThatIsPaused_standsStill_andIsDeletedOnAllNodes() throws IOException {
    try (SharedNode one = node("one", PATIENT);
        SharedNode other = node("other", PATIENT)) {
      Job job = one.submit(list(1000), JobMode.URLS);
      assertThat(other.jobs.turn()).isTrue();
      assertThat(other.jobs.change(job.spec().id(), JobChange.PAUSE)).isPresent();
      assertThat(one.jobs.turn()).isFalse();
      RedisServer.await("one knows", () -> one.now(job).status() == JobStatus.PAUSED);
      assertThat(one.jobs.change(job.spec().id(), JobChange.RESUME)).isPresent();
      run(one, other);
      RedisServer.await("it is done", () -> one.now(job).status() == JobStatus.COMPLETED);
      assertThat(other.jobs.delete(job.spec().id())).isTrue();
      RedisServer.await("one forgets", () -> one.jobs.find(job.spec().id()).isEmpty());
      assertThat(redis.send("KEYS", "np:job:" + job.spec().id() + "*")).contains(":removed");
      assertThat(redis.send("KEYS", "np:job:" + job.spec().id() + "*")).startsWith("*1");
    }
  }

  /** Takes a unit as often as it may be, by nodes that end at once. */
  private static void die(SharedNode node, Job job) throws IOException {
    for (int time = 0; time < TIMING.times(); time++) {
      Taken taken =
          node.board
              .take(job.spec().id(), START.toEpochMilli(), Duration.ofSeconds(5), Duration.ZERO)
              .orElseThrow();
      assertThat(taken.times()).isEqualTo(time + 1);
    }
  }

  @Test
  void unitThatEndsNodes_isDivided_andTheRowIsGivenUp() throws IOException {
    try (SharedNode node = node("one", TIMING);
        SharedNode dying = node("dying", PATIENT)) {
      Job job = node.submit("name\nAnn\nBea\nCid\n", JobMode.PRERENDER);
      die(dying, job);
      String length = "np:job:" + job.spec().id() + ":units";
      assertThat(redis.send("XLEN", length)).startsWith(":1");
      RedisServer.await("it is divided", node.jobs::turn);
      assertThat(redis.send("XLEN", length)).startsWith(":3");
      die(dying, job);
      RedisServer.await(
          "the job ends",
          () -> {
            boolean unused = node.jobs.turn();
            return node.now(job).status().isEnded();
          });
      assertThat(node.now(job).status()).isEqualTo(JobStatus.COMPLETED);
      assertThat(node.now(job).progress().tally().of(RowState.FAILED)).isEqualTo(1);
      assertThat(node.now(job).progress().tally().of(RowState.DONE)).isEqualTo(2);
      List<String> lines = node.results(job).lines().toList();
      assertThat(lines).hasSize(4);
      assertThat(lines.get(1)).startsWith("Ann,").contains("failed", "3 nodes ended or failed");
      assertThat(lines.get(2)).startsWith("Bea,http://").contains("done");
    }
  }

  @Test
  void redisThatIsGone_pausesTheJob_whichGoesOnByItself() throws IOException {
    try (SharedNode node = node("one", PATIENT)) {
      Job job = node.submit(list(1000), JobMode.URLS);
      assertThat(node.jobs.turn()).isTrue();
      redis.freeze();
      RedisServer.await("the job is paused", () -> node.now(job).status() == JobStatus.PAUSED);
      assertThat(node.now(job).error().orElseThrow().code()).isEqualTo("redis_down");
      assertThat(node.jobs.turn()).isFalse();
      assertThatThrownBy(() -> node.submit(list(1), JobMode.URLS))
          .isInstanceOf(JobException.class)
          .hasMessageContaining("does not answer");
      redis.thaw();
      RedisServer.await("it goes on", node.jobs::turn);
      run(node, node);
      RedisServer.await("it is done", () -> node.now(job).status() == JobStatus.COMPLETED);
      assertThat(node.results(job)).isEqualTo(alone(list(1000)));
    }
  }

  @Test
  void redisThatIsEmptied_losesTheJob_andItIsTold() throws IOException {
    try (SharedNode node = node("one", PATIENT)) {
      Job job = node.submit(list(1000), JobMode.URLS);
      assertThat(node.jobs.turn()).isTrue();
      redis.send("FLUSHALL");
      RedisServer.await("it is told", () -> node.now(job).status() == JobStatus.FAILED);
      assertThat(node.now(job).error().orElseThrow().code()).isEqualTo("lost");
      assertThat(node.now(job).error().orElseThrow().message()).contains("200 of its rows");
      assertThat(node.jobs.turn()).isFalse();
      assertThat(node.jobs.delete(job.spec().id())).isTrue();
      assertThat(node.jobs.all()).isEmpty();
    }
  }

  private static void refused(SharedNode node, String policy) {
    assertThatThrownBy(() -> node.submit(list(1), JobMode.URLS))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("maxmemory-policy is " + policy)
        .hasMessageContaining("noeviction")
        .hasMessageContaining("NAMEPLATE_REDIS_BATCHES=off");
  }

  @Test
  void redisThatMayDelete_takesNoJob_andSaysWhy_butIsACacheStill() throws IOException {
    try (RedisServer cache = new RedisServer("--maxmemory-policy", "allkeys-lru");
        SharedNode node = new SharedNode(cache, folder.resolve("one"), () -> START, PATIENT)) {
      refused(node, "allkeys-lru");
      cache.send("CONFIG", "SET", "maxmemory-policy", "volatile-ttl");
      refused(node, "volatile-ttl");
      EncodedPicture picture = new EncodedPicture(Format.PNG, List.of(new byte[] {1, 2, 3}));
      RenderKey key = new RenderKey("0123456789abcdef0123456789abcdef");
      node.results().put(key, picture, Duration.ofHours(1));
      RedisServer.await(
          "the picture is shared",
          () -> cache.send("EXISTS", "np:c:" + key.hex()).startsWith(":1"));
      cache.send("CONFIG", "SET", "maxmemory-policy", "noeviction");
      assertThat(node.submit(list(1), JobMode.URLS).status()).isEqualTo(JobStatus.QUEUED);
    }
  }

  @Test
  void listWithoutRows_isDoneAtOnce() throws IOException {
    try (SharedNode node = node("one", PATIENT)) {
      Job job = node.submit("name\n", JobMode.URLS);
      assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
      assertThat(node.results(job).lines()).hasSize(1);
    }
  }

  @Test
  void partThatWasMoved_isNotOpened() throws IOException {
    try (SharedNode node = node("one", PATIENT)) {
      Job job = node.submit(list(400), JobMode.URLS);
      run(node, node);
      String id = job.spec().id();
      List<String> units = node.board.fields(id, Part.DONE);
      assertThat(units).hasSize(2);
      byte[] first = node.board.get(id, Part.DONE, units.get(0)).orElseThrow();
      node.board.put(id, Part.DONE, Map.of(units.get(1), first));
      assertThatThrownBy(() -> node.results(job))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("altered");
    }
  }
}
