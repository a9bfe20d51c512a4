package dev.nameplate.access.client;

/** The decision of {@link LocalRule} on a request without a token. */
public enum LocalDecision {
  /** It comes from the author's own machine and needs no token. */
  ALLOWED,
  /** It needs a token. */
  UNAUTHORIZED,
  /**
   * It comes from the author's own machine, but by a name that is not this machine's, or from a
   * page of another origin.
   */
  FORBIDDEN
}
