package dev.nameplate.http.monitor;

import io.micrometer.core.instrument.Counter;
import java.util.List;

/**
 * The counters of one answer that is given again and again, at hand without a look-up.
 *
 * @param hits that count it with its picture
 * @param unmodified that count it without
 */
public record RepeatCounters(List<Counter> hits, List<Counter> unmodified, Counter bytes) {
  public RepeatCounters {
    hits = List.copyOf(hits);
    unmodified = List.copyOf(unmodified);
  }

  void countHit(int length) {
    count(hits);
    bytes.increment(length);
  }

  void countUnmodified() {
    count(unmodified);
  }

  private static void count(List<Counter> counters) {
    for (int at = 0; at < counters.size(); at++) {
      counters.get(at).increment();
    }
  }
}
