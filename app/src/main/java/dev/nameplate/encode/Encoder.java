package dev.nameplate.encode;

import java.awt.image.BufferedImage;
import java.util.BitSet;

/**
 * Writes pictures strip by strip, each strip by itself, so that those which do not change are
 * packed once. The same pixels give the same bytes, on any thread.
 *
 * <p>Pictures are {@code TYPE_INT_RGB} where opaque, else {@code TYPE_INT_ARGB}; they are read and
 * never kept.
 */
public interface Encoder {
  /** The height of a strip in rows; the last one may have fewer. */
  int STRIP_ROWS = dev.nameplate.render.Renderer.STRIP_ROWS;

  Format format();

  /** Packs every strip of a base. */
  StripStore prepare(BufferedImage base, Effort effort);

  /**
   * Packs some strips of a picture and takes the others from its base.
   *
   * @param base of a picture of the same size and type
   * @param changed the strips to read from the picture; its other rows are not looked at
   */
  EncodedPicture encode(StripStore base, BufferedImage picture, BitSet changed);

  /** Packs a picture that has no base. */
  default EncodedPicture encodeWhole(BufferedImage picture) {
    return encode(prepare(picture, Effort.QUICK), picture, new BitSet());
  }
}
