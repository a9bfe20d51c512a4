package dev.nameplate.asset.decode;

/** An image has more pixels than {@link DecodeLimits} allow. The message gives both numbers. */
public final class TooLargeException extends AssetException {
  private static final long serialVersionUID = 1L;

  TooLargeException(String message) {
    super(message);
  }
}
