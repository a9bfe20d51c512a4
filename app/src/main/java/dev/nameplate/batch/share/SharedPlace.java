package dev.nameplate.batch.share;

import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.Tally;
import dev.nameplate.batch.job.Job;
import dev.nameplate.batch.job.JobData;
import dev.nameplate.batch.job.JobFolder;
import dev.nameplate.batch.job.JobJson;
import dev.nameplate.batch.job.JobKeys;
import dev.nameplate.batch.job.JobPlace;
import dev.nameplate.batch.job.JobQueue;
import dev.nameplate.batch.job.JobSpec;
import dev.nameplate.batch.job.JobTools;
import dev.nameplate.batch.job.NewJob;
import dev.nameplate.batch.job.RowUnit;
import dev.nameplate.batch.share.JobBoard.Part;
import dev.nameplate.store.ResultStore;
import dev.nameplate.store.WorkArea;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.template.Template;
import dev.nameplate.util.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs on a board, on which all nodes work. Of a job a node has a copy of its template in its work
 * folder, which it makes anew where it is missing.
 */
public final class SharedPlace implements JobPlace {
  private static final Logger log = LoggerFactory.getLogger(SharedPlace.class);

  /** Into how many parts a unit is divided that was given up too often. */
  private static final int PARTS = 10;

  /** So that a list which is arriving has another folder. */
  private static final String FOLDER = "-shared";

