package dev.nameplate.encode;

import dev.nameplate.geometry.DeviceBox;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;

/**
 * What the pictures made of one template have in common.
 *
 * @param picture the pixels that a picture has where nothing was drawn for it; kept with the strips
 *     that are made of it and never written to again
 * @param areas the parts that pictures may differ in; they may reach beyond the picture; empty ones
 *     count for nothing
 * @param example from which codes are learned; not kept
 */
public record Background(BufferedImage picture, List<DeviceBox> areas, Example example) {
  public Background {
    areas = areas.stream().filter(area -> !area.isEmpty()).toList();
  }

  /**
   * A picture like those to come, of the base's size and type. It differs from the base in the
   * base's areas only.
   *
   * @param painted the strips that it has pixels of its own in, counted from 0 at the top
   */
  public record Example(BufferedImage picture, BitSet painted) {
    /** An example that has all its pixels. */
    public static Example whole(BufferedImage picture) {
      return new Example(picture, new Strips(picture.getHeight()).all());
    }
  }

  /** A base that may change anywhere and tells nothing of what is to come. */
  public static Background of(BufferedImage picture) {
    DeviceBox all = new DeviceBox(0, 0, picture.getWidth(), picture.getHeight());
    return new Background(picture, List.of(all), Example.whole(picture));
  }

  /** A base that may change in some strips, counted from 0 at the top. */
  public static Background of(BufferedImage picture, BitSet strips, BufferedImage example) {
    int width = picture.getWidth();
    List<DeviceBox> areas =
        strips.stream()
            .mapToObj(strip -> new DeviceBox(0, strip * Strips.ROWS, width, Strips.ROWS))
            .toList();
    return new Background(picture, areas, Example.whole(example));
  }

  /** The strips with rows that may differ, or that lie below such a row. */
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
