package dev.nameplate.encode;

import java.awt.image.BufferedImage;
import java.util.BitSet;

/**
 * What the pictures made of one template have in common.
 *
 * @param picture the pixels that a picture has where nothing was drawn for it; kept by the store
 *     that is made of it and never written to again
 * @param changeable the strips that pictures may differ in, counted from 0 at the top
 * @param example a picture like those to come, of the same size and type, from which codes are
 *     learned; it differs in changeable strips only, and is not kept
 */
public record Base(BufferedImage picture, BitSet changeable, BufferedImage example) {
  public Base {
    changeable = (BitSet) changeable.clone();
  }

  /** A base that may change anywhere and tells nothing of what is to come. */
  public static Base of(BufferedImage picture) {
    return new Base(picture, new Strips(picture.getHeight()).all(), picture);
  }

  @Override
  public BitSet changeable() {
    return (BitSet) changeable.clone();
  }
}
