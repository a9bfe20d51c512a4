package dev.nameplate.batch.csv;

/**
 * A list that cannot be used as it is. The message says what was found and what to do, and holds no
 * value of a recipient.
 */
public final class ListException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;

  /**
   * @param what a sentence
   * @param anchor in {@code app/docs/troubleshooting.md}
   */
  public ListException(String what, String anchor) {
    super(what + "; see app/docs/troubleshooting.md#" + anchor);
    this.what = what;
  }

  /** Returns what was found and what to do, without the place in the documentation. */
  public String what() {
    return what;
  }
}
