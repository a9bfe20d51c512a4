package dev.nameplate.encode;

import dev.nameplate.geometry.Size;
import java.awt.image.BufferedImage;
import java.util.BitSet;

/** The strips of a format whose pictures are written whole: there are none. */
record WholeStore(Size size) implements StripStore {
  @Override
  public long weight() {
    return 0;
  }

  /** A base that is nothing but its pixels. */
  static PackedBase of(BufferedImage picture) {
    Size size = new Size(picture.getWidth(), picture.getHeight());
    return new PackedBase(picture, new WholeStore(size));
  }

  /** A picture of its own: a base with some strips of another. */
  static BufferedImage joined(PackedBase base, BufferedImage other, BitSet strips) {
    if (!(base.strips() instanceof WholeStore whole)) {
      throw new IllegalArgumentException("a picture that is written whole has a whole base");
    }
    Pixels.of(base.picture()).checkSize(whole.size());
    return joined(base.picture(), other, strips);
  }

  /** A picture with some strips of another of its size and type. */
  static BufferedImage joined(BufferedImage picture, BufferedImage other, BitSet strips) {
    Pixels.of(other).checkSize(Pixels.of(picture).size());
    Strips cut = new Strips(picture.getHeight());
    cut.check(strips);
    int width = picture.getWidth();
    BufferedImage whole = new BufferedImage(width, picture.getHeight(), picture.getType());
    Pixels target = Pixels.of(whole);
    for (int strip = 0; strip < cut.count(); strip++) {
      Pixels source = Pixels.of(strips.get(strip) ? other : picture);
      int top = cut.firstRow(strip);
      for (int row = top; row < top + cut.rows(strip); row++) {
        System.arraycopy(
            source.data(), source.rowStart(row), target.data(), target.rowStart(row), width);
      }
    }
    return whole;
  }
}
