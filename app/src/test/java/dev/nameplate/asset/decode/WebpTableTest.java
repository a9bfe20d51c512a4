package dev.nameplate.asset.decode;

import static dev.nameplate.asset.PictureFiles.chunk;
import static dev.nameplate.asset.PictureFiles.joined;
import static dev.nameplate.asset.decode.PictureCell.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.asset.PictureFiles;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first frame of every kind of WebP, as Chromium 156 shows it. */
final class WebpTableTest {
  private static final Color BLUE = new Color(76, 140, 200);
  private static final int ANIMATED = 2;
  private static final int PROFILE = 0x20;
  private static final int EXIF = 8;
  private static final byte[] STILL = body(PictureFiles.webp(16, 8, BLUE));

  static Stream<PictureCell> webps() {
    byte[] exif = chunk("EXIF", PictureFiles.exif(6, ByteOrder.BIG_ENDIAN));
    byte[] frame = frame(6, 4, body(PictureFiles.webp(4, 4, BLUE)), 4, 4);
    byte[] second = frame(0, 0, body(PictureFiles.webp(4, 4, Color.RED)), 4, 4);
    byte[] animation = chunk("ANIM", new byte[] {-1, -1, -1, -1, 0, 0});
    return Stream.of(
        cell("lossless", PictureFiles.webp(16, 8, BLUE), 0xff4c8cc8),
        cell(
            "a profile", file(PROFILE, 16, 8, chunk("ICCP", Profiles.linear()), STILL), 0xff94c4e5),
        cell(
            "a profile of grays",
            file(PROFILE, 16, 8, chunk("ICCP", Profiles.gray(1.8)), STILL),
            0xff4c8cc8),
        cell(
            "a broken profile",
            file(PROFILE, 16, 8, chunk("ICCP", new byte[900]), STILL),
            0xff4c8cc8),
        cell("how a camera was held says nothing", file(EXIF, 16, 8, STILL, exif), 0xff4c8cc8),
        PictureCell.of(
            "an animation",
            file(ANIMATED, 16, 8, animation, frame, second),
            16,
            8,
            at(0, 0, 0),
            at(5, 4, 0),
            at(6, 4, 0xff4c8cc8),
            at(9, 7, 0xff4c8cc8),
            at(10, 7, 0)));
  }

  @ParameterizedTest
  @MethodSource("webps")
  void webp_isShownAsByChromium(PictureCell cell) {
    cell.check();
  }

  @Test
  void lossyWebp_isReadWithItsAlpha() {
    for (int alpha : new int[] {255, 128}) {
      BufferedImage picture = new BufferedImage(32, 16, BufferedImage.TYPE_INT_ARGB);
      for (int i = 0; i < 32 * 16; i++) {
        picture.setRGB(i % 32, i / 32, alpha << 24 | BLUE.getRGB() & 0xffffff);
      }
      byte[] file = PictureFiles.written("webp", picture);
      PictureCell.of("lossy", file, 32, 16, at(9, 9, alpha << 24 | 0x4c8cc8)).check(6);
    }
  }

  @Test
  void webpThatBreaksOff_isRefused() {
    ImageDecoder decoder = new ImageDecoder(DecodeLimits.ofFetched(1_000_000));
    BufferedImage noise = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64 * 48; i++) {
      noise.setRGB(i % 64, i / 64, i * 7919 * 31);
    }
    byte[] whole = PictureFiles.written("webp", noise);
    assertThat(decoder.decode(whole).getWidth()).isEqualTo(64);
    for (int length = 12; length < whole.length - 1; length += 13) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> decoder.decode(part))
          .as("%d of %d bytes", length, whole.length)
          .hasMessageContaining("WebP");
    }
  }

  /** Of an animation only the first frame has to be there. */
  @Test
  void animationThatBreaksOffBehindItsFirstFrame_isDrawn() {
    byte[] frame = frame(0, 0, STILL, 16, 8);
    byte[] file = file(ANIMATED, 16, 8, chunk("ANIM", new byte[6]), frame, frame);
    cell("cut", Arrays.copyOf(file, file.length - 9), 0xff4c8cc8).check();
  }

  private static PictureCell cell(String name, byte[] file, int argb) {
    return PictureCell.of(name, file, 16, 8, at(0, 0, argb), at(15, 7, argb));
  }

  private static byte[] file(int flags, int width, int height, byte[]... chunks) {
    byte[] canvas = {(byte) flags, 0, 0, 0, (byte) (width - 1), 0, 0, (byte) (height - 1), 0, 0};
    return PictureFiles.riff(chunk("VP8X", canvas), joined(chunks));
  }

  private static byte[] frame(int left, int top, byte[] pixels, int width, int height) {
    byte[] place = {
      (byte) (left / 2),
      0,
      0,
      (byte) (top / 2),
      0,
      0,
      (byte) (width - 1),
      0,
      0,
      (byte) (height - 1),
      0,
      0,
      100,
      0,
      0,
      0
    };
    return chunk("ANMF", joined(place, pixels));
  }

  private static byte[] body(byte[] webp) {
    return Arrays.copyOfRange(webp, 12, webp.length);
  }
}
