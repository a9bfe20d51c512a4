package dev.nameplate.access.sign;

import dev.nameplate.merge.query.RawQuery;
import java.time.Instant;
import java.util.Optional;

/** The result of verifying a URL. */
public sealed interface VerificationResult {
  /**
   * The request is answered.
   *
   * @param query the part of the request's query that may be drawn
   * @param expires the instant from which the URL is refused; empty for never
   */
  record Admitted(RawQuery query, Optional<Instant> expires) implements VerificationResult {}

  /**
   * The template requires a signature, and the URL's is missing or wrong.
   *
   * @param reason for the author
   */
  record Denied(DenialReason reason) implements VerificationResult {}

  /**
   * The signature is right, and the URL has expired.
   *
   * @param at the instant of its expiry
   */
  record Expired(Instant at) implements VerificationResult {}
}
