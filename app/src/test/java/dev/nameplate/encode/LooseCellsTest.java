package dev.nameplate.encode;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nameplate.geometry.DeviceBox;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a base does not announce is refused. */
final class LooseCellsTest {
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

  private void assertRefused(DeviceBox area, int x, int y) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encode(area, x, y))
        .withMessage("row %d is changed where the base says that no picture changes it", y);
  }

  private EncodedPicture encode(DeviceBox area, int x, int y) {
    BufferedImage base = EncoderContract.picture(SIDE, 100);
    BufferedImage picture = SeededPictures.copy(base);
    picture.setRGB(x, y, 0xabcdef);
    BitSet painted = new BitSet();
    painted.set(y / Strips.ROWS);
    Base announced = new Base(base, List.of(area), base);
    return encoder.encode(encoder.prepare(announced, Effort.QUICK), picture, painted);
  }
}
