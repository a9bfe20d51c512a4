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
public record Painted(BufferedImage image, BitSet strips, List<String> failures, Runnable release)
    implements AutoCloseable {
  public Painted {
    failures = List.copyOf(failures);
  }

  /** The whole picture, as one of its own, with a base's rows outside the strips. */
  public BufferedImage over(BufferedImage base) {
    BufferedImage whole = new BufferedImage(base.getWidth(), base.getHeight(), base.getType());
    Pixels.copyRows(base, whole, 0, base.getHeight());
    for (int strip = strips.nextSetBit(0); strip >= 0; strip = strips.nextSetBit(strip + 1)) {
      int top = strip * Renderer.STRIP_ROWS;
      Pixels.copyRows(image, whole, top, Math.min(base.getHeight(), top + Renderer.STRIP_ROWS));
    }
    return whole;
  }

  @Override
  public void close() {
    release.run();
  }
}
