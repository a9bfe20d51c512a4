package dev.nameplate.usage;

import java.util.concurrent.atomic.LongAdder;

/**
 * The counts of a template and a subject since the start of the process. Counting is an addition
 * and nothing else; safe for many threads.
 */
public final class UsageCounter {
  private final LongAdder urls = new LongAdder();
  private final LongAdder pictures = new LongAdder();
  private final LongAdder hits = new LongAdder();

  /** Counts a request for which a picture was drawn. */
  public void picture() {
    pictures.increment();
  }

  /** Counts a request for a picture that was answered without drawing. */
  public void hit() {
    hits.increment();
  }

  /** Counts URLs that were made. */
  void urls(long made) {
    urls.add(made);
  }

  /** The counts now; later ones are never less. */
  UsageCounts counts() {
    return new UsageCounts(urls.sum(), pictures.sum(), hits.sum());
  }
}
