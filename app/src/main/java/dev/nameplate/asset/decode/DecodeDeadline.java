package dev.nameplate.asset.decode;

import java.util.function.BooleanSupplier;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Aborts an ImageIO reader between two rows after the deadline. */
final class DecodeDeadline implements IIOReadProgressListener {
  private final BooleanSupplier isLate;
  private boolean stopped;

  DecodeDeadline(BooleanSupplier isLate) {
    this.isLate = isLate;
  }

  /** Whether a reader was aborted, so that its image is incomplete. */
  boolean isStopped() {
    return stopped;
  }

  @Override
  public void imageProgress(ImageReader reader, float share) {
    if (isLate.getAsBoolean()) {
      stopped = true;
      reader.abort();
    }
  }

  @Override
  public void readAborted(ImageReader reader) {
    stopped = true;
  }

  @Override
  public void sequenceStarted(ImageReader reader, int first) {}

  @Override
  public void sequenceComplete(ImageReader reader) {}

  @Override
  public void imageStarted(ImageReader reader, int index) {}

  @Override
  public void imageComplete(ImageReader reader) {}

  @Override
  public void thumbnailStarted(ImageReader reader, int index, int thumbnail) {}

  @Override
  public void thumbnailProgress(ImageReader reader, float share) {}

  @Override
  public void thumbnailComplete(ImageReader reader) {}
}
