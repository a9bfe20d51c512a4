package dev.nameplate.fetch;

import java.time.Duration;

/**
 * When a fetch is over.
 *
 * @param fetched by {@link System#nanoTime()}, for the network
 * @param decoded the same, for the decoder
 */
record Deadline(long fetched, long decoded) {
  /** What decoding may take after the last byte came. */
  static final Duration DECODING = Duration.ofMillis(500);

  static Deadline in(Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    return new Deadline(end, end + DECODING.toNanos());
  }

  /** What the network has left; at least a millisecond, since zero would mean no limit. */
  Duration left() {
    return Duration.ofNanos(Math.max(1_000_000, fetched - System.nanoTime()));
  }

  boolean isDecoderLate() {
    return System.nanoTime() - decoded > 0;
  }
}
