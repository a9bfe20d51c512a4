package dev.nameplate.batch.job;

import dev.nameplate.batch.Tally;

/**
 * How far a job is.
 *
 * @param tally the counts of the rows so far; their states sum to the rows read. Not to be changed
 * @param pictures how many different pictures were drawn
 * @param rate rows in a second while it was worked on; 0 where nothing is known yet
 */
public record JobProgress(Tally tally, long pictures, double rate) {
  /** Nothing is done yet. */
  public static JobProgress none() {
    return new JobProgress(new Tally(), 0, 0);
  }
}
