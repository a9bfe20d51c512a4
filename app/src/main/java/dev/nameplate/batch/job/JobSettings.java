package dev.nameplate.batch.job;

import java.time.Duration;

/**
 * Limits on jobs.
 *
 * @param atOnce how many jobs have a turn at a time; at least 1
 * @param maxBytes the longest list in bytes; at least 1
 * @param maxRows the most rows of a list; at least 1
 * @param keep how long an ended job is kept, with its rows and pictures; more than 0
 */
public record JobSettings(int atOnce, long maxBytes, long maxRows, Duration keep) {
  /** Two at a time, lists of 512 MiB and two million rows, a day. */
  public static final JobSettings DEFAULT =
      new JobSettings(2, 512L << 20, 2_000_000, Duration.ofHours(24));

  /** How many jobs there may be at a time, ended ones included. */
  public static final int MOST = 1000;

  /**
   * @throws IllegalArgumentException where a limit is out of its range; the message names the
   *     setting
   */
  public JobSettings {
    if (atOnce < 1 || maxBytes < 1 || maxRows < 1 || keep.isNegative() || keep.isZero()) {
      throw new IllegalArgumentException(
          "NAMEPLATE_BATCHES, NAMEPLATE_BATCH_BYTES and NAMEPLATE_BATCH_ROWS must be 1 or more and"
              + " NAMEPLATE_BATCH_KEEP more than 0");
    }
  }
}
