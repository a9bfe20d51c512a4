package dev.nameplate.batch.job;

import dev.nameplate.batch.csv.ListException;
import dev.nameplate.util.DaemonThreads;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on jobs, turn by turn, in threads of its own. */
final class JobRunner implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
  private static final long IDLE_MILLIS = 1000;

  private final JobPlace place;
  private final JobQueue queue;
  private final ExecutorService threads;
  private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();
  private final Object more = new Object();
  private long signals;
  private volatile boolean closed;

  /**
   * @param place in which the jobs lie
   */
  JobRunner(JobPlace place) {
    this.place = place;
    this.queue = place.queue();
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
      place.leave(id);
    }
    Job now = queue.release(id, end);
    if (now.status() != JobStatus.RUNNING) {
      place.leave(id);
    }
    changed(now);
  }

  private JobQueue.Turn worked(JobSpec spec) {
    try {
      return place.turn(spec, () -> isStopped(spec.id()));
    } catch (JobPlace.StoppedException stopped) {
      place.leave(spec.id());
      return new JobQueue.Turn.More();
    } catch (IOException full) {
      log.warn("job {} pauses: {}", spec.id(), full.toString());
      return new JobQueue.Turn.Stopped(JobError.diskFull());
    } catch (ListException unusable) {
      return new JobQueue.Turn.Stopped(new JobError("unusable_list", unusable.what(), false));
    } catch (JobPlace.UnusableException unusable) {
      return new JobQueue.Turn.Stopped(unusable.error());
    } catch (RuntimeException bug) {
      log.error("job {} failed: {}", spec.id(), kind(bug));
      return new JobQueue.Turn.Stopped(
          new JobError("internal", "something went wrong here; it is in the log", false));
    }
  }

  private boolean isStopped(String id) {
    return closed || !queue.isWanted(id);
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
  }
}
