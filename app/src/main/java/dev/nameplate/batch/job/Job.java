package dev.nameplate.batch.job;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A job at an instant.
 *
 * @param spec what was asked for
 * @param status where it is
 * @param error what is in its way; empty for nothing
 * @param progress how far it is
 * @param changed when the status was last changed; for an ended job, when it ended
 */
public record Job(
    JobSpec spec,
    JobStatus status,
    Optional<JobError> error,
    JobProgress progress,
    Instant changed) {
  /** Returns the job with no error and another status from an instant on. */
  public Job with(JobStatus next, Instant now) {
    return new Job(spec, next, Optional.empty(), progress, now);
  }

  /** Returns the job with an error and the status that comes of it. */
  public Job stopped(JobError reason, Instant now) {
    JobStatus next = reason.passing() ? JobStatus.PAUSED : JobStatus.FAILED;
    return new Job(spec, next, Optional.of(reason), progress, now);
  }

  /** Returns the job with another progress. */
  public Job with(JobProgress next) {
    return new Job(spec, status, error, next, changed);
  }

  /**
   * Returns the seconds that the rows left take at the measured rate; empty for a job that has
   * ended or whose rate is not known.
   */
  public OptionalLong etaSeconds() {
    long left = spec.rows() - progress.tally().rows();
    return status.isEnded() || progress.rate() <= 0
        ? OptionalLong.empty()
        : OptionalLong.of((long) Math.ceil(Math.max(0, left) / progress.rate()));
  }
}
