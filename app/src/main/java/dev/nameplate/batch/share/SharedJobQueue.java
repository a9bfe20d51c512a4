package dev.nameplate.batch.share;

import dev.nameplate.batch.job.Job;
import dev.nameplate.batch.job.JobChange;
import dev.nameplate.batch.job.JobError;
import dev.nameplate.batch.job.JobProgress;
import dev.nameplate.batch.job.JobQueue;
import dev.nameplate.batch.job.JobSpec;
import dev.nameplate.batch.job.JobStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of a board. A turn is for a unit of a job, which this node alone works on; other nodes
 * work on other units of the job at the same time. While the board cannot be asked, jobs are shown
 * as they were last, paused; none is claimed.
 */
final class SharedJobQueue implements JobQueue {
  private static final Logger log = LoggerFactory.getLogger(SharedJobQueue.class);

  /** How long a job waits before it tries again what failed. */
  private static final Duration RETRY = Duration.ofSeconds(5);

  private static final String LIVE = "queued,running,paused";

  private final JobBoard board;
  private final KnownJobs known;
  private final InstantSource clock;
  private final SharedTiming timing;

  /** At most one unit of a job, and no more than threads work on jobs. */
  private final Map<String, JobBoard.Taken> claims = new ConcurrentHashMap<>();

  /** Jobs that have a turn here, as they were when it began. */
  private final Map<String, Job> begun = new ConcurrentHashMap<>();

  private final Map<String, JobError> troubles = new ConcurrentHashMap<>();
  private final Set<String> unable = ConcurrentHashMap.newKeySet();
  private volatile Instant restsUntil = Instant.MIN;
  private final Map<String, Long> turns = new HashMap<>();
  private long turn;

  SharedJobQueue(JobBoard board, KnownJobs known, InstantSource clock, SharedTiming timing) {
    this.board = board;
    this.known = known;
    this.clock = clock;
    this.timing = timing;
  }

  /** Adds a job whose rows are on the board in units of these names. */
  void enqueue(JobSpec spec, List<String> units) throws IOException {
    board.enqueue(spec.id(), known.state(spec), units);
    var unused = known.read(spec.id());
  }

  /** Adds a job whose rows are on the board. */
  @Override
  public void enqueue(JobSpec spec) throws IOException {
    enqueue(spec, board.fields(spec.id(), JobBoard.Part.ROWS));
  }

  @Override
  public Optional<Job> find(String id) {
    return known.find(id).map(this::shown);
  }

  @Override
  public List<Job> all() {
    known.refresh();
    return known.all().stream()
        .map(this::shown)
        .sorted(
            Comparator.comparing((Job job) -> job.spec().created())
                .reversed()
                .thenComparing(job -> job.spec().id()))
        .toList();
  }

  /** A job as people see it: what is in the way here is in its way. */
  private Job shown(Job job) {
    JobError trouble = board.isUp() ? troubles.get(job.spec().id()) : SharedErrors.down();
    return trouble == null || job.status().isEnded() || job.status() == JobStatus.PAUSED
        ? job
        : job.stopped(trouble, job.changed());
  }

  @Override
  public synchronized Optional<Job> claim() {
    if (!board.isUp()) {
      return Optional.empty();
    }
    known.refresh();
    Instant time = clock.instant();
    if (time.isBefore(restsUntil)) {
      return Optional.empty();
    }
    List<Job> next =
        known.all().stream()
            .filter(job -> !begun.containsKey(job.spec().id()) && mayRun(job, time))
            .filter(job -> !unable.contains(job.spec().id()))
            .sorted(
                Comparator.comparingLong((Job job) -> turns.getOrDefault(job.spec().owner(), 0L))
                    .thenComparing(job -> job.spec().created())
                    .thenComparing(job -> job.spec().id()))
            .toList();
    for (Job job : next) {
      if (take(job, time)) {
        turns.put(job.spec().owner(), ++turn);
        Job now = after(job.spec().id(), job);
        begun.put(job.spec().id(), now);
        return Optional.of(now);
      }
    }
    return Optional.empty();
  }

  private boolean take(Job job, Instant now) {
    String id = job.spec().id();
    try {
      Optional<JobBoard.Taken> taken = board.take(id, now.toEpochMilli(), RETRY, timing.silent());
      taken.ifPresent(unit -> claims.put(id, unit));
      return taken.isPresent();
    } catch (IOException down) {
      log.debug("no unit of job {} can be taken: {}", id, down.toString());
      return false;
    }
  }

  private static boolean mayRun(Job job, Instant now) {
    return switch (job.status()) {
      case QUEUED, RUNNING -> true;
      case PAUSED ->
          job.error().filter(JobError::passing).isPresent()
              && !now.isBefore(job.changed().plus(RETRY));
      case COMPLETED, CANCELLED, FAILED -> false;
    };
  }

