package dev.nameplate.encode;

import dev.nameplate.geometry.Size;
import java.awt.image.BufferedImage;
import java.util.BitSet;

/** The strips of a format whose pictures are written whole: there are none. */
public record WholeStore(Size size) implements StripStore {
  @Override
  public long weight() {
    return 0;
  }

  /** A base that is nothing but its pixels. */
  public static EncodedBackground of(BufferedImage picture) {
    Size size = new Size(picture.getWidth(), picture.getHeight());
    return new EncodedBackground(picture, new WholeStore(size));
  }

  /** A picture of its own: a base with some strips of another. */
  public static BufferedImage joined(EncodedBackground base, BufferedImage other, BitSet strips) {
    if (!(base.strips() instanceof WholeStore whole)) {
      throw new IllegalArgumentException("a picture that is written whole has a whole base");
    }
    PixelView.of(base.picture()).checkSize(whole.size());
    return joined(base.picture(), other, strips);
  }

  /** A picture with some strips of another of its size and type. */
  public static BufferedImage joined(BufferedImage picture, BufferedImage other, BitSet strips) {
    PixelView.of(other).checkSize(PixelView.of(picture).size());
    Strips cut = new Strips(picture.getHeight());
    cut.check(strips);
    int width = picture.getWidth();
    BufferedImage whole = new BufferedImage(width, picture.getHeight(), picture.getType());
    PixelView target = PixelView.of(whole);
    for (int strip = 0; strip < cut.count(); strip++) {
      PixelView source = PixelView.of(strips.get(strip) ? other : picture);
      int top = cut.firstRow(strip);
      for (int row = top; row < top + cut.rows(strip); row++) {
        System.arraycopy(
            source.data(), source.rowStart(row), target.data(), target.rowStart(row), width);
      }
    }
    return whole;
  }
}
