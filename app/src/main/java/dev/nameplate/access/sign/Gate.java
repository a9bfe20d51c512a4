package dev.nameplate.access.sign;

import dev.nameplate.merge.query.RawQuery;
import java.time.InstantSource;

/**
 * The verifier at its post, with a clock.
 *
 * @param clock tells what has expired
 */
public record Gate(UrlVerifier verifier, InstantSource clock) {
  /** The gate of a server. */
  public static Gate of(AccessSettings settings) {
    return new Gate(new UrlVerifier(settings), InstantSource.system());
  }

  /** Judges a request as of now. */
  public VerificationResult judge(ImageRef imageRef, RawQuery query) {
    return verifier.verify(imageRef, query, clock.instant());
  }
}
