package dev.nameplate.render;

import dev.nameplate.geometry.Strip;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;

/**
 * A picture of which only some strips are painted.
 *
 * @param image valid until {@link #close}; rows outside the strips have arbitrary pixels
 * @param background an image of the same size and type with the background's pixels in these strips
 *     and those beside them; other rows may have arbitrary pixels unless the whole background is on
 *     the heap; only read, and valid until {@link #close}
 * @param strips the strips that may differ from the background; strip {@code n} starts at row
 *     {@code n} × {@link Strip#ROWS}
 * @param failures layers left out because they failed, by index and type, {@code 2 image}; empty if
 *     none
 * @param release returns the image's pixels for reuse
 */
public record PaintedStrips(
    BufferedImage image,
    BufferedImage background,
    BitSet strips,
    List<String> failures,
    Runnable release)
    implements AutoCloseable {
  public PaintedStrips {
    failures = List.copyOf(failures);
  }

  /**
   * Ends the use of the image, whose pixels are then reused for other pictures. Must be called only
   * once, since a second call could give the same pixels to two pictures.
   */
  @Override
  public void close() {
    release.run();
  }
}
