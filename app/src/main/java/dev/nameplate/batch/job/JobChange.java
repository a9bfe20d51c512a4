package dev.nameplate.batch.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do to a job that has not ended. */
public enum JobChange {
  /** It stands still after the rows that are being worked on. */
  PAUSE(JobStatus.PAUSED),
  /** It goes on. */
  RESUME(JobStatus.QUEUED),
  /** It ends; rows that are being worked on are dropped. */
  CANCEL(JobStatus.CANCELLED);

  private final JobStatus status;

  JobChange(JobStatus status) {
    this.status = status;
  }

  /** Returns the status that follows. */
  JobStatus status() {
    return status;
  }

  /** Returns the change with a name in lower case, {@code pause}; empty if there is none. */
  public static Optional<JobChange> ofLabel(String label) {
    return Arrays.stream(values())
        .filter(change -> change.name().toLowerCase(Locale.ROOT).equals(label))
        .findFirst();
  }
}
