package dev.nameplate.encode;

import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.Optional;

/**
 * A background's pixels with its encoded strips, which pictures are encoded from. The pixels take
 * much memory and are painted fast; the strips take little memory and are slow to compress. So a
 * cache may keep one without the other and combine them again.
 *
 * @param picture the background's pixels; never written to
 * @param strips encoded from these pixels; empty for formats whose files are encoded as a whole
 */
public record EncodedBackground(BufferedImage picture, Optional<StripStore> strips) {
  /**
   * A background without encoded strips, for a format whose files are encoded as a whole.
   *
   * @param picture not copied; nobody may write to it any more
   */
  public static EncodedBackground whole(BufferedImage picture) {
    return new EncodedBackground(picture, Optional.empty());
  }

  /** Memory of the encoded strips, in bytes, without the pixels; 0 if there are no strips. */
  public long weight() {
    return strips.map(StripStore::weight).orElse(0L);
  }

  /**
   * A new image with the background's pixels and some strips of another image.
   *
   * @param other of the background's size and type; only read
   * @param taken the strips to take from it, from 0 at the top
   * @return an image of the background's type, which the caller owns
   * @throws IllegalArgumentException if the sizes differ, {@link PixelView} does not support the
   *     type of one of the images, or a strip lies below the picture
   */
  public BufferedImage with(BufferedImage other, BitSet taken) {
    PixelView background = PixelView.of(picture);
    PixelView view = PixelView.of(other);
    view.checkSize(background.size());
    Strips cut = background.strips();
    cut.check(taken);
    int width = picture.getWidth();
    BufferedImage whole = new BufferedImage(width, picture.getHeight(), picture.getType());
    PixelView target = PixelView.of(whole);
    for (int row = 0; row < picture.getHeight(); row++) {
      PixelView source = taken.get(row / Strips.ROWS) ? view : background;
      System.arraycopy(
          source.data(), source.rowStart(row), target.data(), target.rowStart(row), width);
    }
    return whole;
  }
}
