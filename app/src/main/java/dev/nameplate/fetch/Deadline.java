package dev.nameplate.fetch;

import java.time.Duration;

/**
 * The end of a fetch, by {@link System#nanoTime()}.
 *
 * @param fetchEnd when the network must have delivered the last byte
 * @param decodeEnd when the decoder must have finished
 */
record Deadline(long fetchEnd, long decodeEnd) {
  /** How long decoding may take after the network's time. */
  static final Duration DECODING = Duration.ofMillis(500);

  /** The deadline of a fetch that starts now. */
  static Deadline in(Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    return new Deadline(end, end + DECODING.toNanos());
  }

  /**
   * How long the network has left; at least 1 ms, since the HTTP client takes zero for no limit.
   */
  Duration left() {
    return Duration.ofNanos(Math.max(1_000_000, fetchEnd - System.nanoTime()));
  }

  /** Whether the decoder's time is over. */
  boolean isDecoderLate() {
    return System.nanoTime() - decodeEnd > 0;
  }
}
