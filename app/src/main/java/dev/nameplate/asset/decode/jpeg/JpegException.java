package dev.nameplate.asset.decode.jpeg;

/** A JPEG is truncated, damaged or of an unsupported kind. The message says which. */
public final class JpegException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  JpegException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Returns the message, never empty. */
  public String reason() {
    return reason;
  }
}
