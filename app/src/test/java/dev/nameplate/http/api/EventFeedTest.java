package dev.nameplate.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.batch.BatchOptions;
import dev.nameplate.batch.RowState;
import dev.nameplate.batch.Tally;
import dev.nameplate.batch.job.Job;
import dev.nameplate.batch.job.JobMode;
import dev.nameplate.batch.job.JobProgress;
import dev.nameplate.batch.job.JobSpec;
import dev.nameplate.batch.job.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a stream of events says, and when. */
final class EventFeedTest {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final String COMMENT = ": nothing new\n\n";

  private static Job job(JobStatus status, int rows) {
    JobSpec spec =
        new JobSpec(
            "a1",
            "shop",
            true,
            JobMode.URLS,
            "welcome",
            "0123456789abcdef0123456789abcdef",
            "",
            BatchOptions.DEFAULT,
            false,
            Optional.empty(),
            Optional.empty(),
            START,
            10,
            100,
            new JobSpec.Request("name", "content"));
    Tally tally = new Tally();
    for (int row = 0; row < rows; row++) {
      tally.state(RowState.DONE);
    }
    return new Job(spec, status, Optional.empty(), new JobProgress(tally, 0, 0), START);
  }

  private static long millis(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }

  private static EventFeed feed(String last) {
    return new EventFeed("https://img.brand.example", last, millis(0));
  }

  @Test
  void eachChange_isAnEvent_withItsId() {
    EventFeed feed = feed("");
    assertThat(feed.next(job(JobStatus.QUEUED, 0), millis(0)).orElseThrow())
        .startsWith("event: progress\nid: queued-0\ndata: {\"id\":\"a1\"")
        .endsWith("}\n\n");
    assertThat(feed.next(job(JobStatus.QUEUED, 0), millis(1))).isEmpty();
    assertThat(feed.next(job(JobStatus.RUNNING, 7), millis(2)).orElseThrow())
        .startsWith("event: progress\nid: running-7\n");
    assertThat(feed.next(job(JobStatus.COMPLETED, 100), millis(3)).orElseThrow())
        .startsWith("event: end\nid: completed-100\n");
  }

  @Test
  void silence_isBrokenByAComment_everyTenSeconds() {
    EventFeed feed = feed("");
    Job job = job(JobStatus.PAUSED, 0);
    assertThat(feed.next(job, millis(500))).isPresent();
    assertThat(feed.next(job, millis(10_499))).isEmpty();
    assertThat(feed.next(job, millis(10_500))).contains(COMMENT);
    assertThat(feed.next(job, millis(20_499))).isEmpty();
    assertThat(feed.next(job, millis(20_500))).contains(COMMENT);
  }

  @Test
  void readerThatComesAgain_isNotToldWhatItKnows() {
    EventFeed feed = feed("running-7");
    assertThat(feed.next(job(JobStatus.RUNNING, 7), millis(0))).isEmpty();
    assertThat(feed.next(job(JobStatus.RUNNING, 7), millis(10_000))).contains(COMMENT);
    assertThat(feed.next(job(JobStatus.RUNNING, 8), millis(10_001)).orElseThrow())
        .contains("id: running-8\n");
    assertThat(feed("running-6").next(job(JobStatus.RUNNING, 7), millis(0))).isPresent();
  }
}
