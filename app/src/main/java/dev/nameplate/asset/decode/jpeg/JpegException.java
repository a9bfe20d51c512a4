package dev.nameplate.asset.decode.jpeg;

/** A JPEG breaks off, is damaged, or is of a kind that is not read; the message says which. */
public final class JpegException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  JpegException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** The message. */
  public String reason() {
    return reason;
  }
}
