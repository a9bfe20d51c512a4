package dev.nameplate.batch.job;

import dev.nameplate.store.WorkArea;
import dev.nameplate.store.WorkFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of a work folder: in each job's folder a file of what was asked for and one of where it
 * is. A lock of the system beside them, which no end of a process outlasts, keeps two processes off
 * one job.
 */
public final class WorkJobQueue implements JobQueue, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WorkJobQueue.class);

  /** How long a job waits before it tries again what failed. */
  private static final Duration RETRY = Duration.ofSeconds(5);

  static final String SPEC = "/job.json";
  private static final String STATE = "/state.json";
  private static final String LOCK = "/lock";

  private final WorkFolder work;
  private final InstantSource clock;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, Long> turns = new HashMap<>();
  private long turn;

  /** Whether the folder could be read the last time; that it cannot is logged once. */
  private boolean listed = true;

  /** A job, and whether this process may work on it and does. */
  private static final class Entry {
    private Job job;
    private @Nullable FileChannel lock;
    private boolean claimed;

    Entry(Job job) {
      this.job = job;
    }
  }

  /**
   * Reads the jobs of a folder.
   *
   * @param clock decides when a job tries again what failed
   */
  public WorkJobQueue(WorkFolder work, InstantSource clock) {
    this.work = work;
    this.clock = clock;
    scan();
  }

  /** Finds jobs that other processes have added. */
  private void scan() {
    Optional<Path> root = work.path(WorkArea.JOBS, "");
    if (root.isEmpty()) {
      return;
    }
    try (Stream<Path> folders = Files.list(root.get())) {
      folders
          .map(folder -> String.valueOf(folder.getFileName()))
          .filter(id -> !entries.containsKey(id) && work.exists(WorkArea.JOBS, id + SPEC))
          .forEach(this::load);
      listed = true;
    } catch (IOException unreadable) {
      if (listed) {
        log.warn("the jobs of the work folder cannot be listed: {}", unreadable.toString());
      }
      listed = false;
    }
  }

  private void load(String id) {
    try {
      JobSpec spec = JobJson.spec(work.read(WorkArea.JOBS, id + SPEC).orElseThrow());
      entries.put(id, new Entry(stored(spec)));
    } catch (IOException broken) {
      log.warn("job {} cannot be read and is left alone: {}", id, broken.toString());
    }
  }

  private Job stored(JobSpec spec) throws IOException {
    Optional<byte[]> state = work.read(WorkArea.JOBS, spec.id() + STATE);
    return state.isPresent()
        ? JobJson.job(spec, state.get())
        : new Job(spec, JobStatus.QUEUED, Optional.empty(), JobProgress.none(), spec.created());
  }

  @Override
  public synchronized void enqueue(JobSpec spec) throws IOException {
    if (!work.write(WorkArea.JOBS, spec.id() + SPEC, JobJson.bytes(spec))) {
      throw new IOException("the work folder takes no job now");
    }
    entries.put(spec.id(), new Entry(stored(spec)));
  }

  @Override
  public synchronized Optional<Job> find(String id) {
    if (!entries.containsKey(id)) {
      scan();
    }
    return Optional.ofNullable(entries.get(id)).map(this::current);
  }

  @Override
  public synchronized List<Job> all() {
    scan();
    return entries.values().stream()
        .map(this::current)
        .sorted(
            Comparator.comparing((Job job) -> job.spec().created())
                .reversed()
                .thenComparing(job -> job.spec().id()))
        .toList();
  }

  /** The job; where another process works on it, as that has noted it. */
  private Job current(Entry entry) {
    if (!entry.job.status().isEnded() && entry.lock == null && !lock(entry)) {
      try {
        entry.job = stored(entry.job.spec());
      } catch (IOException unreadable) {
        log.warn("job {}: its state cannot be read", entry.job.spec().id());
      }
    }
    return entry.job;
  }

  /** Takes the job for this process. */
  private boolean lock(Entry entry) {
    Optional<Path> file = work.path(WorkArea.JOBS, entry.job.spec().id() + LOCK);
    if (file.isEmpty()) {
      return false;
    }
    try {
      FileChannel channel =
          FileChannel.open(file.get(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        return false;
      }
      entry.lock = channel;
      entry.job = stored(entry.job.spec());
      return true;
    } catch (IOException | OverlappingFileLockException taken) {
      return false;
    }
  }

  private void unlock(Entry entry) {
    try {
      if (entry.lock != null) {
        entry.lock.close();
        entry.lock = null;
      }
    } catch (IOException gone) {
      log.warn("job {}: its lock cannot be released", entry.job.spec().id());
    }
  }

  @Override
  public synchronized Optional<Job> claim() {
    scan();
    Instant now = clock.instant();
    Optional<Entry> next =
        entries.values().stream()
            .filter(entry -> !entry.claimed && mayRun(entry.job, now))
            .sorted(
                Comparator.comparingLong(
                        (Entry entry) -> turns.getOrDefault(entry.job.spec().owner(), 0L))
                    .thenComparing(entry -> entry.job.spec().created())
                    .thenComparing(entry -> entry.job.spec().id()))
            .filter(entry -> mayRun(current(entry), now) && entry.lock != null)
            .findFirst();
    next.ifPresent(
        entry -> {
          entry.claimed = true;
          turns.put(entry.job.spec().owner(), ++turn);
          if (entry.job.status() != JobStatus.RUNNING) {
            store(entry, entry.job.with(JobStatus.RUNNING, now));
          }
        });
    return next.map(entry -> entry.job);
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

  /** Where the disk takes nothing more, the state is known to this process alone. */
  private void store(Entry entry, Job job) {
    entry.job = job;
    boolean unused = work.write(WorkArea.JOBS, job.spec().id() + STATE, JobJson.bytes(job));
    if (job.status().isEnded() && !entry.claimed) {
      unlock(entry);
    }
  }

  private Entry entry(String id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalArgumentException("there is no job " + id);
    }
    return entry;
  }

  @Override
  public synchronized boolean isWanted(String id) {
    Entry entry = entries.get(id);
    return entry != null && entry.job.status() == JobStatus.RUNNING;
  }

  @Override
  public synchronized Job progress(String id, JobProgress progress) {
    Entry entry = entry(id);
    entry.job = entry.job.with(progress);
    return entry.job;
  }

  @Override
  public synchronized Job release(String id, Turn turn) {
    Entry entry = entry(id);
    entry.claimed = false;
    Instant now = clock.instant();
    if (entry.job.status() == JobStatus.RUNNING) {
      if (turn instanceof Turn.Done) {
        store(entry, entry.job.with(JobStatus.COMPLETED, now));
      } else if (turn instanceof Turn.Stopped stopped) {
        store(entry, entry.job.stopped(stopped.error(), now));
      }
    } else {
      store(entry, entry.job);
    }
    return entry.job;
  }

  @Override
  public synchronized Optional<Job> change(String id, JobChange change) {
    if (!entries.containsKey(id)) {
      scan();
    }
    Entry entry = entries.get(id);
    if (entry == null) {
      return Optional.empty();
    }
    Job job = current(entry);
    boolean same =
        change == JobChange.RESUME
            ? job.status() != JobStatus.PAUSED
            : job.status() == change.status() && job.error().isEmpty();
    if (!job.status().isEnded() && !same && entry.lock != null) {
      store(entry, job.with(change.status(), clock.instant()));
    }
    return Optional.of(entry.job);
  }

  @Override
  public synchronized boolean remove(String id) {
    Entry entry = entries.get(id);
    if (entry == null || entry.claimed || !entry.job.status().isEnded()) {
      return false;
    }
    work.delete(WorkArea.JOBS, id + SPEC); // Else the next scan would find it again.
    unlock(entry);
    entries.remove(id);
    return true;
  }

  /** Leaves the jobs to other processes. */
  @Override
  public synchronized void close() {
    entries.values().forEach(this::unlock);
  }
}
