package dev.nameplate.access.token;

import java.util.Optional;

/** What the verification of a token came to. */
public sealed interface TokenResult {
  /** It is good. */
  record Granted(Grant grant) implements TokenResult {}

  /**
   * It is not good.
   *
   * @param id its {@code jti}; absent where the token was not made by this server
   */
  record Refused(Reason reason, Optional<String> id) implements TokenResult {}

  /** Why a token is not good. */
  enum Reason {
    /** It is none of ours, or not as we write them. */
    BAD,
    /** Its time is over. */
    EXPIRED,
    /** It was revoked. */
    REVOKED
  }
}
