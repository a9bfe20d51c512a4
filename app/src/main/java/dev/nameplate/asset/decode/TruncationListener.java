package dev.nameplate.asset.decode;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Hears whether a reader of JPEG complains. It does so once only, whatever it finds afterwards, and
 * goes on in gray where data is missing; so any complaint is a reason to look closer.
 */
final class TruncationListener implements IIOReadWarningListener {
  private volatile boolean isHeard;

  @Override
  public void warningOccurred(ImageReader reader, String warning) {
    isHeard = true;
  }

  /** Whether there was a complaint. */
  boolean isHeard() {
    return isHeard;
  }
}
