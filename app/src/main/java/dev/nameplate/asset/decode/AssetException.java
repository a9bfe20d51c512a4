package dev.nameplate.asset.decode;

/** A picture cannot be had; the message says why, without its address where a recipient sent it. */
public sealed class AssetException extends RuntimeException permits TooLargeException {
  private static final long serialVersionUID = 1L;

  public AssetException(String message) {
    super(message);
  }

  public AssetException(String message, Throwable cause) {
    super(message, cause);
  }
}
