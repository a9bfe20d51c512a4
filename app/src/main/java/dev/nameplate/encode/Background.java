package dev.nameplate.encode;

import dev.nameplate.geometry.DeviceBox;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;

/**
 * The pixels that all pictures of one template have in common, before they are encoded.
 *
 * @param picture the pixels of a picture in which nothing dynamic is painted; kept with the strips
 *     made from it, so nobody may write to it any more
 * @param areas the boxes, in pixels, in which pictures may differ from it; they may reach beyond
 *     the picture, and empty ones are ignored
 * @param example a typical picture, from which encoders derive their codes; not kept
 */
public record Background(BufferedImage picture, List<DeviceBox> areas, Example example) {
  public Background {
    areas = areas.stream().filter(area -> !area.isEmpty()).toList();
  }

  /**
   * A typical picture, of the background's size and type, that differs from the background only in
   * the background's areas.
   *
   * @param picture only read, and not kept
   * @param painted the strips whose pixels are valid, from 0 at the top; in the other strips the
   *     background's pixels are used
   */
  public record Example(BufferedImage picture, BitSet painted) {
    /** An example whose strips are all valid; the image is not copied. */
    public static Example whole(BufferedImage picture) {
      return new Example(picture, new Strips(picture.getHeight()).all());
    }
  }

  /**
   * The strips, from 0 at the top, with rows that may differ or that lie below such a row.
   *
   * @return a new set, which the caller owns; empty if no area reaches into the picture
   */
  public BitSet changeable() {
    Strips strips = new Strips(picture.getHeight());
    BitSet changeable = new BitSet();
    for (DeviceBox area : areas) {
      int top = Math.max(0, area.y());
      int last = Math.min(strips.height() - 1, area.bottom());
      if (top <= last) {
        changeable.set(top / Strips.ROWS, last / Strips.ROWS + 1);
      }
    }
    return changeable;
  }
}
