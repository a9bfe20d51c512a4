package dev.nameplate.encode;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random pairs of a background and a picture made from it, the same on every run. */
public final class SeededPictures {
  private static final int LONGEST_SIDE = 200;

  /** What the pixels are like. */
  enum Kind {
    /** Opaque noise: hardly compressible, more than 256 colors. */
    NOISE(false),
    /** An opaque gradient under boxes. */
    GRADIENT(false),
    /** Opaque boxes of a few colors. */
    FLAT(false),
    /** Boxes and a gradient of any alpha. */
    TRANSLUCENT(true),
    /** A few colors, some of them translucent. */
    FLAT_TRANSLUCENT(true);

    private final boolean alpha;

    Kind(boolean alpha) {
      this.alpha = alpha;
    }
  }

  /**
   * A background and what became of it.
   *
   * @param picture holds the background's pixels outside the changed strips
   * @param changed the strips to pack anew, some of which may be as they were
   */
  public record Pair(String name, BufferedImage background, BufferedImage picture, BitSet changed) {
    @Override
    public String toString() {
      return name;
    }
  }

  private SeededPictures() {}

  /** The first pairs, those with alpha among them where wanted. */
  public static Stream<Pair> pairs(int count, boolean alpha) {
    return IntStream.iterate(0, seed -> seed + 1)
        .filter(seed -> alpha || !kind(seed).alpha)
        .limit(count)
        .mapToObj(SeededPictures::pair);
  }

  static Pair pair(int seed) {
    Random random = new Random(seed);
    int width = seed % 5 == 0 ? 1 + seed / 5 % 3 : 1 + random.nextInt(LONGEST_SIDE);
    int height = 1 + random.nextInt(LONGEST_SIDE);
    Kind kind = kind(seed);
    BufferedImage background = background(kind, width, height, random);
    BitSet changed = changed(new Strips(height).count(), random);
    BufferedImage picture = copy(background);
    ink(picture, changed, random);
    String name = "seed " + seed + " " + kind + " " + width + "x" + height + " " + changed;
    return new Pair(name, background, picture, changed);
  }

  /** A picture of its own with the same pixels. */
  public static BufferedImage copy(BufferedImage picture) {
    BufferedImage copy =
        new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
    copy.setData(picture.getRaster());
    return copy;
  }

  private static Kind kind(int seed) {
    return Kind.values()[seed * 7 % 11 % Kind.values().length];
  }

  private static BufferedImage background(Kind kind, int width, int height, Random random) {
    int type = kind.alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage background = new BufferedImage(width, height, type);
    switch (kind) {
      case NOISE -> noise(background, random);
      case GRADIENT, TRANSLUCENT -> {
        gradient(background, random);
        boxes(background, 6, random);
      }
      case FLAT, FLAT_TRANSLUCENT -> boxes(background, 9, random);
    }
    return background;
  }

  private static void noise(BufferedImage picture, Random random) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        picture.setRGB(x, y, random.nextInt());
      }
    }
  }

  private static void gradient(BufferedImage picture, Random random) {
    Graphics2D g = picture.createGraphics();
    g.setComposite(AlphaComposite.Src);
    Color from = new Color(random.nextInt(), true);
    Color to = new Color(random.nextInt(), true);
    g.setPaint(new GradientPaint(0, 0, from, picture.getWidth(), picture.getHeight(), to));
    g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    g.dispose();
  }

  private static void boxes(BufferedImage picture, int count, Random random) {
    Graphics2D g = picture.createGraphics();
    g.setComposite(AlphaComposite.Src);
    for (int i = 0; i < count; i++) {
      g.setColor(new Color(random.nextInt(), true));
      int x = random.nextInt(picture.getWidth());
      int y = random.nextInt(picture.getHeight());
      g.fillRect(x, y, 1 + random.nextInt(picture.getWidth()), 1 + random.nextInt(40));
    }
    g.dispose();
  }

  private static BitSet changed(int strips, Random random) {
    BitSet changed = new BitSet();
    switch (random.nextInt(5)) {
      case 0 -> {}
      case 1 -> changed.set(0, strips);
      default ->
          IntStream.range(0, strips).filter(s -> random.nextInt(3) == 0).forEach(changed::set);
    }
    return changed;
  }

  /** Dots anywhere in the changed strips, and now and then their first and last rows in full. */
  private static void ink(BufferedImage picture, BitSet changed, Random random) {
    Strips strips = new Strips(picture.getHeight());
    int dots = random.nextBoolean() ? 3 : 300;
    changed.stream()
        .forEach(
            strip -> {
              int top = strips.firstRow(strip);
              int rows = strips.rows(strip);
              for (int i = 0; i < dots; i++) {
                int x = random.nextInt(picture.getWidth());
                picture.setRGB(x, top + random.nextInt(rows), random.nextInt());
              }
              if (random.nextBoolean()) {
                line(picture, top, random.nextInt());
                line(picture, top + rows - 1, random.nextInt());
              }
            });
  }

  private static void line(BufferedImage picture, int y, int argb) {
    for (int x = 0; x < picture.getWidth(); x++) {
      picture.setRGB(x, y, argb);
    }
  }
}
