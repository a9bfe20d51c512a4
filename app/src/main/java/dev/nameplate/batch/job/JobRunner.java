package dev.nameplate.batch.job;

import dev.nameplate.batch.csv.ListException;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.template.Template;
import dev.nameplate.util.DaemonThreads;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on jobs, turn by turn, in threads of its own. */
final class JobRunner implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
  private static final long IDLE_MILLIS = 1000;

  private final JobQueue queue;
  private final WorkFolder work;
  private final JobKeys keys;
  private final JobTools tools;
  private final ExecutorService threads;
  private final BiConsumer<JobSpec, JobPictures> drawing;
  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();
  private final Object more = new Object();
  private long signals;
  private volatile boolean closed;

  /** A job that is open here, and the time that its rows have taken. */
  private static final class Open {
    private final RunningJob job;
    private final long first;
    private long nanos;

    Open(RunningJob job) {
      this.job = job;
      this.first = job.rowsDone();
    }

    double rate() {
      return nanos == 0 ? 0 : (job.rowsDone() - first) * 1e9 / nanos;
    }
  }

  /**
   * @param drawing receives the pictures of a job to which this adds, while it does
   */
  JobRunner(
      JobQueue queue,
      WorkFolder work,
      JobKeys keys,
      JobTools tools,
      BiConsumer<JobSpec, JobPictures> drawing) {
    this.queue = queue;
    this.drawing = drawing;
    this.work = work;
    this.keys = keys;
    this.tools = tools;
    this.threads = Executors.newCachedThreadPool(DaemonThreads.numbered("job"));
  }

  /** Tells each change of a job to a listener, on the thread of the change. */
  void listen(Consumer<Job> listener) {
    listeners.add(listener);
  }

  /** Begins to work on jobs. */
  void start(int atOnce) {
    for (int thread = 0; thread < atOnce; thread++) {
      threads.execute(this::loop);
    }
  }

  /** Tells that a job may have become claimable, or was changed. */
  void changed(Job job) {
    listeners.forEach(listener -> listener.accept(job));
    synchronized (more) {
      signals++;
      more.notifyAll();
    }
  }

  private void loop() {
    long before = -1;
    while (!closed) {
      try {
        if (!turn()) {
          synchronized (more) {
            if (signals == before) {
              more.wait(IDLE_MILLIS);
            }
            before = signals;
          }
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException bug) {
        log.error("a job's turn failed: {}", kind(bug));
      }
    }
  }

  /** Gives the next job its turn; false where none can go on now. */
  boolean turn() {
    Optional<Job> claimed = queue.claim();
    claimed.ifPresent(this::turn);
    return claimed.isPresent();
  }

  private void turn(Job job) {
    String id = job.spec().id();
    JobQueue.Turn end = worked(job.spec());
    if (!(end instanceof JobQueue.Turn.More)) {
      close(id);
    }
    Job now = queue.release(id, end);
    if (now.status() != JobStatus.RUNNING) {
      close(id);
    }
    changed(now);
  }

  private JobQueue.Turn worked(JobSpec spec) {
    try {
      Open running = opened(spec);
      long start = System.nanoTime();
      boolean done = running.job.turn(() -> isStopped(spec.id()), System::nanoTime);
      running.nanos += System.nanoTime() - start;
      var unused = queue.progress(spec.id(), running.job.progress(running.rate()));
      return done ? new JobQueue.Turn.Done() : new JobQueue.Turn.More();
    } catch (RunningJob.StoppedException stopped) {
      close(spec.id());
      return new JobQueue.Turn.More();
    } catch (IOException full) {
      log.warn("job {} pauses: {}", spec.id(), full.toString());
      return new JobQueue.Turn.Stopped(JobError.diskFull());
    } catch (ListException unusable) {
      return new JobQueue.Turn.Stopped(new JobError("unusable_list", unusable.what(), false));
    } catch (UnusableException unusable) {
      return new JobQueue.Turn.Stopped(unusable.error);
    } catch (RuntimeException bug) {
      log.error("job {} failed: {}", spec.id(), kind(bug));
      return new JobQueue.Turn.Stopped(
          new JobError("internal", "something went wrong here; it is in the log", false));
    }
  }

  private boolean isStopped(String id) {
    return closed
        || queue.find(id).map(Job::status).orElse(JobStatus.CANCELLED) != JobStatus.RUNNING;
  }

  private Open opened(JobSpec spec) throws IOException {
    Open known = open.get(spec.id());
    if (known != null) {
      return known;
    }
    JobFolder folder = folder(keys, work, spec);
    Template template =
        tools
            .templates()
            .open(folder.templates(), spec.template())
            .filter(found -> found.digest().equals(spec.version()))
            .orElseThrow(
                () ->
                    new UnusableException(
                        "template_gone",
                        "the copy of the template with which this job began cannot be read any"
                            + " more; start the list again"));
    Open made = new Open(RunningJob.open(spec, folder, tools, template));
    open.put(spec.id(), made);
    made.job.pictures().ifPresent(pictures -> drawing.accept(spec, pictures));
    return made;
  }

  /** The folder of a job. */
  static JobFolder folder(JobKeys keys, WorkFolder work, JobSpec spec) {
    byte[] key =
        keys.derived(spec.key(), "job " + spec.id())
            .orElseThrow(
                () ->
                    new UnusableException(
                        "no_keys",
                        "the key that sealed this job's rows is not there any more; give it back to"
                            + " NAMEPLATE_KEYS, or start the list again"));
    return new JobFolder(work, spec.id(), key);
  }

  /** A job that cannot go on. */
  private static final class UnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient JobError error;

    UnusableException(String code, String message) {
      super(code, null, false, false);
      this.error = new JobError(code, message, false);
    }
  }

  private void close(String id) {
    Open known = open.remove(id);
    if (known != null) {
      known.job.close();
    }
  }

  /** An exception's type and origin: its message may hold a recipient's data. */
  private static String kind(Throwable failed) {
    StackTraceElement[] trace = failed.getStackTrace();
    return failed.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  /** Ends after the rows that are being worked on, which are dropped. */
  @Override
  public void close() {
    closed = true;
    threads.shutdown();
    synchronized (more) {
      signals++;
      more.notifyAll();
    }
    try {
      boolean unused = threads.awaitTermination(5, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    open.keySet().forEach(this::close);
  }
}
