package dev.nameplate.batch.job;

/** A job that is not taken. Its message is for people and holds no value of a recipient. */
public final class JobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The list or what is wanted of it cannot be used. */
    UNUSABLE,
    /** The list is longer than it may be. */
    TOO_LARGE,
    /** Another request with the same name had another content. */
    MISMATCH,
    /** There is no space for it now. */
    FULL
  }

  private final Reason reason;

  JobException(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** Returns why. */
  public Reason reason() {
    return reason;
  }

  /** Returns what is wrong and what is allowed, for people. */
  public String what() {
    return String.valueOf(getMessage());
  }
}
