package dev.nameplate.render;

import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;

/**
 * A picture of which only some strips are painted.
 *
 * @param image lent to the receiver until it closes this; rows outside the strips hold anything
 * @param strips the strips that differ from the base; strip {@code n} starts at row {@code n} ×
 *     {@link Renderer#STRIP_ROWS}
 * @param failures layers left out because they failed, by index and type
 * @param release gives the image back
 */
public record PaintedStrips(
    BufferedImage image, BitSet strips, List<String> failures, Runnable release)
    implements AutoCloseable {
  public PaintedStrips {
    failures = List.copyOf(failures);
  }

  @Override
  public void close() {
    release.run();
  }
}
