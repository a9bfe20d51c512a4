package dev.nameplate.encode.quantize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Backgrounds;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.gif.AnimatedGifBuilder;
import dev.nameplate.encode.gif.GifEncoder;
import dev.nameplate.encode.png.PngEncoder;
import dev.nameplate.encode.png.PngSizeLimiter;
import dev.nameplate.geometry.Size;
import dev.nameplate.support.GifFrames;
import dev.nameplate.support.Pictures;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pictures of few colors: GIF, and PNG within a number of bytes. */
final class ColorTableTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 200;
  private static final Size SIZE = new Size(WIDTH, HEIGHT);

  @Test
  void gif_ofFewColors_isExact() {
    BufferedImage flat = flat(new Random(7), 256);
    BufferedImage shown = only(new GifEncoder().encodeWhole(flat));
    assertThat(Pictures.largestDifference(flat, shown)).isZero();
  }

  @Test
  void gif_ofManyColors_isAlikeInBrightnessAndInEachColor() {
    BufferedImage shaded = shaded(BufferedImage.TYPE_INT_RGB);
    BufferedImage shown = only(new GifEncoder().encodeWhole(shaded));
    assertThat(colors(shown)).isLessThanOrEqualTo(256);
    for (int y = 0; y + 16 <= HEIGHT; y += 16) {
      for (int x = 0; x + 16 <= WIDTH; x += 16) {
        assertThat(mean(shown, x, y)).isCloseTo(mean(shaded, x, y), within(3));
      }
    }
  }

  @Test
  void gif_ofAStripOnABase_isTheWholePicture() {
    BufferedImage background = flat(new Random(3), 40);
    BufferedImage other = flat(new Random(4), 40);
    BitSet second = new BitSet();
    second.set(1);
    GifEncoder encoder = new GifEncoder();
    EncodedBackground store = encoder.prepare(Backgrounds.of(background), Effort.BEST);
    BufferedImage shown = only(encoder.encode(store, other, second));
    assertThat(shown.getRGB(5, 15) | 0xff000000).isEqualTo(background.getRGB(5, 15) | 0xff000000);
    assertThat(shown.getRGB(5, 16) | 0xff000000).isEqualTo(other.getRGB(5, 16) | 0xff000000);
    assertThat(shown.getRGB(5, 32) | 0xff000000).isEqualTo(background.getRGB(5, 32) | 0xff000000);
  }

  @Test
  void film_ofSeededPictures_showsEachOfThem() {
    BufferedImage background = flat(new Random(1), 60);
    AnimatedGifBuilder film = new AnimatedGifBuilder(background, Duration.ofSeconds(1));
    Random random = new Random(2);
    BufferedImage[] wanted = new BufferedImage[20];
    for (int i = 0; i < wanted.length; i++) {
      BitSet strips = new BitSet();
      BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
      picture.createGraphics().drawImage(background, 0, 0, null);
      if (i % 4 != 3) {
        int strip = random.nextInt(HEIGHT / 16);
        strips.set(strip);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(background.getRGB(random.nextInt(WIDTH), random.nextInt(HEIGHT))));
        pen.fillRect(random.nextInt(WIDTH - 20), strip * 16 + random.nextInt(8), 20, 8);
      }
      wanted[i] = picture;
      film.add(picture, strips);
    }
    List<GifFrames.Shown> shown = GifFrames.of(film.finish().toByteArray());
    int second = 0;
    for (GifFrames.Shown frame : shown) {
      for (int stands = frame.centiseconds(); stands > 0; stands -= 100) {
        assertThat(Pictures.largestDifference(wanted[second++], frame.picture())).isZero();
      }
    }
    assertThat(second).isEqualTo(wanted.length);
  }

  @Test
  void similarity_isOneForTheSame_andFallsWithNoise() {
    int[] pixels = PixelView.argb(shaded(BufferedImage.TYPE_INT_RGB));
    int[] noisy = pixels.clone();
    Random random = new Random(5);
    Arrays.setAll(noisy, i -> random.nextInt(20) == 0 ? 0xff000000 : noisy[i]);
    assertThat(Ssim.of(pixels, pixels, SIZE)).isEqualTo(1);
    assertThat(Ssim.of(pixels, noisy, SIZE)).isLessThan(0.6);
  }

  @Test
  void png_overItsBytes_isMadeOfFewerColors_andStillLooksAsItDid() {
    BufferedImage shaded = noisy(new Random(11), 6);
    int whole = new PngEncoder().encodeWhole(shaded).length();
    Optional<EncodedPicture> fitted = PngSizeLimiter.fit(shaded, whole * 2 / 3);
    assertThat(fitted).isPresent();
    byte[] file = fitted.orElseThrow().toByteArray();
    assertThat(file.length).isLessThanOrEqualTo(whole * 2 / 3);
    BufferedImage shown = Pictures.decode(file);
    assertThat(colors(shown)).isLessThanOrEqualTo(256);
    assertThat(Ssim.of(PixelView.argb(shaded), PixelView.argb(shown), SIZE))
        .isGreaterThanOrEqualTo(PngSizeLimiter.MIN_SSIM);
  }

  @Test
  void png_thatCannotBeBroughtThere_isLeftAsItIs() {
    assertThat(PngSizeLimiter.fit(noisy(new Random(11), 6), 2_000)).isEmpty();
    assertThat(PngSizeLimiter.fit(random(new Random(12)), 180_000))
        .as("with so little alike, bytes do not matter")
        .isEmpty();
    assertThat(PngSizeLimiter.fit(flat(new Random(1), 200), 100)).as("exact already").isEmpty();
  }

  @Test
  void png_withClearParts_keepsThemClear() {
    BufferedImage shaded = shaded(BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < WIDTH; x++) {
        shaded.setRGB(x, y, x < 20 ? 0x00ffffff : (x % 256) << 24 | 0x336699);
      }
    }
    BufferedImage shown =
        Pictures.decode(PngSizeLimiter.fit(shaded, 60_000).orElseThrow().toByteArray());
    assertThat(shown.getRGB(5, 5) >>> 24).isZero();
    assertThat(shown.getRGB(128, 20) >>> 24).isCloseTo(128, within(24));
    assertThat(shown.getRGB(128, 190) >>> 24).isEqualTo(255);
  }

  private static org.assertj.core.data.Offset<Integer> within(int value) {
    return org.assertj.core.data.Offset.offset(value);
  }

  private static BufferedImage only(EncodedPicture gif) {
    List<GifFrames.Shown> frames = GifFrames.of(gif.toByteArray());
    assertThat(frames).hasSize(1);
    return frames.get(0).picture();
  }

  private static BufferedImage flat(Random random, int colors) {
    BufferedImage flat = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    int[] some = random.ints(colors).map(c -> c | 0xff000000).toArray();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        flat.setRGB(x, y, some[(x / 10 + y / 10 * 32) % colors]);
      }
    }
    return flat;
  }

  private static BufferedImage shaded(int type) {
    BufferedImage shaded = new BufferedImage(WIDTH, HEIGHT, type);
    Graphics2D pen = shaded.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, new Color(0x2b1055), WIDTH, HEIGHT, new Color(0xffd166)));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setPaint(
        new RadialGradientPaint(
            200, 90, 80, new float[] {0, 1}, new Color[] {Color.WHITE, new Color(0x0088ff)}));
    pen.fillOval(120, 10, 160, 160);
    return shaded;
  }

  /** Shades with as much noise as a photograph has. */
  private static BufferedImage noisy(Random random, int most) {
    BufferedImage noisy = shaded(BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        Color c = new Color(noisy.getRGB(x, y));
        int more = random.nextInt(2 * most + 1) - most;
        noisy.setRGB(
            x,
            y,
            new Color(moved(c.getRed(), more), moved(c.getGreen(), more), moved(c.getBlue(), more))
                .getRGB());
      }
    }
    return noisy;
  }

  private static BufferedImage random(Random random) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    int[] pixels = random.ints((long) WIDTH * HEIGHT).toArray();
    picture.setRGB(0, 0, WIDTH, HEIGHT, pixels, 0, WIDTH);
    return picture;
  }

  private static int moved(int channel, int more) {
    return Math.max(0, Math.min(255, channel + more));
  }

  private static int mean(BufferedImage picture, int left, int top) {
    int sum = 0;
    for (int y = top; y < top + 16; y++) {
      for (int x = left; x < left + 16; x++) {
        int rgb = picture.getRGB(x, y);
        sum += (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
      }
    }
    return sum / 768;
  }

  private static long colors(BufferedImage picture) {
    return Arrays.stream(Pictures.argb(picture)).distinct().count();
  }
}
