package dev.nameplate.edit;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.png.PngSeries;
import dev.nameplate.geometry.Size;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.render.PictureSeries;
import dev.nameplate.render.Renderer;
import java.util.List;

/**
 * The pictures of a draft one after the other. Each is much like the one before, so what is the
 * same is neither painted nor compressed again. Safe for many threads.
 */
final class DraftSeries {
  /** Bytes of a pixel that is kept: painted, painted in part, and compressed. */
  private static final int BYTES_OF_A_PIXEL = 10;

  private final Size size;
  private final PictureSeries painted;
  private final PngSeries encoded;

  /**
   * @param size of all its pictures, in device pixels
   */
  DraftSeries(Renderer renderer, Size size) {
    this.size = size;
    this.painted = new PictureSeries(renderer);
    this.encoded = new PngSeries(size);
  }

  /** About how much memory it takes, in bytes. */
  int weight() {
    return Math.multiplyExact(BYTES_OF_A_PIXEL, size.width() * size.height());
  }

  /** A picture as a file. */
  EncodedPicture next(PictureSeries.Ground ground, List<PlacedLayer> layers) {
    return encoded.next(painted.next(ground, layers));
  }
}
