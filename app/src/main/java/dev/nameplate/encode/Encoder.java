package dev.nameplate.encode;

import dev.nameplate.template.Format;
import java.awt.image.BufferedImage;
import java.util.BitSet;

/**
 * Encodes pictures in one format. What a picture shares with its background is compressed once and
 * copied into each file, in strips of {@link Strips#ROWS} rows, unless the format needs files to be
 * encoded as a whole.
 *
 * <p>Pictures are {@link BufferedImage#TYPE_INT_RGB}, opaque, or {@link
 * BufferedImage#TYPE_INT_ARGB}, with straight alpha, in sRGB; results of {@code getSubimage} are
 * allowed. Encoders are safe for many threads, and the same pixels always give the same bytes.
 */
public interface Encoder {
  /** The format of the files. */
  Format format();

  /**
   * Encodes every strip of a background.
   *
   * @param effort how much time may be spent; formats without such a choice ignore it
   * @return the encoded strips with the background's pixels, which must not be changed any more; no
   *     strips for a format whose files are encoded as a whole
   * @throws IllegalArgumentException if the format cannot hold such a picture, as JPEG cannot hold
   *     alpha
   */
  EncodedBackground prepare(Background background, Effort effort);

  /**
   * Encodes a picture that differs from a background in some strips only. Unchanged strips are
   * taken from the background's encoded ones, without copying their bytes.
   *
   * @param background from {@link #prepare} of an encoder of this format and settings
   * @param picture of the background's size and type; only read, and only during the call
   * @param painted the strips of the picture that count, from 0 at the top; in the others the
   *     background's pixels are used. They may differ only in the areas that the background names
   * @return a file that decodes to the same pixels as {@link #encodeWhole} of the whole picture
   * @throws IllegalArgumentException if background and picture do not match, a strip lies below the
   *     picture, or pixels differ where the background excludes that
   * @throws IllegalStateException if this machine cannot encode the format
   */
  EncodedPicture encode(EncodedBackground background, BufferedImage picture, BitSet painted);

  /**
   * Encodes a picture without a background, compressed fast.
   *
   * @param picture only read, and only during the call
   * @return the file
   * @throws IllegalArgumentException if the format cannot hold such a picture
   * @throws IllegalStateException if this machine cannot encode the format
   */
  EncodedPicture encodeWhole(BufferedImage picture);
}
