package dev.nameplate.asset.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.asset.PictureFiles;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Pictures of every format, changed at random: none hangs, none throws anything but what the
 * decoder says it does, and none that breaks off passes as whole. {@code -Dnameplate.fuzz.pictures}
 * says how many, {@code -Dnameplate.fuzz.from} with which seed to begin.
 */
final class MutatedPicturesTest {
  private static final int USUAL_COUNT = 1500;
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** What may be missing behind the last pixel: ends, sums, trailers and padding. */
  private static final int BEHIND_PIXELS = 24;

  private static final ImageDecoder DECODER = new ImageDecoder(DecodeLimits.ofFetched(2_000_000));
  private static final Map<String, byte[]> WHOLE = whole();

  @Test
  void mutatedPictures_areDrawnOrRefused() {
    int count = Integer.getInteger("nameplate.fuzz.pictures", USUAL_COUNT);
    long from = Long.getLong("nameplate.fuzz.from", 1);
    List<String> names = new ArrayList<>(WHOLE.keySet());
    for (long seed = from; seed < from + count; seed++) {
      Random random = new Random(seed);
      String name = names.get(random.nextInt(names.size()));
      byte[] mutated = mutated(WHOLE.get(name), random);
      long start = System.nanoTime();
      decode(name + ", seed " + seed, mutated);
      assertThat(System.nanoTime() - start).as("%s, seed %d", name, seed).isLessThan(MOST_NANOS);
    }
  }

  /** Cut anywhere before its last pixel, no picture passes as whole. */
  @Test
  void cutPictures_areRefused() {
    int count = Integer.getInteger("nameplate.fuzz.pictures", USUAL_COUNT);
    long from = Long.getLong("nameplate.fuzz.from", 1);
    List<String> names = new ArrayList<>(WHOLE.keySet());
    for (long seed = from; seed < from + count / 4; seed++) {
      Random random = new Random(seed);
      String name = names.get(random.nextInt(names.size()));
      byte[] whole = WHOLE.get(name);
      int length = 4 + random.nextInt(whole.length - BEHIND_PIXELS - 4);
      assertThat(decode(name, Arrays.copyOf(whole, length)))
          .as("%s cut to %d of %d bytes", name, length, whole.length)
          .isFalse();
    }
  }

  private static boolean decode(String name, byte[] file) {
    try {
      BufferedImage picture = DECODER.decode(file, () -> false);
      return picture.getWidth() > 0;
    } catch (AssetException refused) {
      assertThat(refused).as(name).hasMessageMatching("(?s).*(PNG|JPEG|GIF|WebP|picture).*");
      return false;
    } catch (RuntimeException | StackOverflowError escaped) {
      throw new AssertionError(name + " escaped", escaped);
    }
  }

  private static byte[] mutated(byte[] whole, Random random) {
    byte[] file = whole.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      int reach = random.nextBoolean() ? file.length : Math.min(file.length, 700);
      int at = random.nextInt(reach);
      switch (random.nextInt(5)) {
        case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> file[at] = (byte) random.nextInt(256);
        case 2 -> file[at] = (byte) (random.nextBoolean() ? 0xff : 0);
        case 3 -> file = without(file, at, Math.min(file.length - at, 1 + random.nextInt(9)));
        default -> file = with(file, at, file, random.nextInt(file.length), random.nextInt(40));
      }
      if (file.length < 40) {
        return file;
      }
    }
    return file;
  }

  private static byte[] without(byte[] file, int at, int count) {
    return PictureFiles.joined(
        Arrays.copyOf(file, at), Arrays.copyOfRange(file, at + count, file.length));
  }

  private static byte[] with(byte[] file, int at, byte[] from, int start, int count) {
    return PictureFiles.joined(
        Arrays.copyOf(file, at),
        Arrays.copyOfRange(from, start, Math.min(from.length, start + count)),
        Arrays.copyOfRange(file, at, file.length));
  }

  private static Map<String, byte[]> whole() {
    BufferedImage picture = drawn(BufferedImage.TYPE_INT_RGB);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("jpeg", PictureFiles.written("jpeg", picture));
    files.put("gray jpeg", PictureFiles.written("jpeg", drawn(BufferedImage.TYPE_BYTE_GRAY)));
    FlatJpeg.Values values = (component, x, y) -> 40 + (x * 37 + y * 71 + component * 50) % 170;
    files.put(
        "progressive jpeg",
        new FlatJpeg(90, 70, new int[] {1, 2, 3}, values).jfif().progressive().bytes());
    files.put(
        "jpeg with restarts",
        new FlatJpeg(90, 70, new int[] {1, 2, 3}, values).halvedColors().restartEvery(4).bytes());
    files.put(
        "jpeg in separate scans",
        new FlatJpeg(90, 70, new int[] {1, 2, 3}, values).separateScans().bytes());
    files.put(
        "jpeg of inks",
        new FlatJpeg(90, 70, new int[] {1, 2, 3, 4}, values)
            .adobe(2)
            .profile(Profiles.inks())
            .bytes());
    files.put("png", PictureFiles.written("png", picture));
    files.put(
        "interlaced png",
        new SamplePng(60, 40, 6, 16, true).bytes((x, y, c) -> x * y * 97 & 65_535));
    byte[] palette = PictureFiles.pngChunk("PLTE", new byte[48]);
    files.put(
        "png of a palette",
        new SamplePng(60, 40, 3, 4, false).bytes((x, y, c) -> (x ^ y) & 15, palette));
    files.put("gif", PictureFiles.written("gif", picture));
    int[] indexes = new int[50 * 30];
    Arrays.setAll(indexes, i -> i * i % 4);
    files.put(
        "gif in its place",
        FlatGif.of(new int[] {90, 70}, new int[] {20, 10, 50, 30}, indexes).interlaced().bytes());
    files.put("webp", PictureFiles.written("webp", picture));
    files.put("webp with alpha", PictureFiles.written("webp", drawn(BufferedImage.TYPE_INT_ARGB)));
    return files;
  }

  private static BufferedImage drawn(int type) {
    BufferedImage picture = new BufferedImage(90, 70, type);
    Graphics2D graphics = picture.createGraphics();
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      graphics.setColor(new Color(random.nextInt(), type == BufferedImage.TYPE_INT_ARGB));
      graphics.fillOval(random.nextInt(90), random.nextInt(70), 30, 20);
    }
    graphics.dispose();
    return picture;
  }
}
