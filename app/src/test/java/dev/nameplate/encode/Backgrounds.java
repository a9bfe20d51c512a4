package dev.nameplate.encode;

import dev.nameplate.geometry.DeviceBox;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;

/** Backgrounds as tests need them. */
public final class Backgrounds {
  private Backgrounds() {}

  /**
   * A background in which pictures may differ anywhere, and which is its own example.
   *
   * @param picture not copied; nobody may write to it any more
   */
  public static Background of(BufferedImage picture) {
    DeviceBox all = new DeviceBox(0, 0, picture.getWidth(), picture.getHeight());
    return new Background(picture, List.of(all), Background.Example.whole(picture));
  }

  /**
   * A background in which pictures may differ in whole strips.
   *
   * @param picture not copied; nobody may write to it any more
   * @param strips from 0 at the top
   * @param example of the picture's size and type, with all strips valid
   */
  public static Background of(BufferedImage picture, BitSet strips, BufferedImage example) {
    int width = picture.getWidth();
    List<DeviceBox> areas =
        strips.stream()
            .mapToObj(strip -> new DeviceBox(0, strip * Strips.ROWS, width, Strips.ROWS))
            .toList();
    return new Background(picture, areas, Background.Example.whole(example));
  }
}
