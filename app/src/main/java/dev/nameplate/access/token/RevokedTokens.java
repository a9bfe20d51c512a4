package dev.nameplate.access.token;

/** Which tokens were revoked. Safe for many threads; never blocks. */
@FunctionalInterface
public interface RevokedTokens {
  /** No token was. */
  RevokedTokens NONE = id -> false;

  /** Whether the token of a {@code jti} was revoked. */
  boolean isRevoked(String id);
}
