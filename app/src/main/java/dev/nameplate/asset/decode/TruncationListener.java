package dev.nameplate.asset.decode;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Hears whether a file ends too soon: the JDK's reader of JPEG merely warns of it, and goes on in
 * grey.
 */
final class TruncationListener implements IIOReadWarningListener {
  /** How that warning begins; it is the same in every language. */
  private static final String WARNING = "Truncated";

  private volatile boolean heard;

  @Override
  public void warningOccurred(ImageReader reader, String warning) {
    heard |= warning.startsWith(WARNING);
  }

  /**
   * To be called once the picture was read.
   *
   * @throws AssetException where its file broke off
   */
  void check() {
    if (heard) {
      throw new AssetException("the file breaks off before its picture ends");
    }
  }
}
