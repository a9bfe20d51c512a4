package dev.nameplate.batch.share;

import dev.nameplate.batch.job.JobError;

/** What can be in a shared job's way. */
final class SharedErrors {
  private SharedErrors() {}

  /** Redis does not answer. */
  static JobError down() {
    return new JobError(
        "redis_down",
        "Redis does not answer this node, or takes nothing more; the job goes on by itself when it"
            + " does",
        true);
  }

  /** This node's program reads the template otherwise. */
  static JobError otherTemplate() {
    return new JobError(
        "template_gone",
        "this node cannot read the template with which the job began, and leaves it to nodes that"
            + " run the program that took it",
        true);
  }

  /** Redis has lost the job. */
  static JobError lost(long rows) {
    return new JobError(
        "lost",
        "Redis has been emptied, and this job was in it alone; "
            + rows
            + " of its rows had been worked on. Start the list again; with appendonly yes Redis"
            + " keeps jobs",
        false);
  }

  /** Why a row is given up. */
  static String givenUp(int times) {
    return times + " nodes ended or failed while they worked on this row";
  }
}
