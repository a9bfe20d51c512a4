package dev.nameplate.batch.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.batch.BatchOptions;
import dev.nameplate.batch.RowState;
import dev.nameplate.batch.Tally;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What every queue of jobs does. */
public abstract class JobQueueContract {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);

  /** An empty queue. */
  protected abstract JobQueue queue(java.time.InstantSource clock);

  /** The same queue after the end of the process that used it, however that ended. */
  protected abstract JobQueue again(java.time.InstantSource clock);

  /** Adds a job of one turn. */
  protected void enqueue(JobQueue queue, JobSpec spec) throws IOException {
    queue.enqueue(spec);
  }

  /** The name of the key that seals jobs. */
  protected String key() {
    return "";
  }

  private JobQueue queue() {
    return queue(now::get);
  }

  protected final JobSpec spec(String id, String owner, int minute) {
    return new JobSpec(
        id,
        owner,
        true,
        JobMode.URLS,
        "welcome",
        "digest",
        key(),
        BatchOptions.DEFAULT,
        false,
        Optional.empty(),
        Optional.of("https://hooks.example.com/x"),
        START.plus(Duration.ofMinutes(minute)),
        10,
        100,
        new JobSpec.Request("name", "content"));
  }

  private void add(JobQueue queue, JobSpec... specs) throws IOException {
    for (JobSpec spec : specs) {
      enqueue(queue, spec);
    }
  }

  private static JobProgress rows(long rows) {
    Tally tally = new Tally();
    for (long row = 0; row < rows; row++) {
      tally.state(RowState.DONE);
    }
    return new JobProgress(tally, 3, 7);
  }

  private static Job ended(JobQueue queue, String id) {
    return queue.release(id, new JobQueue.Turn.Done());
  }

  @Test
  void claim_emptyQueue_givesNothing() {
    assertThat(queue().claim()).isEmpty();
  }

  @Test
  void claim_oneOwner_goesByAge() throws IOException {
    JobQueue queue = queue();
    add(queue, spec("b", "shop", 2), spec("a", "shop", 1));
    assertThat(queue.claim().orElseThrow().spec().id()).isEqualTo("a");
    assertThat(queue.claim().orElseThrow().spec().id()).isEqualTo("b");
    assertThat(queue.claim()).isEmpty();
  }

  @Test
  void claim_twoOwners_takesTurns() throws IOException {
    JobQueue queue = queue();
    add(queue, spec("a", "one", 1), spec("b", "one", 2), spec("c", "two", 3));
    List<String> turns = new ArrayList<>();
    for (int turn = 0; turn < 4; turn++) {
      String id = queue.claim().orElseThrow().spec().id();
      turns.add(id);
      assertThat(queue.release(id, new JobQueue.Turn.More()).status()).isEqualTo(JobStatus.RUNNING);
    }
    assertThat(turns).containsExactly("a", "c", "a", "c");
    assertThat(queue.claim().orElseThrow().status()).isEqualTo(JobStatus.RUNNING);
  }

  @Test
  void release_done_isCompleted() throws IOException {
    JobQueue queue = queue();
    add(queue, spec("a", "one", 1));
    assertThat(queue.claim()).isPresent();
    now.set(START.plusSeconds(90));
    var unused = queue.progress("a", rows(100));
    Job done = ended(queue, "a");
    assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(done.changed()).isEqualTo(START.plusSeconds(90));
    assertThat(queue.claim()).isEmpty();
    Job after = again(now::get).find("a").orElseThrow();
    assertThat(after.status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(after.progress().tally().rows()).isEqualTo(100);
    assertThat(after.spec()).isEqualTo(spec("a", "one", 1));
  }

  @Test
  void change_pausedJob_hasNoTurnUntilItIsResumed() throws IOException {
    JobQueue queue = queue();
    add(queue, spec("a", "one", 1));
    assertThat(queue.change("a", JobChange.PAUSE).orElseThrow().status())
        .isEqualTo(JobStatus.PAUSED);
    assertThat(queue.claim()).isEmpty();
    assertThat(queue.change("a", JobChange.RESUME).orElseThrow().status())
        .isEqualTo(JobStatus.QUEUED);
    assertThat(queue.claim()).isPresent();
  }

  @Test
  void change_whileItIsWorkedOn_holdsAfterTheTurn() throws IOException {
    JobQueue queue = queue();
    add(queue, spec("a", "one", 1), spec("b", "one", 2));
    assertThat(queue.claim()).isPresent();
    assertThat(queue.change("a", JobChange.PAUSE)).isPresent();
    assertThat(queue.progress("a", rows(1)).status()).isEqualTo(JobStatus.PAUSED);
    assertThat(queue.release("a", new JobQueue.Turn.More()).status()).isEqualTo(JobStatus.PAUSED);
    assertThat(queue.claim().orElseThrow().spec().id()).isEqualTo("b");
    assertThat(queue.change("b", JobChange.CANCEL)).isPresent();
    assertThat(ended(queue, "b").status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(queue.change("b", JobChange.RESUME).orElseThrow().status())
        .isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void isWanted_untilItIsPausedOrCancelled() throws IOException {
    JobQueue queue = queue();
    add(queue, spec("a", "one", 1));
    assertThat(queue.isWanted("a")).isFalse();
    assertThat(queue.claim()).isPresent();
    assertThat(queue.isWanted("a")).isTrue();
    assertThat(queue.change("a", JobChange.PAUSE)).isPresent();
    assertThat(queue.isWanted("a")).isFalse();
    assertThat(queue.isWanted("absent")).isFalse();
  }

  @Test
  void release_withAPassingError_isTriedAgainAfterFiveSeconds() throws IOException {
    JobQueue queue = queue();
    add(queue, spec("a", "one", 1));
    assertThat(queue.claim()).isPresent();
    Job stopped = queue.release("a", new JobQueue.Turn.Stopped(JobError.diskFull()));
    assertThat(stopped.status()).isEqualTo(JobStatus.PAUSED);
    assertThat(stopped.error().orElseThrow().code()).isEqualTo("disk_full");
    now.set(START.plusMillis(4999));
    assertThat(queue.claim()).isEmpty();
    now.set(START.plusMillis(5000));
    assertThat(queue.claim().orElseThrow().error()).isEmpty();
  }

  @Test
  void release_withAnErrorThatStays_hasFailed() throws IOException {
    JobQueue queue = queue();
    add(queue, spec("a", "one", 1));
    assertThat(queue.claim()).isPresent();
    JobError error = new JobError("internal", "a bug", false);
    assertThat(queue.release("a", new JobQueue.Turn.Stopped(error)).status())
        .isEqualTo(JobStatus.FAILED);
    assertThat(again(now::get).find("a").orElseThrow().error()).contains(error);
  }

  @Test
  void claim_afterTheProcessEnded_goesOn() throws IOException {
    JobQueue queue = queue();
    add(queue, spec("a", "one", 1), spec("b", "two", 2));
    assertThat(queue.claim()).isPresent();
    assertThat(queue.change("b", JobChange.PAUSE)).isPresent();
    JobQueue after = again(now::get);
    assertThat(after.all()).extracting(job -> job.spec().id()).containsExactly("b", "a");
    assertThat(after.claim().orElseThrow().spec().id()).isEqualTo("a");
    assertThat(after.claim()).isEmpty();
  }

  @Test
  void remove_onlyWhatHasEnded() throws IOException {
    JobQueue queue = queue();
    add(queue, spec("a", "one", 1));
    assertThat(queue.remove("a")).isFalse();
    assertThat(queue.claim()).isPresent();
    assertThat(queue.change("a", JobChange.CANCEL)).isPresent();
    assertThat(queue.remove("a")).isFalse();
    assertThat(ended(queue, "a").status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(queue.remove("a")).isTrue();
    assertThat(queue.find("absent")).isEmpty();
    assertThat(queue.change("absent", JobChange.PAUSE)).isEmpty();
  }
}
