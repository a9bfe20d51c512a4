package dev.nameplate.encode.webp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.EncoderContract;
import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.encode.jpeg.JpegEncoder;
import dev.nameplate.support.Extent;
import dev.nameplate.support.Pictures;
import dev.nameplate.template.Format;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * WebP through the native library, which is there on every machine that the project is built on.
 */
final class WebpEncoderTest extends EncoderContract {
  private static final int QUALITY = 85;

  @Override
  public Encoder encoder() {
    return new WebpEncoder(QUALITY);
  }

  @Override
  public boolean takesAlpha() {
    return true;
  }

  @Override
  public int pairCount() {
    return Extent.times(30);
  }

  /** What the library makes of the picture. */
  @Override
  public void assertShows(BufferedImage seen, BufferedImage picture) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/webp").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType("Lossy");
      param.setCompressionQuality(QUALITY / 100f);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    assertSamePixels(seen, decoded(file.toByteArray()));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void quality_outOfRange_refused(int quality) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WebpEncoder(quality))
        .withMessageContaining("1 to 100, not " + quality);
  }

  @Test
  void library_loadsHere() {
    assertThat(WebpEncoder.isAvailable()).isTrue();
    assertThat(Encoders.isAvailable(Format.WEBP)).isTrue();
  }

  @Test
  void picture_decodes_andLooksAlike() {
    BufferedImage picture = picture(BufferedImage.TYPE_INT_RGB);
    byte[] file = new WebpEncoder(85).encodeWhole(picture).toByteArray();
    assertThat(new String(file, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    assertThat(new String(file, 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WEBP");
    assertThat(Pictures.shareOver(picture, decodedByTheLibrary(file), 16)).isLessThan(0.01);
    assertThat(file.length).isLessThan(new JpegEncoder(85).encodeWhole(picture).length());
  }

  @Test
  void clearParts_stayClear() {
    BufferedImage picture = picture(BufferedImage.TYPE_INT_ARGB);
    BufferedImage decoded = Pictures.decode(new WebpEncoder(85).encodeWhole(picture).toByteArray());
    assertThat(decoded.getRGB(180, 60) >>> 24).isZero();
    assertThat(decoded.getRGB(20, 60) >>> 24).isEqualTo(255);
  }

  @Test
  void quality_decidesTheBytes_andTheSamePixelsAreTheSameBytes() {
    BufferedImage picture = picture(BufferedImage.TYPE_INT_RGB);
    byte[] fine = new WebpEncoder(95).encodeWhole(picture).toByteArray();
    byte[] coarse = new WebpEncoder(20).encodeWhole(picture).toByteArray();
    assertThat(coarse.length).isLessThan(fine.length);
    assertThat(new WebpEncoder(95).encodeWhole(picture).toByteArray()).isEqualTo(fine);
  }

  /** Other readers of the format smooth its chroma in another way. */
  private static BufferedImage decodedByTheLibrary(byte[] file) {
    ImageReader reader =
        StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(ImageIO.getImageReadersByFormatName("webp"), 0),
                false)
            .filter(each -> each.getClass().getName().startsWith("com.luciad."))
            .findFirst()
            .orElseThrow();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in);
      return reader.read(0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage picture(int type) {
    BufferedImage picture = new BufferedImage(200, 120, type);
    Graphics2D pen = picture.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, 160, 120, Color.BLUE));
    pen.fillRect(0, 0, type == BufferedImage.TYPE_INT_RGB ? 200 : 160, 120);
    pen.setColor(Color.WHITE);
    pen.fillOval(30, 20, 80, 80);
    return picture;
  }
}
