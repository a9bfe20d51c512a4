package dev.nameplate.access;

import dev.nameplate.merge.RawQuery;
import java.time.Instant;
import java.util.Optional;

/** What is to become of a request. */
public sealed interface Verdict {
  /**
   * It is answered.
   *
   * @param query what of the request's may be drawn
   * @param expires when the same request will no longer be answered so; empty for never
   */
  record Admitted(RawQuery query, Optional<Instant> expires) implements Verdict {}

  /** It was not signed, or not so. */
  record Denied(Denial why) implements Verdict {}

  /** It was good until an instant that has passed. */
  record Expired(Instant at) implements Verdict {}
}
