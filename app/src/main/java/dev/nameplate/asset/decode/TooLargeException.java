package dev.nameplate.asset.decode;

/** A picture has more pixels than are decoded. */
public final class TooLargeException extends AssetException {
  private static final long serialVersionUID = 1L;

  TooLargeException(String message) {
    super(message);
  }
}
