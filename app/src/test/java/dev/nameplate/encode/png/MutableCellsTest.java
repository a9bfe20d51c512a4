package dev.nameplate.encode.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nameplate.encode.Background;
import dev.nameplate.encode.Background.Example;
import dev.nameplate.encode.Backgrounds;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.EncoderContract;
import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.SeededPictures;
import dev.nameplate.encode.Strips;
import dev.nameplate.geometry.DeviceBox;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a background does not announce is refused. */
final class MutableCellsTest {
  private static final int SIDE = 400;

  private final PngEncoder encoder = new PngEncoder();

  @Test
  void picture_changedBesideItsArea_refused() {
    assertRefused(new DeviceBox(0, 16, 40, 16), 300, 20);
  }

  @Test
  void picture_changedAboveAndBelowItsArea_refused() {
    assertRefused(new DeviceBox(0, 20, SIDE, 4), 200, 19);
    assertRefused(new DeviceBox(0, 20, SIDE, 4), 200, 24);
  }

  @Test
  void picture_changedInAStripWithoutAreas_refused() {
    assertRefused(new DeviceBox(0, 16, SIDE, 8), 200, 90);
  }

  @Test
  void picture_changedInAnEmptyArea_refused() {
    assertRefused(new DeviceBox(200, 16, 0, 16), 200, 20);
    assertRefused(new DeviceBox(190, 16, -5, 16), 200, 20);
    assertRefused(new DeviceBox(190, 20, 40, 0), 200, 20);
  }

  @Test
  void picture_changedWithinItsArea_taken() {
    for (int x : new int[] {0, 2, 85, 86, 171, 172, 399}) {
      DeviceBox dot = new DeviceBox(x, 31, 1, 1);
      assertThatCode(() -> encode(dot, x, 31)).doesNotThrowAnyException();
    }
  }

  /** As Java2D may leave them where it draws the same colors once more. */
  @Test
  void bitsAboveAnOpaquePicturesColors_meanNothing() {
    BufferedImage background = EncoderContract.picture(SIDE, 100);
    BufferedImage picture = SeededPictures.copy(background);
    int[] pixels = PixelView.of(picture).data();
    Arrays.setAll(pixels, i -> pixels[i] | 0xff000000);
    Background announced =
        new Background(
            background, List.of(new DeviceBox(0, 16, 40, 16)), Example.whole(background));
    EncodedBackground store = encoder.prepare(announced, Effort.FAST);
    BitSet painted = new Strips(100).all();
    assertThat(encoder.encode(store, picture, painted).toByteArray())
        .isEqualTo(encoder.encode(store, background, new BitSet()).toByteArray());
  }

  /** Rows of stretches that are unlike those above, so that filters look to the left. */
  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
  void dots_anywhereInARow_comeOut(int type) throws IOException {
    Random random = new Random(type);
    BufferedImage background = new BufferedImage(270, 20, type);
    for (int y = 0; y < 20; y++) {
      int color = random.nextInt();
      for (int x = 0; x < 270; x++) {
        color = random.nextInt(12) == 0 ? random.nextInt() : color;
        background.setRGB(x, y, color);
      }
    }
    EncodedBackground store = encoder.prepare(Backgrounds.of(background), Effort.BEST);
    for (int x = 0; x < 270; x++) {
      BufferedImage picture = SeededPictures.copy(background);
      for (int y = 3; y < 15; y += 3) {
        picture.setRGB(x, y, ~background.getRGB(x, y));
      }
      byte[] file = encoder.encode(store, picture, new Strips(20).all()).toByteArray();
      EncoderContract.assertSamePixels(EncoderContract.decoded(file), picture);
    }
  }

  private void assertRefused(DeviceBox area, int x, int y) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encode(area, x, y))
        .withMessage("row %d is changed where the background says that no picture changes it", y);
  }

  private EncodedPicture encode(DeviceBox area, int x, int y) {
    BufferedImage background = EncoderContract.picture(SIDE, 100);
    BufferedImage picture = SeededPictures.copy(background);
    picture.setRGB(x, y, 0xabcdef);
    BitSet painted = new BitSet();
    painted.set(y / Strips.ROWS);
    Background announced = new Background(background, List.of(area), Example.whole(background));
    return encoder.encode(encoder.prepare(announced, Effort.FAST), picture, painted);
  }
}
