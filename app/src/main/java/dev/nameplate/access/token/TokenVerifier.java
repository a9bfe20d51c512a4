package dev.nameplate.access.token;

import java.time.Instant;

/** Says what a token allows. Safe for many threads; never blocks. */
@FunctionalInterface
public interface TokenVerifier {
  /**
   * Verifies a token in time linear in its length; never fails, whatever it holds.
   *
   * @param token as it stands in the header, with its prefix
   */
  TokenResult verify(String token, Instant now);
}
