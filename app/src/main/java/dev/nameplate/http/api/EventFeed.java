package dev.nameplate.http.api;

import dev.nameplate.batch.job.Job;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a stream of events says of a job (WHATWG HTML, section 9.2): an event after each change, a
 * comment where ten seconds brought none. A reader that comes again says which event it had last,
 * and is not told that one twice. For one thread.
 */
final class EventFeed {
  /** How often a silent stream says something, so that no proxy closes it. */
  private static final int COMMENT_SECONDS = 10;

  private final String base;
  private String seen;
  private long spoken;

  /**
   * @param base scheme and host that links begin with
   * @param last the id of the last event that the reader had; empty for none
   * @param now in nanoseconds
   */
  EventFeed(String base, String last, long now) {
    this.base = base;
    this.seen = last;
    this.spoken = now;
  }

  /**
   * Returns what is to be written of a job as it is now; empty for nothing.
   *
   * @param now in nanoseconds
   */
  Optional<String> next(Job job, long now) {
    String id = job.status().label() + "-" + job.progress().tally().rows();
    if (!id.equals(seen)) {
      seen = id;
      spoken = now;
      return Optional.of(event(job, id));
    }
    if (now - spoken >= TimeUnit.SECONDS.toNanos(COMMENT_SECONDS)) {
      spoken = now;
      return Optional.of(": nothing new\n\n");
    }
    return Optional.empty();
  }

  private String event(Job job, String id) {
    String name = job.status().isEnded() ? "end" : "progress";
    String data = new String(ApiJson.bytes(BatchJson.of(job, base)), StandardCharsets.UTF_8);
    return "event: " + name + "\nid: " + id + "\ndata: " + data + "\n\n";
  }
}
