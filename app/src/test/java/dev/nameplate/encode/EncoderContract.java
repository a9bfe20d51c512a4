package dev.nameplate.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.house.Pictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every encoder keeps: strips joined are the whole, whatever changed. */
abstract class EncoderContract {
  abstract Encoder encoder();

  abstract List<Integer> types();

  /** How far a decoded pixel may be from the one that was written. */
  abstract int tolerance();

  @Test
  void stripsJoined_decodeAsTheWhole_forSeededPictures() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      int type = types().get(round % types().size());
      int width = 1 + random.nextInt(round % 10 == 0 ? 3 : 180);
      int height = 1 + random.nextInt(150);
      BufferedImage base = picture(random, width, height, type);
      BufferedImage changed = picture(random, width, height, type);
      BitSet strips = strips(random, height);
      BufferedImage expected = mixed(base, changed, strips);
      StripStore store = encoder().prepare(base, random.nextBoolean() ? Effort.BEST : Effort.QUICK);
      byte[] joined = encoder().encode(store, changed, strips).toByteArray();
      byte[] whole = encoder().encodeWhole(expected).toByteArray();
      assertThat(Pictures.largestDifference(Pictures.decode(joined), Pictures.decode(whole)))
          .as("%s × %s, %s", width, height, strips)
          .isZero();
      assertThat(Pictures.largestDifference(Pictures.decode(joined), expected))
          .isLessThanOrEqualTo(tolerance());
    }
  }

  @Test
  void rowsOfUnchangedStrips_areNotLookedAt() {
    BufferedImage base = picture(new Random(3), 60, 64, types().get(0));
    StripStore store = encoder().prepare(base, Effort.QUICK);
    BufferedImage noise = picture(new Random(4), 60, 64, types().get(0));
    assertThat(encoder().encode(store, noise, new BitSet()).toByteArray())
        .isEqualTo(encoder().encode(store, base, new BitSet()).toByteArray());
  }

  @Test
  void manyThreads_writeTheSameBytes() throws Exception {
    BufferedImage picture = picture(new Random(5), 200, 120, types().get(0));
    byte[] expected = encoder().encodeWhole(picture).toByteArray();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<byte[]>> files = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        files.add(threads.submit(() -> encoder().encodeWhole(picture).toByteArray()));
      }
      for (Future<byte[]> file : files) {
        assertThat(file.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static BitSet strips(Random random, int height) {
    BitSet strips = new BitSet();
    for (int strip = 0; strip * Encoder.STRIP_ROWS < height; strip++) {
      strips.set(strip, random.nextBoolean());
    }
    return strips;
  }

  private static BufferedImage mixed(BufferedImage base, BufferedImage changed, BitSet strips) {
    BufferedImage mixed = new BufferedImage(base.getWidth(), base.getHeight(), base.getType());
    for (int y = 0; y < base.getHeight(); y++) {
      BufferedImage from = strips.get(y / Encoder.STRIP_ROWS) ? changed : base;
      for (int x = 0; x < base.getWidth(); x++) {
        mixed.setRGB(x, y, from.getRGB(x, y));
      }
    }
    return mixed;
  }

  private static BufferedImage picture(Random random, int width, int height, int type) {
    BufferedImage picture = new BufferedImage(width, height, type);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    for (int shape = 0; shape < 6; shape++) {
      graphics.setColor(new Color(random.nextInt(), type == BufferedImage.TYPE_INT_ARGB));
      graphics.fillOval(
          random.nextInt(width), random.nextInt(height), random.nextInt(90), random.nextInt(90));
    }
    graphics.dispose();
    return picture;
  }
}
