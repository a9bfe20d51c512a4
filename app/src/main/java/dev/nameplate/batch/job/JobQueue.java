package dev.nameplate.batch.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Which jobs there are, and whose turn it is. What it holds outlasts the process. Safe for several
 * threads.
 *
 * <p>Turns are fair between owners: the owner whose last turn is longest ago has the next one, and
 * of an owner's jobs the oldest that can go on.
 */
public interface JobQueue {
  /**
   * Adds a job whose list is whole; it is queued.
   *
   * @throws IOException where it cannot be stored; it is not added then
   */
  void enqueue(JobSpec spec) throws IOException;

  /** Returns a job as it is now; empty where there is none with this id. */
  Optional<Job> find(String id);

  /** Returns all jobs, the newest first. */
  List<Job> all();

  /**
   * Gives the next turn. The job is running then, and no other thread of this process gets it until
   * {@link #release}; what of it this turn is for, no other process gets before the end of this
   * one.
   *
   * @return empty where no job can go on now
   */
  Optional<Job> claim();

  /**
   * Returns whether a claimed job is to go on: nobody has paused or cancelled it. Asked often, so
   * it looks into memory alone.
   */
  boolean isWanted(String id);

  /**
   * Notes how far a claimed job is; where it was paused or cancelled meanwhile, that stays.
   *
   * @return the job as it is now
   */
  Job progress(String id, JobProgress progress);

  /**
   * Ends a turn. A job that was paused or cancelled meanwhile stays so.
   *
   * @return the job as it is now; where another process completed it, as this one knew it before,
   *     so that of all processes one tells that it is completed
   */
  Job release(String id, Turn turn);

  /**
   * Does what a person wants; a job that has ended, or is so already, stays as it is.
   *
   * @return the job as it is now; empty where there is none with this id
   */
  Optional<Job> change(String id, JobChange change);

  /** Forgets a job that has ended; returns whether there was one. */
  boolean remove(String id);

  /** How a turn ended. */
  sealed interface Turn {
    /** There is more to do. */
    record More() implements Turn {}

    /** Every row is in its final state. */
    record Done() implements Turn {}

    /**
     * Something is in the way.
     *
     * @param error what
     */
    record Stopped(JobError error) implements Turn {}
  }
}