  /** The job as it is now; as it was where that cannot be read. */
  private Job after(String id, Job before) {
    return known.read(id).orElse(before);
  }

  private Job before(String id) {
    return known
        .last(id)
        .or(() -> Optional.ofNullable(begun.get(id)).map(SharedJobQueue::removed))
        .orElseThrow(() -> new IllegalArgumentException("there is no job " + id));
  }

  /** A job that another node has removed meanwhile. */
  private static Job removed(Job job) {
    return job.with(JobStatus.CANCELLED, job.changed());
  }

  /** The unit of a job that this node works on. */
  JobBoard.Taken claimed(String id) {
    return Optional.ofNullable(claims.get(id))
        .orElseThrow(() -> new IllegalArgumentException("job " + id + " is not claimed"));
  }

  /** Ends this node's part in a unit: it was written, or waits for whichever node takes it next. */
  void settled(String id) {
    Optional.ofNullable(claims.remove(id)).ifPresent(board::abandon);
  }

  /** Leaves a job to other nodes, since this one cannot work on it. */
  void leave(String id, JobError error) {
    unable.add(id);
    troubles.put(id, error);
  }

  /** Takes no unit for some seconds, since something on this node is in the way. */
  void rest() {
    restsUntil = clock.instant().plus(RETRY);
  }

  /** Notes what is in a job's way on this node; empty for nothing any more. */
  void trouble(String id, Optional<JobError> error) {
    if (error.isPresent()) {
      troubles.put(id, error.get());
    } else {
      troubles.remove(id);
    }
  }

  @Override
  public boolean isWanted(String id) {
    return known.last(id).filter(job -> job.status() == JobStatus.RUNNING).isPresent();
  }

  @Override
  public Job progress(String id, JobProgress progress) {
    Job job = before(id);
    try {
      board.progress(id, KnownJobs.bytes(progress), progress.pictures());
    } catch (IOException down) {
      log.warn("how far job {} is cannot be noted: {}", id, down.toString());
    }
    return after(id, job);
  }

  @Override
  public Job release(String id, Turn end) {
    Job job = before(id);
    begun.remove(id);
    Optional<JobBoard.Taken> taken = Optional.ofNullable(claims.remove(id));
    long now = clock.millis();
    boolean endedElsewhere = false;
    try {
      if (end instanceof Turn.Done) {
        JobBoard.Status completed = new JobBoard.Status("completed", "", false, now);
        endedElsewhere = !board.status(id, "running", completed);
        if (taken.isPresent()) {
          board.drop(id, taken.get());
        }
      } else {
        if (end instanceof Turn.Stopped stopped) {
          boolean unused = board.status(id, "running", KnownJobs.status(stopped.error(), now));
        }
        if (taken.isPresent()) {
          board.giveBack(id, taken.get());
        }
      }
    } catch (IOException down) {
      log.warn("job {}: another node takes its unit: {}", id, down.toString());
    }
    Job after = after(id, job);
    return endedElsewhere && after.status() == JobStatus.COMPLETED ? job : after;
  }

  @Override
  public Optional<Job> change(String id, JobChange change) {
    Optional<Job> job = known.read(id);
    if (job.isEmpty()) {
      return known.find(id).map(this::shown);
    }
    JobStatus status = job.get().status();
    boolean same =
        change == JobChange.RESUME
            ? status != JobStatus.PAUSED
            : status == wanted(change) && job.get().error().isEmpty();
    if (same || status.isEnded()) {
      return job;
    }
    try {
      String from = change == JobChange.RESUME ? "paused" : LIVE;
      boolean unused =
          board.status(
              id, from, new JobBoard.Status(wanted(change).label(), "", false, clock.millis()));
    } catch (IOException down) {
      log.warn("job {} cannot be changed: {}", id, down.toString());
    }
    return Optional.of(after(id, job.get()));
  }

  private static JobStatus wanted(JobChange change) {
    return switch (change) {
      case PAUSE -> JobStatus.PAUSED;
      case RESUME -> JobStatus.QUEUED;
      case CANCEL -> JobStatus.CANCELLED;
    };
  }

  @Override
  public boolean remove(String id) {
    try {
      boolean removed =
          known.last(id).isPresent() && !begun.containsKey(id) && board.remove(id, timing.silent());
      if (removed) {
        known.forget(id);
        unable.remove(id);
        troubles.remove(id);
      }
      return removed;
    } catch (IOException down) {
      return false;
    }
  }

  /** Says that this node still works on what it has taken. Called again and again. */
  void beat() {
    claims.forEach(
        (id, taken) -> {
          try {
            if (!board.beat(id, taken.message())) {
              log.debug("job {}: another node has taken a unit of this one", id);
            }
          } catch (IOException down) {
            log.debug("job {}: this node cannot say that it works on it", id);
          }
        });
  }
}
