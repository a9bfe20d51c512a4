package dev.nameplate.asset.decode;

import static dev.nameplate.asset.PictureFiles.ascii;
import static dev.nameplate.asset.PictureFiles.chunk;
import static dev.nameplate.asset.PictureFiles.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nameplate.asset.PictureFiles;
import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of strangers: what is taken, what it looks like then, and what is refused. */
final class ImageDecoderTest {
  private static final ImageDecoder DECODER = new ImageDecoder(DecodeLimits.ofFetched(50_000_000));
  private static final Color TEAL = new Color(20, 140, 130);

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif"})
  void format_isToldByItsBytes(String format) {
    Color seen = color(decode(PictureFiles.plain(format, 40, 30, TEAL)), 20, 15);
    assertThat(seen.getRed()).isCloseTo(TEAL.getRed(), within(3));
    assertThat(seen.getGreen()).isCloseTo(TEAL.getGreen(), within(3));
    assertThat(seen.getBlue()).isCloseTo(TEAL.getBlue(), within(3));
  }

  @Test
  void webp_isRead() {
    BufferedImage picture = decode(PictureFiles.webp(40, 30, TEAL));
    assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(40, 30);
    assertThat(color(picture, 39, 29)).isEqualTo(TEAL);
  }

  @Test
  void animatedGif_givesItsFirstFrame() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (Color color : List.of(TEAL, Color.RED)) {
        byte[] frame = PictureFiles.plain("png", 8, 8, color);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(frame));
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      writer.endWriteSequence();
    }
    assertThat(color(decode(file.toByteArray()), 4, 4)).isEqualTo(TEAL);
  }

  /** Where the corner that was at the top left of the sensor stands in the picture. */
  @ParameterizedTest
  @CsvSource({
    "1, 40, 24, 4, 4", "2, 40, 24, 35, 4", "3, 40, 24, 35, 19", "4, 40, 24, 4, 19",
    "5, 24, 40, 4, 4", "6, 24, 40, 19, 4", "7, 24, 40, 19, 35", "8, 24, 40, 4, 35"
  })
  void orientation_isApplied(int orientation, int width, int height, int x, int y) {
    BufferedImage sensor = new BufferedImage(40, 24, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 8 * 8; i++) {
      sensor.setRGB(i % 8, i / 8, 0xffffff);
    }
    byte[] exif = PictureFiles.exif(orientation, ByteOrder.LITTLE_ENDIAN);
    byte[] other = PictureFiles.exif(orientation, ByteOrder.BIG_ENDIAN);
    byte[] jpeg = PictureFiles.written("jpeg", sensor);
    byte[] png = PictureFiles.written("png", sensor);
    byte[] segment = joined(ascii("Exif\0\0"), exif);
    for (byte[] file :
        List.of(
            PictureFiles.withSegment(jpeg, 0xe1, segment),
            joined(
                Arrays.copyOf(png, 33),
                PictureFiles.pngChunk("eXIf", other),
                Arrays.copyOfRange(png, 33, png.length)))) {
      BufferedImage upright = decode(file);
      assertThat(List.of(upright.getWidth(), upright.getHeight())).containsExactly(width, height);
      assertThat(color(upright, x, y).getGreen()).isGreaterThan(200);
      assertThat(color(upright, width - 1 - x, height - 1 - y).getGreen()).isLessThan(50);
    }
  }

  @Test
  void jpegThatBreaksOff_isNone() {
    byte[] whole = PictureFiles.plain("jpeg", 400, 300, TEAL);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThatThrownBy(() -> decode(half)).isInstanceOf(AssetException.class);
  }

  @Test
  void grayWithTransparency_isAsLightAsWithout() {
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            true,
            false,
            Transparency.TRANSLUCENT,
            DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(8, 8);
    for (int at = 0; at < 64; at++) {
      raster.setPixel(at % 8, at / 8, new int[] {128, 255});
    }
    byte[] png = PictureFiles.written("png", new BufferedImage(model, raster, false, null));
    assertThat(color(decode(png), 4, 4)).isEqualTo(new Color(128, 128, 128));
  }

  /** A half of linear light is 188 of 255 in sRGB. */
  @Test
  void profile_isAppliedToPngAndJpeg() {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    Color half = new Color(128, 128, 128);
    byte[] png = PictureFiles.plain("png", 16, 16, half);
    byte[] iccp = PictureFiles.pngChunk("iCCP", joined(ascii("linear\0\0"), deflated(profile)));
    byte[] withProfile =
        joined(Arrays.copyOf(png, 33), iccp, Arrays.copyOfRange(png, 33, png.length));
    assertThat(color(decode(png), 8, 8).getRed()).isEqualTo(128);
    assertThat(color(decode(withProfile), 8, 8).getRed()).isBetween(186, 190);
    byte[] jpeg =
        PictureFiles.withSegment(
            PictureFiles.plain("jpeg", 16, 16, half),
            0xe2,
            joined(ascii("ICC_PROFILE\0"), new byte[] {1, 1}, profile));
    assertThat(color(decode(jpeg), 8, 8).getRed()).isBetween(186, 190);
  }

  @Test
  void brokenProfile_isPassedOver() {
    byte[] png = PictureFiles.plain("png", 16, 16, TEAL);
    byte[] iccp = PictureFiles.pngChunk("iCCP", joined(ascii("x\0\0"), deflated(new byte[4000])));
    byte[] file = joined(Arrays.copyOf(png, 33), iccp, Arrays.copyOfRange(png, 33, png.length));
    assertThat(color(decode(file), 8, 8)).isEqualTo(TEAL);
  }

  @Test
  void largePicture_isReadCoarsely() {
    BufferedImage picture = decode(PictureFiles.blankPng(6000, 4000));
    assertThat(picture.getWidth() * (long) picture.getHeight()).isLessThanOrEqualTo(4_000_000);
    assertThat(picture.getWidth() / (double) picture.getHeight()).isBetween(1.49, 1.51);
  }

  @Test
  void hugeHeaders_areRefusedUnread() {
    byte[] few = PictureFiles.deflated(10, 10);
    assertTooLarge(PictureFiles.png(65_535, 65_535, 0, few));
    assertTooLarge(PictureFiles.png(Integer.MAX_VALUE, Integer.MAX_VALUE, 2, few));
    assertTooLarge(PictureFiles.webp(16_384, 16_384, TEAL));
    assertTooLarge(PictureFiles.manyScans(65_500, 1));
    byte[] gif = PictureFiles.plain("gif", 8, 8, TEAL);
    int frame = frameOf(gif);
    for (int at = frame + 5; at < frame + 9; at++) {
      gif[at] = (byte) 0xff;
    }
    assertTooLarge(gif);
  }

  @Test
  void containerThatLiesAboutItsFrame_isRefused() {
    byte[] canvas = {0, 0, 0, 0, 7, 0, 0, 7, 0, 0};
    byte[] inner = PictureFiles.webp(16_384, 16_384, TEAL);
    byte[] frame = Arrays.copyOfRange(inner, 12, inner.length);
    assertTooLarge(PictureFiles.riff(chunk("VP8X", canvas), frame));
    byte[] animated = chunk("ANMF", joined(new byte[16], frame));
    assertTooLarge(PictureFiles.riff(chunk("VP8X", canvas), animated));
  }

  @Test
  void whatIsNoPicture_isRefused() {
    for (byte[] file :
        List.of(
            new byte[0],
            ascii("<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ascii("<html>not found</html>"),
            ascii("BM" + "\0".repeat(60)),
            ascii("GIF89a"),
            ascii("\u0089PNG\r\n\u001a\n"),
            ascii("\u00ff\u00d8\u00ff\u00e0"),
            PictureFiles.riff(chunk("VP8 ", new byte[4])),
            Arrays.copyOf(PictureFiles.webp(9, 9, TEAL), 24),
            joined(Arrays.copyOf(PictureFiles.blankPng(9, 9), 33), new byte[40]),
            joined(ascii("RIFF\0\0\0\0WEBPVP8L"), new byte[] {-1, -1, -1, 127, 0, 0}))) {
      assertThatThrownBy(() -> decode(file)).isInstanceOf(AssetException.class);
    }
  }

  /** No clock: the decoder asks whether it is late, and is told so at the third time. */
  @Test
  void decoder_stopsWhenItsTimeIsUp() {
    for (byte[] file :
        List.of(PictureFiles.manyScans(2800, 20_000), PictureFiles.blankPng(7000, 7000))) {
      AtomicInteger asked = new AtomicInteger();
      assertThatThrownBy(() -> DECODER.decode(file, () -> asked.incrementAndGet() > 3))
          .isInstanceOf(AssetException.class);
    }
  }

  private static void assertTooLarge(byte[] file) {
    assertThatThrownBy(() -> decode(file)).isInstanceOf(TooLargeException.class);
  }

  private static BufferedImage decode(byte[] file) {
    return DECODER.decode(file, () -> false);
  }

  private static Color color(BufferedImage picture, int x, int y) {
    return new Color(picture.getRGB(x, y));
  }

  private static int frameOf(byte[] gif) {
    int colors = 3 << ((gif[10] & 7) + 1);
    int at = 13 + ((gif[10] & 0x80) != 0 ? colors : 0);
    while (gif[at] == 0x21) {
      at += 2;
      while (gif[at] != 0) {
        at += (gif[at] & 0xff) + 1;
      }
      at++;
    }
    return at;
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
