package dev.nameplate.asset.decode.jpeg;

/** A JPEG breaks off, is damaged, or is of a kind that is not read; the message says which. */
public final class JpegException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JpegException(String message) {
    super(message);
  }
}
