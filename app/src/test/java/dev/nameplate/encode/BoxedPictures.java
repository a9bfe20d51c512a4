package dev.nameplate.encode;

import dev.nameplate.encode.Background.Example;
import dev.nameplate.encode.SeededPictures.Pair;
import dev.nameplate.geometry.DeviceBox;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Random pictures that differ from their background in some boxes only, the same on every run. They
 * are wide enough for several cells, and much of them repeats, near and far.
 */
public final class BoxedPictures {
  private static final int WIDEST = 900;
  private static final int HIGHEST = 100;

  /**
   * A background and a picture made from it.
   *
   * @param areas the boxes, some of which reach beyond the picture or hold nothing
   */
  public record Boxed(Pair pair, List<DeviceBox> areas) {
    /**
     * The background as the boxes announce it, with codes learned from itself or from the picture.
     */
    public Background background(boolean knowing) {
      return new Background(
          pair.background(), areas, Example.whole(knowing ? pair.picture() : pair.background()));
    }

    @Override
    public String toString() {
      return "boxed " + pair.name() + " " + areas;
    }
  }

  private BoxedPictures() {}

  /** The first pictures, those with alpha among them where wanted. */
  public static Stream<Boxed> boxed(int count, boolean alpha) {
    return IntStream.iterate(0, seed -> seed + 1)
        .filter(seed -> alpha || seed % 3 != 2)
        .limit(count)
        .mapToObj(BoxedPictures::boxed);
  }

  private static Boxed boxed(int seed) {
    Random random = new Random(seed);
    int width = 1 + random.nextInt(seed % 7 == 0 ? 12 : WIDEST);
    int height = 1 + random.nextInt(HIGHEST);
    boolean alpha = seed % 3 == 2;
    int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage background = new BufferedImage(width, height, type);
    int colors = random.nextBoolean() ? 1 + random.nextInt(270) : 100_000;
    repeat(background, random, random.ints(colors).toArray());
    BufferedImage picture = SeededPictures.copy(background);
    List<DeviceBox> areas = new ArrayList<>();
    BitSet painted = new BitSet();
    for (int i = random.nextInt(5); i >= 0; i--) {
      DeviceBox area = area(random, width, height);
      areas.add(area);
      if (random.nextInt(4) > 0) {
        ink(picture, area, painted, random);
      }
    }
    String name = "seed " + seed + " " + width + "x" + height + ", " + colors + " colors";
    return new Boxed(new Pair(name, background, picture, painted), areas);
  }

  /** Tiles of noise, of a size that often makes rows and strips alike. */
  private static void repeat(BufferedImage picture, Random random, int[] colors) {
    int across = 1 + random.nextInt(random.nextBoolean() ? 8 : picture.getWidth());
    int down = 1 + random.nextInt(40);
    int[][] tile = new int[down][across];
    for (int[] row : tile) {
      int stroke = 1 + random.nextInt(9);
      for (int x = 0; x < across; x++) {
        row[x] = x % stroke > 0 && x > 0 ? row[x - 1] : colors[random.nextInt(colors.length)];
      }
    }
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        picture.setRGB(x, y, tile[y % down][x % across]);
      }
    }
  }

  private static DeviceBox area(Random random, int width, int height) {
    int x = random.nextInt(width + 20) - 10;
    int y = random.nextInt(height + 20) - 10;
    boolean small = random.nextInt(3) > 0;
    return new DeviceBox(
        x, y, random.nextInt(small ? 40 : width), random.nextInt(small ? 12 : height));
  }

  /** Dots anywhere in a box, its corners among them: new colors and old ones. */
  private static void ink(BufferedImage picture, DeviceBox area, BitSet painted, Random random) {
    int left = Math.max(0, area.x());
    int top = Math.max(0, area.y());
    int across = Math.min(picture.getWidth(), area.right()) - left;
    int down = Math.min(picture.getHeight(), area.bottom()) - top;
    if (across <= 0 || down <= 0) {
      return;
    }
    painted.set(top / Strips.ROWS, (top + down - 1) / Strips.ROWS + 1);
    int colors = random.nextInt(20);
    for (int i = random.nextInt(across * down) / 2; i >= 0; i--) {
      int color =
          i < colors
              ? random.nextInt()
              : picture.getRGB(random.nextInt(picture.getWidth()), top + random.nextInt(down));
      picture.setRGB(left + random.nextInt(across), top + random.nextInt(down), color);
    }
    picture.setRGB(left, top, random.nextInt());
    picture.setRGB(left + across - 1, top + down - 1, picture.getRGB(left, top) ^ 1);
  }
}
