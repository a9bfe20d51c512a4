package dev.nameplate.batch.share;

import dev.nameplate.batch.job.Job;
import dev.nameplate.batch.job.JobError;
import dev.nameplate.batch.job.JobJson;
import dev.nameplate.batch.job.JobKeys;
import dev.nameplate.batch.job.JobProgress;
import dev.nameplate.batch.job.JobSpec;
import dev.nameplate.batch.job.JobStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of a board as this node has read them last. A job that another node's key has sealed is
 * not among them. A job that is gone and was not removed is lost, and stays, failed. Safe for many
 * threads.
 */
final class KnownJobs {
  private static final Logger log = LoggerFactory.getLogger(KnownJobs.class);
  private static final long FRESH_NANOS = Duration.ofMillis(250).toNanos();

  private final JobBoard board;
  private final JobKeys keys;
  private final LongSupplier nanos;
  private final Consumer<JobSpec> gone;
  private final Map<String, Known> jobs = new ConcurrentHashMap<>();

  /**
   * A job as it was read.
   *
   * @param change the number of its last change; less than 0 where it was lost
   * @param read when it was read
   * @param from since when the job runs, as far as this node knows, and how many rows it had then
   */
  private record Known(Job job, long change, long read, From from) {
    boolean isLost() {
      return change < 0;
    }
  }

  private record From(long nanos, long rows) {}

  /**
   * @param keys open what was asked for
   * @param nanos a monotonic clock in nanoseconds
   * @param gone is told each job that was removed, by whichever node
   */
  KnownJobs(JobBoard board, JobKeys keys, LongSupplier nanos, Consumer<JobSpec> gone) {
    this.board = board;
    this.keys = keys;
    this.nanos = nanos;
    this.gone = gone;
  }

  /** Seals what is shared of a job; empty where the key is not this node's. */
  Optional<JobSeal> seal(String key, String id) {
    return key.isEmpty()
        ? Optional.empty()
        : keys.derived(key, "job " + id).map(derived -> new JobSeal(derived, id));
  }

  /** A new job's state. */
  JobBoard.State state(JobSpec spec) throws IOException {
    JobSeal seal =
        seal(spec.key(), spec.id())
            .orElseThrow(() -> new IOException("NAMEPLATE_KEYS has no key for a job"));
    return new JobBoard.State(
        spec.key(),
        seal.seal("spec", JobSeal.pack(JobJson.bytes(spec))),
        new JobBoard.Status("queued", "", false, spec.created().toEpochMilli()),
        new JobBoard.Progress(bytes(JobProgress.none()), 0, 0));
  }

  /** The counts of a progress as bytes. */
  static byte[] bytes(JobProgress progress) {
    return JobJson.bytes(progress.tally());
  }

  /** The status of a job that something is in the way of. */
  static JobBoard.Status status(JobError error, long now) {
    return new JobBoard.Status(
        error.passing() ? "paused" : "failed",
        error.code() + "\n" + error.message(),
        error.passing(),
        now);
  }

  /** A job as it was read last; empty where it is not known. */
  Optional<Job> last(String id) {
    return Optional.ofNullable(jobs.get(id)).map(Known::job);
  }

  /** A job as it is, or was a moment ago; where it cannot be read, as it was read last. */
  Optional<Job> find(String id) {
    Known before = jobs.get(id);
    boolean fresh =
        before != null && (before.isLost() || nanos.getAsLong() - before.read() < FRESH_NANOS);
    return fresh || !board.isUp() ? last(id) : read(id).or(() -> last(id));
  }

  List<Job> all() {
    return jobs.values().stream().map(Known::job).toList();
  }

  private boolean isLost(String id) {
    return Optional.ofNullable(jobs.get(id)).filter(Known::isLost).isPresent();
  }

  void forget(String id) {
    jobs.remove(id);
  }

  /** Reads a job; empty where there is none any more, or it cannot be read. */
  Optional<Job> read(String id) {
    return read(id, 0);
  }

  private Optional<Job> read(String id, long change) {
    if (isLost(id)) {
      return last(id);
    }
    try {
      Optional<JobBoard.State> state = board.state(id);
      if (state.isEmpty()) {
        missing(id);
        return last(id);
      }
      Optional<Job> job = opened(id, state.get());
      job.ifPresent(now -> jobs.compute(id, (same, before) -> noted(now, change, before)));
      return job.flatMap(now -> last(id));
    } catch (IOException unreadable) {
      log.debug("job {} cannot be read: {}", id, unreadable.toString());
      return Optional.empty();
    }
  }

  private Known noted(Job job, long change, @Nullable Known before) {
    long now = nanos.getAsLong();
    long rows = job.progress().tally().rows();
    From from =
        before == null || job.status() != JobStatus.RUNNING ? new From(now, rows) : before.from();
    double seconds = (now - from.nanos()) / 1e9;
    double rate = seconds <= 0 ? 0 : (rows - from.rows()) / seconds;
    JobProgress progress = new JobProgress(job.progress().tally(), job.progress().pictures(), rate);
    long known = change > 0 || before == null ? change : before.change();
    return new Known(job.with(progress), known, now, from);
  }

  private Optional<Job> opened(String id, JobBoard.State state) throws IOException {
    Optional<JobSeal> seal = seal(state.key(), id);
    if (seal.isEmpty()) {
      return Optional.empty();
    }
    Known before = jobs.get(id);
    JobSpec spec =
        before != null
            ? before.job().spec()
            : JobJson.spec(JobSeal.unpack(seal.get().open("spec", state.spec())));
    JobBoard.Status status = state.status();
    int line = status.error().indexOf('\n');
    Optional<JobError> error =
        line < 0
            ? Optional.empty()
            : Optional.of(
                new JobError(
                    status.error().substring(0, line),
                    status.error().substring(line + 1),
                    status.passing()));
    return Optional.of(
        new Job(
            spec,
            JobStatus.valueOf(status.label().toUpperCase(Locale.ROOT)),
            error,
            new JobProgress(JobJson.tally(state.progress().sum()), state.progress().pictures(), 0),
            Instant.ofEpochMilli(status.changed())));
  }

  /** A job that is not on the board: it was removed, or else it is lost. */
  private void missing(String id) throws IOException {
    Known before = jobs.get(id);
    if (before == null || before.isLost()) {
      return;
    }
    if (board.wasRemoved(id)) {
      jobs.remove(id);
      gone.accept(before.job().spec());
      return;
    }
    Job job = before.job();
    log.warn("job {} is not in Redis any more", id);
    JobError lost = SharedErrors.lost(job.progress().tally().rows());
    jobs.put(id, new Known(job.stopped(lost, job.changed()), -1, before.read(), before.from()));
  }

  /** Reads what has changed; where that cannot be read, all stays as it was. */
  void refresh() {
    if (!board.isUp()) {
      return;
    }
    try {
      Map<String, Long> changes = board.changes();
      for (Map.Entry<String, Long> each : changes.entrySet()) {
        Known before = jobs.get(each.getKey());
        if (before == null || before.change() != each.getValue()) {
          var unused = read(each.getKey(), each.getValue());
        }
      }
      for (String id : List.copyOf(jobs.keySet())) {
        // One that was added a moment ago is not among the changes.
        if (!changes.containsKey(id) && board.state(id).isEmpty()) {
          missing(id);
        }
      }
    } catch (IOException down) {
      log.debug("jobs are as they were read last: {}", down.toString());
    }
  }
}
