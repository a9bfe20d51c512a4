package dev.nameplate.access.token;

import java.time.Instant;

/** Says what a token allows. Safe for many threads; never blocks. */
@FunctionalInterface
public interface TokenVerifier {
  /**
   * Verifies a token in time linear in its length; never throws, whatever it holds.
   *
   * @param token as it stands in the header, with its prefix
   * @param now the instant that decides whether it has expired
   * @return what the token allows, or why it is refused
   */
  TokenResult verify(String token, Instant now);
}
