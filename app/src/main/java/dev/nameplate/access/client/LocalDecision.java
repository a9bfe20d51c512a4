package dev.nameplate.access.client;

/** What {@link LocalRule} says of a request that has no token. */
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

  /** The HTTP status of the answer: 200 where the request is to be answered as it is. */
  public int status() {
    return status;
  }
}
