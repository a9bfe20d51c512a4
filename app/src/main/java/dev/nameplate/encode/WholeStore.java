package dev.nameplate.encode;

import dev.nameplate.geometry.Size;
import java.awt.image.BufferedImage;
import java.util.BitSet;

/**
 * The base of a format whose pictures are written whole: its pixels.
 *
 * @param picture never written to
 */
record WholeStore(BufferedImage picture) implements StripStore {
  @Override
  public Size size() {
    return new Size(picture.getWidth(), picture.getHeight());
  }

  @Override
  public long weight() {
    return 0;
  }

  /** A picture of its own: the base with some strips of another. */
  BufferedImage with(BufferedImage other, BitSet strips) {
    Pixels.of(other).checkSize(size());
    Strips cut = new Strips(picture.getHeight());
    cut.check(strips);
    BufferedImage whole =
        new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
    for (int strip = 0; strip < cut.count(); strip++) {
      BufferedImage from = strips.get(strip) ? other : picture;
      int top = cut.firstRow(strip);
      Pixels source = Pixels.of(from);
      Pixels target = Pixels.of(whole);
      for (int row = top; row < top + cut.rows(strip); row++) {
        System.arraycopy(
            source.data(),
            source.rowStart(row),
            target.data(),
            target.rowStart(row),
            picture.getWidth());
      }
    }
    return whole;
  }

  /** The base of an encoder that writes pictures whole. */
  static WholeStore of(StripStore base) {
    if (base instanceof WholeStore store) {
      return store;
    }
    throw new IllegalArgumentException("a picture that is written whole has a whole base");
  }
}
