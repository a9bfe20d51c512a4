package dev.nameplate.text.font;

/** The font folder cannot be used. The message names the file and what it should be. */
public final class FontException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception without a cause.
   *
   * @param message names the file and what it should be
   */
  public FontException(String message) {
    super(message);
  }

  /**
   * An exception with a cause.
   *
   * @param message names the file and what it should be
   * @param cause why it could not be read
   */
  public FontException(String message, Throwable cause) {
    super(message, cause);
  }
}
