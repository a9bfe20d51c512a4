package dev.nameplate.access.client;

/** The decision of {@link LocalRule} on a request without a token. */
public enum LocalDecision {
  /** It comes from the author's own machine and needs no token. */
  ALLOWED(200),
  /** It needs a token. */
  UNAUTHORIZED(401),
  /**
   * It comes from the author's own machine, but by a name that is not this machine's, or from a
   * page of another origin.
   */
  FORBIDDEN(403);

  private final int status;

  LocalDecision(int status) {
    this.status = status;
  }

  /**
   * Returns the HTTP status of a refusal (RFC 9110, section 15), or 200 where the request is
   * allowed.
   */
  public int status() {
    return status;
  }
}
