package dev.nameplate.text.font;

/** The font folder cannot be used; the message says which file, and what it should be. */
public final class FontException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FontException(String message) {
    super(message);
  }

  public FontException(String message, Throwable cause) {
    super(message, cause);
  }
}
