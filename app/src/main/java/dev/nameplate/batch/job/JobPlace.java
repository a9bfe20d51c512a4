package dev.nameplate.batch.job;

import dev.nameplate.batch.ListPlan;
import dev.nameplate.store.ResultStore;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Where jobs lie, and how their rows are worked on. Safe for many threads. */
public interface JobPlace extends AutoCloseable {
  /** Returns the queue of its jobs. */
  JobQueue queue();

  /** Returns why no job can be taken now, a sentence for people; empty where one can. */
  Optional<String> refusal();

  /**
   * Keeps what has arrived, and adds the job to the queue.
   *
   * @param arrived its list is whole; what is not kept of it is deleted when it is closed
   * @throws IOException where it cannot be stored; it is not added then
   */
  void enqueue(NewJob arrived, JobSpec spec, ListPlan plan) throws IOException;

  /**
   * Works for a turn on a job that was claimed.
   *
   * @param stopped whether the job was paused or cancelled, or the process ends; asked often
   * @return how the turn ended
   * @throws IOException where the disk takes no more
   * @throws StoppedException where it was stopped; the rows that were worked on are dropped
   * @throws UnusableException where the job cannot go on
   * @throws dev.nameplate.batch.csv.ListException where its list cannot be used
   */
  JobQueue.Turn turn(JobSpec spec, BooleanSupplier stopped) throws IOException;

  /** Closes what is open of a job, on which no thread works now. */
  void leave(String id);

  /** Hears of each change of a job that this process notices; returns at once. */
  void changed(Job job);

  /**
   * Returns the template of a job, as the job began with it.
   *
   * @throws IOException where it cannot be read any more
   */
  Template template(JobSpec spec) throws IOException;

  /**
   * Returns what is kept of a job.
   *
   * @throws UnusableException where the key that sealed it is gone
   */
  JobData data(JobSpec spec);

  /** Deletes all that is kept of a job that is not in the queue any more. */
  void delete(JobSpec spec);

  /** Returns the pictures of {@link JobMode#PRERENDER} jobs as a store that is only read. */
  ResultStore prerendered();

  /**
   * Returns a note that was kept with a job: no value of a recipient.
   *
   * @return empty where there is none, or it cannot be read now
   */
  Optional<byte[]> note(String id, String name);

  /** Keeps a note with a job, and replaces one of the same name; false where it is not kept. */
  boolean keepNote(String id, String name, byte[] note);

  /**
   * Takes the right to do something for a job that only one process is to do at a time.
   *
   * @param time after which another may do it, in any case
   * @return whether this process may
   */
  boolean takeTask(String id, String task, Duration time);

  /** Gives that right back. */
  void endTask(String id, String task);

  /** Ends what is open; jobs stay. */
  @Override
  void close();

  /** The job was stopped while rows were being worked on, which are dropped. */
  final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A turn that was stopped. */
    public StoppedException() {
      super("stopped", null, false, false);
    }
  }

  /** The job cannot go on. */
  final class UnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient JobError error;

    /**
     * @param code as in {@link JobError}
     * @param message for people, with what to do about it
     */
    public UnusableException(String code, String message) {
      super(code, null, false, false);
      this.error = new JobError(code, message, false);
    }

    /** Returns what is in the way. */
    public JobError error() {
      return error;
    }

    /** Returns that the key which sealed a job is not among this node's keys. */
    public static UnusableException noKeys() {
      return new UnusableException(
          "no_keys",
          "the key that sealed this job's rows is not there any more; give it back to"
              + " NAMEPLATE_KEYS, or start the list again");
    }

    /** Returns that the copy of the template is not there any more. */
    public static UnusableException templateGone() {
      return new UnusableException(
          "template_gone",
          "the copy of the template with which this job began cannot be read any more; start the"
              + " list again");
    }
  }
}
