package dev.nameplate.encode.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Background;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.PngFile;
import dev.nameplate.encode.StoredBytes;
import dev.nameplate.encode.Strips;
import dev.nameplate.geometry.DeviceBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Bands are encoded for zlib where matches are worth the search, and nowhere else. */
final class ChangeableBandsTest {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 96;
  private static final int TILE = 29;
  private static final DeviceBox AREA = new DeviceBox(20, 10, 360, 70);

  private final PngEncoder encoder = new PngEncoder();

  /** Noise of so many colors that no palette holds them, repeated like a wallpaper. */
  private static BufferedImage wallpaper() {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(24);
    int[] tile = random.ints(TILE * TILE, 0, 1 << 24).toArray();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.setRGB(x, y, tile[y % TILE * TILE + x % TILE]);
      }
    }
    return picture;
  }

  private static BufferedImage gradient() {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.setRGB(x, y, (y * 255 / HEIGHT) << 16 | (x * 255 / WIDTH) << 8 | 0x40);
      }
    }
    return picture;
  }

  /** The same with something written into the area. */
  private static BufferedImage written(BufferedImage on, int seed) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.drawImage(on, 0, 0, null);
    canvas.setColor(Color.WHITE);
    Random random = new Random(seed);
    for (int stroke = 0; stroke < 12; stroke++) {
      canvas.fillRect(30 + random.nextInt(300), 15 + random.nextInt(40), 4, 20);
    }
    canvas.dispose();
    return picture;
  }

  private static Background background(BufferedImage picture) {
    return new Background(picture, List.of(AREA), Background.Example.whole(written(picture, 1)));
  }

  private List<PngBand> bands(BufferedImage picture, Effort effort) {
    return store(picture, effort).trueColor().bands();
  }

  private PngStripStore store(BufferedImage picture, Effort effort) {
    return (PngStripStore) encoder.prepare(background(picture), effort).strips().orElseThrow();
  }

  @Test
  void wallpaper_isForZlib_atBestEffort() {
    assertThat(bands(wallpaper(), Effort.BEST)).anyMatch(PngBand.Deflated.class::isInstance);
    assertThat(bands(wallpaper(), Effort.FAST)).noneMatch(PngBand.Deflated.class::isInstance);
  }

  @Test
  void gradient_staysInCells() {
    assertThat(bands(gradient(), Effort.BEST))
        .noneMatch(PngBand.Deflated.class::isInstance)
        .anyMatch(PngBand.Changeable.class::isInstance);
  }

  @Test
  void pictures_ofStoredBands_showThePicture_andAreAboutAsShortAsZlibs() throws IOException {
    BufferedImage paper = wallpaper();
    StoredBytes out = new StoredBytes();
    PngStripFormat.write(store(paper, Effort.BEST), out);
    PngStripStore stored = PngStripFormat.read(ByteBuffer.wrap(out.toByteArray()));
    EncodedBackground background = new EncodedBackground(paper, Optional.of(stored));
    for (int seed = 2; seed < 12; seed++) {
      BufferedImage picture = written(paper, seed);
      BitSet all = new Strips(HEIGHT).all();
      byte[] file = encoder.encode(background, picture, all).toByteArray();
      BufferedImage seen = ImageIO.read(new ByteArrayInputStream(file));
      assertThat(PixelView.argb(seen)).isEqualTo(PixelView.argb(picture));
      byte[] rows = PngFile.read(file).scanlines();
      assertThat(file.length).isLessThan(zlib(rows) * 11 / 10);
    }
  }

  /** Strips that a picture does not change are those of the background. */
  @Test
  void unchangedPicture_isTheBackgroundsOwnStrips() throws IOException {
    BufferedImage paper = wallpaper();
    EncodedBackground background = encoder.prepare(background(paper), Effort.BEST);
    byte[] file = encoder.encode(background, paper, new BitSet()).toByteArray();
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(file));
    assertThat(PixelView.argb(seen)).isEqualTo(PixelView.argb(paper));
  }

  private static int zlib(byte[] rows) {
    Deflater deflater = new Deflater(6);
    deflater.setInput(rows);
    deflater.finish();
    int length = deflater.deflate(new byte[2 * rows.length]);
    deflater.end();
    return length;
  }
}
