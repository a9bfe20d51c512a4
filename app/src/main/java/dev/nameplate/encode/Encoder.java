package dev.nameplate.encode;

import dev.nameplate.template.Format;
import java.awt.image.BufferedImage;
import java.util.BitSet;

/**
 * Writes pictures in one format, strip by strip. A strip is 16 rows of the picture, the last one
 * what is left. What a picture shares with its base is packed once and spliced in.
 *
 * <p>Pictures are {@link BufferedImage#TYPE_INT_RGB}, opaque, or {@link
 * BufferedImage#TYPE_INT_ARGB}, straight alpha, in sRGB; parts made by {@code getSubimage} are
 * welcome. Any thread may call at any time, and the same pixels always come out as the same bytes.
 */
public interface Encoder {
  Format format();

  /**
   * Packs every strip of a base.
   *
   * @throws IllegalArgumentException where the format cannot hold such a picture
   */
  EncodedBackground prepare(Background background, Effort effort);

  /**
   * A picture that differs from a base in some strips only. What is as in the base is spliced in as
   * stored; strips that are not changed at all are not even copied.
   *
   * @param base made by an encoder of this format and settings, of a picture of the same size and
   *     type
   * @param picture read during the call, never changed and never held
   * @param painted the strips of the picture that count, from 0 at the top, all of them changeable
   *     or as in the base; the others hold anything, and the base's stand for them
   * @throws IllegalArgumentException where base and picture do not belong together or a strip lies
   *     below the picture
   */
  EncodedPicture encode(EncodedBackground base, BufferedImage picture, BitSet painted);

  /**
   * A picture that shares nothing with another, packed quickly.
   *
   * @throws IllegalArgumentException where the format cannot hold such a picture
   */
  EncodedPicture encodeWhole(BufferedImage picture);
}
