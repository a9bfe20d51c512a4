package dev.nameplate.batch.job;

import java.util.Locale;

/** Where a job is between its start and its end. */
public enum JobStatus {
  /** It waits for its turn. */
  QUEUED,
  /** It has had a turn, and has the next when those of others are over. */
  RUNNING,
  /** It stands still: somebody wanted that, or something is in its way. */
  PAUSED,
  /** Every row is in its final state. */
  COMPLETED,
  /** Somebody ended it; what was done is kept. */
  CANCELLED,
  /** It cannot go on; what was done is kept. */
  FAILED;

  /** Returns the name in lower case, as the API has it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether nothing follows this status. */
  public boolean isEnded() {
    return this == COMPLETED || this == CANCELLED || this == FAILED;
  }
}
