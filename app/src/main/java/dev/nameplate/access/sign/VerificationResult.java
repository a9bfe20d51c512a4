package dev.nameplate.access.sign;

import dev.nameplate.merge.query.RawQuery;
import java.time.Instant;
import java.util.Optional;

/** What is to become of a request. */
public sealed interface VerificationResult {
  /**
   * It is answered.
   *
   * @param query what of the request's may be drawn
   * @param expires when the same request will no longer be answered so; empty for never
   */
  record Admitted(RawQuery query, Optional<Instant> expires) implements VerificationResult {}

  /** It was not signed, or not so. */
  record Denied(DenialReason why) implements VerificationResult {}

  /** It was good until an instant that has passed. */
  record Expired(Instant at) implements VerificationResult {}
}
