package dev.nameplate.render;

/** The file that holds a background's pixels is missing, cut off or damaged. */
public final class StoredPixelsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param message what is wrong with the file, without its path
   */
  public StoredPixelsException(String message) {
    super(message);
  }

  /**
   * @param message what is wrong with the file, without its path
   * @param cause of the failed read
   */
  public StoredPixelsException(String message, Throwable cause) {
    super(message, cause);
  }
}
