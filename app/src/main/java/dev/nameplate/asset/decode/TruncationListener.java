package dev.nameplate.asset.decode;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Records whether a JPEG reader warns. It warns once only and fills missing data with gray, so any
 * warning is a reason to check the file.
 */
final class TruncationListener implements IIOReadWarningListener {
  private volatile boolean hasWarned;

  @Override
  public void warningOccurred(ImageReader reader, String warning) {
    hasWarned = true;
  }

  /** Whether there was a warning. */
  boolean hasWarned() {
    return hasWarned;
  }
}
