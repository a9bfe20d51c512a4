package dev.nameplate.access.token;

/** Which tokens were revoked. Safe for many threads; never blocks. */
@FunctionalInterface
public interface RevokedTokens {
  /** No token was revoked. */
  RevokedTokens NONE = id -> false;

  /**
   * Returns whether a token was revoked.
   *
   * @param id the token's {@code jti}
   */
  boolean isRevoked(String id);
}
