package dev.nameplate.access.token;

import java.util.Optional;

/** The result of verifying a token. */
public sealed interface TokenResult {
  /**
   * The token is accepted.
   *
   * @param grant what it allows
   */
  record Granted(Grant grant) implements TokenResult {}

  /**
   * The token is refused.
   *
   * @param reason why
   * @param id its {@code jti}; empty where no key of this server signed it, or it has none
   */
  record Refused(Reason reason, Optional<String> id) implements TokenResult {}

  /** Why a token is refused. */
  enum Reason {
    /** It was not signed by a key of this server, or its form is not that of {@link JwtTokens}. */
    BAD,
    /** It has expired. */
    EXPIRED,
    /** It was revoked. */
    REVOKED
  }
}
