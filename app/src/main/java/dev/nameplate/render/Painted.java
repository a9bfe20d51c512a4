package dev.nameplate.render;

import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;

/**
 * A picture of which only some strips are painted.
 *
 * @param image owned by the receiver; rows outside the strips hold nothing of use
 * @param strips the strips that differ from the base; strip {@code n} starts at row {@code n} ×
 *     {@link Renderer#STRIP_ROWS}
 * @param failures layers left out because they failed, by index and type
 */
public record Painted(BufferedImage image, BitSet strips, List<String> failures) {
  public Painted {
    failures = List.copyOf(failures);
  }
}
