package dev.nameplate.encode.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nameplate.encode.Backgrounds;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.SeededPictures.Pair;
import dev.nameplate.encode.StripEncoderContract;
import dev.nameplate.encode.Strips;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JpegEncoderTest extends StripEncoderContract {
  private static final int QUALITY = 85;

  private final JpegEncoder encoder = new JpegEncoder(QUALITY);

  @Override
  public Encoder encoder() {
    return encoder;
  }

  @Override
  public boolean takesAlpha() {
    return false;
  }

  /** What the library makes of the picture in one piece, without restart intervals. */
  @Override
  public void assertShows(BufferedImage seen, BufferedImage picture) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY / 100f);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    assertSamePixels(seen, decoded(file.toByteArray()));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void picture_encodedOnBase_sameBytesAsWhole(Pair pair) {
    assertSameAsWhole(encoder, pair);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void picture_fullChroma_sameBytesAsWhole(Pair pair) {
    assertSameAsWhole(new JpegEncoder(95), pair);
  }

  /** With the background's tables. */
  private static void assertSameAsWhole(JpegEncoder encoder, Pair pair) {
    EncodedBackground store = encoder.prepare(Backgrounds.of(pair.background()), Effort.FAST);
    JpegStripStore strips = (JpegStripStore) store.strips().orElseThrow();
    JpegStripStore whole = encoder.whole(pair.picture(), strips.tables());
    List<byte[]> parts = new ArrayList<>(List.of(whole.head()));
    parts.addAll(whole.strips());
    assertThat(encoder.encode(store, pair.picture(), pair.changed()).parts())
        .usingElementComparator(java.util.Arrays::compare)
        .isEqualTo(parts);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void restartMarkers_downThePicture_countModuloEight(Pair pair) {
    byte[] file = bytes(encoder, pair);
    List<Integer> markers = new ArrayList<>();
    for (int i = JpegScan.of(file).head().length; i < file.length - 1; i++) {
      if (file[i] == (byte) 0xff && file[i + 1] != 0) {
        markers.add(file[i + 1] & 0xff);
      }
    }
    int strips = new Strips(pair.background().getHeight()).count();
    assertThat(markers).hasSize(strips);
    for (int s = 0; s < strips - 1; s++) {
      assertThat(markers.get(s)).isEqualTo(0xd0 + s % 8);
    }
    assertThat(markers.get(strips - 1)).as("EOI").isEqualTo(0xd9);
  }

  @ParameterizedTest
  @CsvSource({"60, 10", "85, 5", "95, 3", "100, 2"})
  void smoothPicture_decoded_isNear(int quality, double farthest) throws IOException {
    BufferedImage picture = gradient(200, 133);
    BufferedImage seen = decoded(new JpegEncoder(quality).encodeWhole(picture).toByteArray());
    assertThat(meanDistance(seen, picture)).isLessThan(farthest);
  }

  @ParameterizedTest
  @CsvSource({"1, 34", "89, 34", "90, 17", "100, 17"})
  void quality_givesChromaSampling(int quality, int lumaSampling) {
    byte[] head = JpegScan.of(encodedBy(quality)).head();
    int frame = segment(head, 0xc0);
    assertThat(head[frame + 11]).as("0x22 or 0x11").isEqualTo((byte) lumaSampling);
  }

  @ParameterizedTest
  @CsvSource({"85, 13", "95, 50"})
  void restartInterval_written_isOneStripOfMcus(int quality, int mcus) {
    byte[] head = JpegScan.of(encodedBy(quality)).head();
    int interval = segment(head, 0xdd);
    assertThat(((head[interval + 4] & 0xff) << 8) | (head[interval + 5] & 0xff)).isEqualTo(mcus);
  }

  @Test
  void jfifHeader_written_hasNoResolution() {
    byte[] head = JpegScan.of(encodedBy(QUALITY)).head();
    int jfif = segment(head, 0xe0);
    assertThat(head).containsSubsequence('J', 'F', 'I', 'F');
    assertThat(head[jfif + 11]).as("density unit: none, a ratio only").isZero();
    assertThat(head[jfif + 13]).as("ratio across").isEqualTo((byte) 1);
    assertThat(head[jfif + 15]).as("ratio down").isEqualTo((byte) 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void quality_outOfRange_refused(int quality) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JpegEncoder(quality))
        .withMessageContaining("1 to 100, not " + quality);
  }

  @Test
  void pictureWithAlpha_encoded_refused() {
    BufferedImage picture = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encoder.encodeWhole(picture))
        .withMessageContaining("flatten");
  }

  @Test
  void base_ofAnotherQuality_refused() {
    EncodedBackground store =
        new JpegEncoder(QUALITY - 1).prepare(Backgrounds.of(picture(4, 4)), Effort.FAST);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encoder.encode(store, picture(4, 4), new BitSet()));
  }

  private static byte[] encodedBy(int quality) {
    return new JpegEncoder(quality).encodeWhole(gradient(200, 40)).toByteArray();
  }

  /** Where a marker segment begins in a file's head. */
  private static int segment(byte[] head, int marker) {
    int at = 2;
    while ((head[at + 1] & 0xff) != marker) {
      at += 2 + (((head[at + 2] & 0xff) << 8) | (head[at + 3] & 0xff));
    }
    return at;
  }

  private static BufferedImage gradient(int width, int height) {
    BufferedImage picture = picture(width, height);
    Graphics2D g = picture.createGraphics();
    g.setPaint(new GradientPaint(0, 0, new Color(0x0b1f3a), width, height, new Color(0xffc400)));
    g.fillRect(0, 0, width, height);
    g.dispose();
    return picture;
  }

  /** The mean difference of a sample, 0 to 255. */
  private static double meanDistance(BufferedImage one, BufferedImage other) {
    long sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          int mine = (one.getRGB(x, y) >> shift) & 0xff;
          sum += Math.abs(mine - ((other.getRGB(x, y) >> shift) & 0xff));
        }
      }
    }
    return sum / (3.0 * one.getWidth() * one.getHeight());
  }
}