  private final Parts parts;
  private final JobKeys keys;
  private final SharedTiming timing;
  private final KnownJobs known;
  private final SharedJobQueue queue;
  private final Map<String, SharedWork> open = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("shared-jobs"));

  /**
   * What it works with.
   *
   * @param work holds the copies of templates; must be usable
   * @param board on which the jobs lie
   * @param results the cache that the nodes share, for pictures that are drawn ahead
   * @param keep how long they are kept there
   * @param clock the time of day
   */
  public record Parts(
      WorkFolder work,
      JobTools tools,
      JobBoard board,
      ResultStore results,
      Duration keep,
      InstantSource clock) {}

  /** Begins to look for what other nodes do, until {@link #close}. */
  public SharedPlace(Parts parts, SharedTiming timing) {
    this.parts = parts;
    this.timing = timing;
    this.keys = new JobKeys(parts.tools().ring(), parts.work());
    this.known = new KnownJobs(parts.board(), keys, System::nanoTime, this::deleteCopy);
    this.queue = new SharedJobQueue(parts.board(), known, parts.clock(), timing);
    long millis = timing.look().toMillis();
    var unused = timer.scheduleWithFixedDelay(this::look, 0, millis, TimeUnit.MILLISECONDS);
  }

  /** A failure is not to end the calls that follow. */
  private void look() {
    try {
      queue.beat();
      known.refresh();
    } catch (RuntimeException bug) {
      log.error("shared jobs could not be looked at: {}", bug.getClass().getName());
    }
  }

  @Override
  public JobQueue queue() {
    return queue;
  }

  @Override
  public Optional<String> refusal() {
    return parts.tools().ring().isEmpty()
        ? Optional.of(
            "jobs lie in Redis, sealed, which needs NAMEPLATE_KEYS, the same on all nodes;"
                + " NAMEPLATE_REDIS_BATCHES=off keeps each job on its node")
        : parts.board().refusal();
  }

  private byte[] key(JobSpec spec) {
    return keys.derived(spec.key(), "job " + spec.id()).orElseThrow(UnusableException::noKeys);
  }

  private SharedData shared(JobSpec spec) {
    return new SharedData(parts.board(), spec.id(), new JobSeal(key(spec), spec.id()));
  }

  @Override
  public void enqueue(NewJob arrived, JobSpec spec, ListPlan plan) throws IOException {
    SharedData data = shared(spec);
    JobSeal seal = new JobSeal(key(spec), spec.id());
    data.keep(arrived.head(), arrived.scan(), arrived.pinned());
    SharedUnit first = new SharedUnit(plan.bodyOffset(), plan.firstRow(), 0, new byte[0]);
    try (InputStream in = arrived.from(plan.bodyOffset())) {
      SharedUnit.cut(
          in,
          plan.form().dialect(),
          first,
          SharedUnit.ROWS,
          unit -> parts.board().put(spec.id(), Part.ROWS, Map.of(unit.name(), unit.sealed(seal))));
    }
    parts.tools().templates().forget(arrived.templates(), spec.version());
    queue.enqueue(spec);
  }

  @Override
  public JobQueue.Turn turn(JobSpec spec, BooleanSupplier stopped) throws IOException {
    JobBoard.Taken taken = queue.claimed(spec.id());
    Optional<Begun> begun = begun(spec, taken);
    if (begun.isEmpty()) {
      return new JobQueue.Turn.More();
    }
    try {
      if (taken.times() > timing.times()) {
        giveUp(spec, begun.get(), taken);
      } else {
        work(spec, begun.get(), taken, stopped);
      }
    } catch (StoppedException stop) {
      throw stop;
    } catch (IOException | RuntimeException failed) {
      // Another turn takes the unit once this node has been silent about it for long enough.
      log.warn("job {}: a unit is left for another turn: {}", spec.id(), kind(failed));
      queue.settled(spec.id());
    }
    return new JobQueue.Turn.More();
  }

  /** A unit of a job that is open. */
  private record Begun(SharedWork work, SharedUnit unit) {}

  /** Empty where this node cannot begin, which is no fault of the unit: it is given back. */
  private Optional<Begun> begun(JobSpec spec, JobBoard.Taken taken) {
    try {
      return Optional.of(new Begun(opened(spec), shared(spec).unit(taken.unit())));
    } catch (UnusableException unusable) {
      log.warn("job {} is left to other nodes: {}", spec.id(), unusable.error().code());
      queue.leave(spec.id(), SharedErrors.otherTemplate());
    } catch (IOException here) {
      log.warn("job {} cannot be worked on now: {}", spec.id(), here.toString());
      queue.rest();
    }
    return Optional.empty();
  }

  /** An exception's type and origin: its message may hold a recipient's data. */
  private static String kind(Throwable failed) {
    StackTraceElement[] trace = failed.getStackTrace();
    return failed.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private void work(JobSpec spec, Begun begun, JobBoard.Taken taken, BooleanSupplier stopped)
      throws IOException {
    UnitPictures pictures =
        new UnitPictures(
            parts.board(),
            spec,
            shared(spec),
            key(spec),
            new UnitPictures.Shared(parts.results(), parts.keep()));
    SharedWork.Worked worked = begun.work().work(begun.unit(), pictures, stopped);
    commit(
        spec,
        taken,
        () -> {
          pictures.write();
          return begun.work().rows(worked, pictures);
        });
  }

  /** Divides a unit at which nodes have ended again and again; one row that is left has failed. */
  private void giveUp(JobSpec spec, Begun begun, JobBoard.Taken taken) throws IOException {
    JobSeal seal = new JobSeal(key(spec), spec.id());
    SharedUnit unit = begun.unit();
    Map<String, byte[]> divided = new TreeMap<>();
    for (SharedUnit part : begun.work().parts(unit, PARTS)) {
      divided.put(part.name(), part.sealed(seal));
    }
    if (divided.size() > 1) {
      log.warn(
          "job {}: the rows from {} on were given up {} times and are divided",
          spec.id(),
          unit.row(),
          timing.times());
      parts.board().split(spec.id(), taken, divided);
      queue.settled(spec.id());
      return;
    }
    log.warn("job {}: row {} is given up", spec.id(), unit.row());
    RowUnit failed = begun.work().failed(unit, SharedErrors.givenUp(timing.times()));
    commit(spec, taken, () -> failed);
  }

  /** Makes rows in their final state. */
  private interface Finish {
    RowUnit rows() throws IOException;
  }

  /** Tries until the board takes it, or this node ends: what was drawn is not drawn again. */
  private void commit(JobSpec spec, JobBoard.Taken taken, Finish finish) throws IOException {
    boolean done = false;
    while (!done) {
      try {
        done = committed(spec, taken, finish.rows());
        queue.trouble(spec.id(), Optional.empty());
      } catch (IOException down) {
        log.debug("job {} waits for Redis: {}", spec.id(), down.toString());
        queue.trouble(spec.id(), Optional.of(SharedErrors.down()));
        if (isClosedAfter(timing.retry())) {
          throw down;
        }
      }
    }
    queue.settled(spec.id());
  }

  private boolean isClosedAfter(Duration time) throws IOException {
    try {
      return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", ended);
    }
  }

  private boolean committed(JobSpec spec, JobBoard.Taken taken, RowUnit rows) throws IOException {
    Optional<JobBoard.State> state = parts.board().state(spec.id());
    if (state.isEmpty()) {
      return true;
    }
    JobBoard.Progress before = state.get().progress();
    Tally sum = JobJson.tally(before.sum());
    sum.add(rows.position().tally());
    JobBoard.Progress after =
        new JobBoard.Progress(
            JobJson.bytes(sum), before.pictures() + rows.pictures(), before.version() + 1);
    return parts
            .board()
            .commit(
                spec.id(),
                taken,
                shared(spec).sealed(taken.unit(), rows),
                after,
                before.version(),
                parts.clock().millis())
        != JobBoard.Commit.OUTDATED;
  }

  private SharedWork opened(JobSpec spec) throws IOException {
    SharedWork made = open.get(spec.id());
    if (made == null) {
      Template template = template(spec);
      made = new SharedWork(spec, parts.tools(), template, shared(spec).plan(template, spec));
      open.put(spec.id(), made);
    }
    return made;
  }

  @Override
  public void leave(String id) {
    open.remove(id);
  }

  @Override
  public void changed(Job job) {
    log.trace("job {} is {}", job.spec().id(), job.status());
  }

  private Optional<Path> copy(JobSpec spec) {
    return parts.work().path(WorkArea.JOBS, spec.id() + FOLDER + "/template");
  }

  @Override
  public synchronized Template template(JobSpec spec) throws IOException {
    JobFolder folder = new JobFolder(parts.work(), spec.id() + FOLDER, key(spec));
    Optional<Template> known = open(folder, spec);
    if (known.isPresent()) {
      return known.get();
    }
    folder.pin(spec.template(), shared(spec).template());
    return open(folder, spec).orElseThrow(UnusableException::templateGone);
  }

  private Optional<Template> open(JobFolder folder, JobSpec spec) throws IOException {
    return parts
        .tools()
        .templates()
        .open(folder.templates(), spec.template())
        .filter(found -> found.digest().equals(spec.version()));
  }

  @Override
  public JobData data(JobSpec spec) {
    return shared(spec);
  }

  @Override
  public void delete(JobSpec spec) {
    deleteCopy(spec);
  }

  private void deleteCopy(JobSpec spec) {
    copy(spec).ifPresent(folder -> parts.tools().templates().forget(folder, spec.version()));
    JobFolder.delete(parts.work(), spec.id() + FOLDER);
    open.remove(spec.id());
  }

  /** Empty: the cache that nodes share has them. */
  @Override
  public ResultStore prerendered() {
    return NoPictures.INSTANCE;
  }

  @Override
  public Optional<byte[]> note(String id, String name) {
    try {
      return parts.board().get(id, Part.NOTES, name);
    } catch (IOException down) {
      return Optional.empty();
    }
  }

  @Override
  public boolean keepNote(String id, String name, byte[] note) {
    try {
      parts.board().put(id, Part.NOTES, Map.of(name, note));
      return true;
    } catch (IOException down) {
      return false;
    }
  }

  @Override
  public boolean takeTask(String id, String task, Duration time) {
    try {
      return parts.board().takeTask(id, task, time);
    } catch (IOException down) {
      return false;
    }
  }

  @Override
  public void endTask(String id, String task) {
    try {
      parts.board().endTask(id, task);
    } catch (IOException down) {
      log.debug("job {}: a right ends by itself", id);
    }
  }

  /** Ends within the time of a call; a unit that is worked on is for another node. */
  @Override
  public void close() {
    closed.countDown();
    timer.shutdownNow();
  }
}
