package dev.nameplate.asset.decode;

/**
 * An image cannot be loaded or decoded. The message says why and never quotes the URL of a remote
 * image.
 */
public sealed class AssetException extends RuntimeException permits TooLargeException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception without a cause.
   *
   * @param message why, without the image's URL
   */
  public AssetException(String message) {
    super(message);
  }

  /**
   * An exception with a cause.
   *
   * @param message why, without the image's URL
   * @param cause what failed
   */
  public AssetException(String message, Throwable cause) {
    super(message, cause);
  }
}
