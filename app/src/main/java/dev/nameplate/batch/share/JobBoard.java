package dev.nameplate.batch.share;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What nodes share of jobs: for each job a state, parts that hold fields, and a queue of units of
 * which each is taken by one node at a time. It knows bytes, not what they mean. Every call may
 * wait for a network; none fails halfway. Safe for many threads.
 */
public interface JobBoard {
  /** The parts of a job. */
  enum Part {
    /** The template's files, and what is known of the list. */
    FILES,
    /** The rows of the list, by unit. */
    ROWS,
    /** The rows in their final state, by unit. */
    DONE,
    /** Numbers of pictures, by label. */
    LABELS,
    /** Pictures, by number. */
    PICTURES,
    /** What else is noted. */
    NOTES
  }

  /** Returns whether it can be asked now; never waits. */
  boolean isUp();

  /** Returns why it takes no jobs now, a sentence for people; empty where it does. */
  Optional<String> refusal();

  /**
   * A status.
   *
   * @param label in lower case
   * @param error what is in its way; empty for nothing
   * @param passing whether the job tries again by itself
   * @param changed now, in milliseconds since 1970
   */
  record Status(String label, String error, boolean passing, long changed) {}

  /**
   * A job's state.
   *
   * @param key the name of the key that sealed it
   * @param spec what was asked for, sealed
   * @param status where it is
   * @param progress the sum over its finished units
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  record State(String key, byte[] spec, Status status, Progress progress) {}

  /**
   * A sum over finished units.
   *
   * @param sum the counts
   * @param pictures how many were drawn
   * @param version another one after each change of it
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  record Progress(byte[] sum, long pictures, long version) {}

  /**
   * Adds a job, whose parts are there; one without units is completed.
   *
   * @param state with no error
   * @param units their names, in the order in which they are worked on
   */
  void enqueue(String id, State state, List<String> units) throws IOException;

  /** Returns the ids of all jobs, each with a number that is another one after each change. */
  Map<String, Long> changes() throws IOException;

  /** Returns the state of a job; empty where there is none. */
  Optional<State> state(String id) throws IOException;

  /** Returns whether a job was removed lately, by whichever node. */
  boolean wasRemoved(String id) throws IOException;

  /**
   * A unit that this node has taken.
   *
   * @param message its place in the queue
   * @param unit its name
   * @param times how often it was taken, this time included
   */
  record Taken(String message, String unit, long times) {}

  /**
   * Takes a unit of a job that is queued, running, or paused by what passes: first one whose node
   * is silent. The job is running then.
   *
   * @param now in milliseconds since 1970
   * @param retry how long what passes keeps a job from going on
   * @param silent how long a node is silent that is gone
   */
  Optional<Taken> take(String id, long now, Duration retry, Duration silent) throws IOException;

  /** Says that this node still works on a unit; false where another one has taken it. */
  boolean beat(String id, String message) throws IOException;

  /** Puts a unit back, for whichever node, unless another one has taken it. */
  void giveBack(String id, Taken taken) throws IOException;

  /** Leaves a unit to whichever node takes it once this one has been silent about it. */
  void abandon(Taken taken);

  /** Forgets a unit, which need not be worked on. */
  void drop(String id, Taken taken) throws IOException;

  /** Replaces a unit by parts of it, with their rows. */
  void split(String id, Taken taken, Map<String, byte[]> parts) throws IOException;

  /** What became of a commit. */
  enum Commit {
    /** The unit is done: now, or by another node before. */
    DONE,
    /** The progress is another one by now; nothing was written. */
    OUTDATED,
    /** The job has ended, or is gone; nothing was written. */
    ENDED
  }

  /**
   * Writes the rows of a unit together with the progress that comes of them; with the last unit the
   * job is completed.
   *
   * @param rows sealed
   * @param before the version of the progress that the new one was made from
   * @param now in milliseconds since 1970
   */
  Commit commit(String id, Taken taken, byte[] rows, Progress progress, long before, long now)
      throws IOException;

  /** Replaces the progress. */
  void progress(String id, byte[] sum, long pictures) throws IOException;

  /**
   * Changes the status of a job, if it is one of some; else does nothing.
   *
   * @param from statuses with commas between
   * @param to the new one
   * @return whether it was changed
   */
  boolean status(String id, String from, Status to) throws IOException;

  /**
   * Deletes a job that has ended and that no node works on, or what is left of one that was lost.
   *
   * @param silent how long a node is silent that is gone
   * @return whether it is gone
   */
  boolean remove(String id, Duration silent) throws IOException;

  /** Writes fields of a part. */
  void put(String id, Part part, Map<String, byte[]> fields) throws IOException;

  /** Returns a field of a part; empty where there is none. */
  Optional<byte[]> get(String id, Part part, String field) throws IOException;

  /** Returns the names of a part's fields, sorted. */
  List<String> fields(String id, Part part) throws IOException;

  /** Returns a number that no other call has returned for the job. */
  long number(String id) throws IOException;

  /**
   * Adds a picture, unless there is one with its label.
   *
   * @param number by which it is read, from {@link #number}
   * @param note kept by the label
   * @return the note of the picture that is there now
   */
  String picture(String id, String label, long number, String note, byte[] sealed)
      throws IOException;

  /** Takes the right to a task for a time, if nobody has it. */
  boolean takeTask(String id, String task, Duration time) throws IOException;

  /** Gives up a right that this node has. */
  void endTask(String id, String task) throws IOException;
}
