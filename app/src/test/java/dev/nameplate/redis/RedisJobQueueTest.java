package dev.nameplate.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.batch.job.JobChange;
import dev.nameplate.batch.job.JobQueue;
import dev.nameplate.batch.job.JobQueueContract;
import dev.nameplate.batch.job.JobSpec;
import dev.nameplate.batch.job.JobStatus;
import dev.nameplate.batch.share.JobBoard.Part;
import dev.nameplate.batch.share.SharedTiming;
import dev.nameplate.support.RedisServer;
import dev.nameplate.support.RequiresTools;
import dev.nameplate.support.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue in a real Redis, each job of one unit. */
@RequiresTools("redis-server")
final class RedisJobQueueTest extends JobQueueContract {
  private static final Duration SILENT = Duration.ofSeconds(2);
  private static final SharedTiming TIMING =
      new SharedTiming(Duration.ofMillis(100), SILENT, Duration.ofMillis(100), 3);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit calls what sets it.
  private RedisServer redis;

  private final List<SharedNode> nodes = new ArrayList<>();

  @BeforeEach
  void start() {
    redis = new RedisServer();
  }

  @AfterEach
  void stop() {
    nodes.forEach(SharedNode::close);
    redis.close();
  }

  private SharedNode node(InstantSource clock) {
    SharedNode node = new SharedNode(redis, folder.resolve("node" + nodes.size()), clock, TIMING);
    nodes.add(node);
    return node;
  }

  @Override
  protected JobQueue queue(InstantSource clock) {
    return node(clock).place.queue();
  }

  /** Waits until what the other process had taken is not its own any more. */
  @Override
  protected JobQueue again(InstantSource clock) {
    nodes.remove(nodes.size() - 1).close();
    RedisServer.await(
        "the node is silent",
        () ->
            pending("-", "+", "10").equals("*0\r\n")
                || pending("IDLE", SILENT.toMillis() + "", "-", "+", "10").startsWith("*1"));
    return queue(clock);
  }

  private String pending(String... range) {
    List<String> words = new ArrayList<>(List.of("XPENDING", "np:job:a:units", "nodes"));
    words.addAll(List.of(range));
    return redis.send(words.toArray(String[]::new));
  }

  @Override
  protected void enqueue(JobQueue queue, JobSpec spec) throws IOException {
    nodes.get(nodes.size() - 1).board.put(spec.id(), Part.ROWS, Map.of("0", new byte[] {1}));
    queue.enqueue(spec);
  }

  @Override
  protected String key() {
    return "k1";
  }

  @Test
  void unit_ofAnotherNode_isLeftToIt_butTheJobIsAnyNodes() throws IOException {
    InstantSource clock = () -> Instant.EPOCH;
    JobQueue one = queue(clock);
    JobQueue other = queue(clock);
    enqueue(one, spec("a", "one", 1));
    assertThat(one.claim()).isPresent();
    assertThat(other.claim()).isEmpty();
    assertThat(other.find("a").orElseThrow().status()).isEqualTo(JobStatus.RUNNING);
    assertThat(other.change("a", JobChange.CANCEL).orElseThrow().status())
        .isEqualTo(JobStatus.CANCELLED);
    RedisServer.await("the other node hears of it", () -> !one.isWanted("a"));
  }

  @Test
  void job_thatTwoNodesEnd_isCompletedByOne() throws IOException {
    InstantSource clock = () -> Instant.EPOCH;
    JobQueue one = queue(clock);
    JobQueue other = queue(clock);
    nodes.get(0).board.put("a", Part.ROWS, Map.of("1", new byte[] {1}));
    enqueue(one, spec("a", "one", 1));
    assertThat(one.claim()).isPresent();
    assertThat(other.claim()).isPresent();
    assertThat(one.release("a", new JobQueue.Turn.Done()).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(other.release("a", new JobQueue.Turn.Done()).status()).isEqualTo(JobStatus.RUNNING);
    assertThat(other.find("a").orElseThrow().status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void nodeThatWorksLong_keepsItsUnit() throws IOException {
    InstantSource clock = () -> Instant.EPOCH;
    JobQueue one = queue(clock);
    JobQueue other = queue(clock);
    enqueue(one, spec("a", "one", 1));
    assertThat(one.claim()).isPresent();
    Waiting.during(SILENT.multipliedBy(2), () -> assertThat(other.claim()).isEmpty());
    assertThat(pending("-", "+", "10")).as("taken once").endsWith(":1\r\n");
  }
}
