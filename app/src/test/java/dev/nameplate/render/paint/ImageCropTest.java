package dev.nameplate.render.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Position;
import dev.nameplate.template.layer.ImageLayer.Fit;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ImageCropTest {
  private static final DeviceBox BOX = new DeviceBox(7, 9, 100, 50);

  @Test
  void fill_takesTheWholeImage_toTheWholeBox() {
    assertThat(ImageCrop.of(300, 20, BOX, Fit.FILL, Position.CENTER))
        .isEqualTo(new ImageCrop(0, 0, 300, 20, 0, 0, 100, 50));
  }

  @Test
  void contain_takesTheWholeImage_atThePositionInTheBox() {
    assertThat(ImageCrop.of(100, 100, BOX, Fit.CONTAIN, Position.CENTER))
        .isEqualTo(new ImageCrop(0, 0, 100, 100, 25, 0, 50, 50));
    assertThat(ImageCrop.of(100, 100, BOX, Fit.CONTAIN, new Position(1, 0)))
        .isEqualTo(new ImageCrop(0, 0, 100, 100, 50, 0, 50, 50));
  }

  @Test
  void cover_fillsTheBox_withThePartAtThePosition() {
    assertThat(ImageCrop.of(100, 100, BOX, Fit.COVER, Position.CENTER))
        .isEqualTo(new ImageCrop(0, 25, 100, 50, 0, 0, 100, 50));
    assertThat(ImageCrop.of(100, 100, BOX, Fit.COVER, new Position(0, 1)))
        .isEqualTo(new ImageCrop(0, 50, 100, 50, 0, 0, 100, 50));
  }

  @Test
  void randomImage_cropped_staysWithinImageAndBox() {
    Random random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      int width = 1 + random.nextInt(900);
      int height = 1 + random.nextInt(900);
      DeviceBox box = new DeviceBox(0, 0, 1 + random.nextInt(900), 1 + random.nextInt(900));
      Position position = new Position(random.nextDouble(), random.nextDouble());
      ImageCrop crop = ImageCrop.of(width, height, box, Fit.values()[random.nextInt(3)], position);
      assertThat(crop.sourceX()).isBetween(0, width - crop.sourceWidth());
      assertThat(crop.sourceY()).isBetween(0, height - crop.sourceHeight());
      assertThat(crop.left()).isBetween(0, box.width() - crop.width());
      assertThat(crop.top()).isBetween(0, box.height() - crop.height());
      assertThat(crop.sourceWidth()).isPositive();
      assertThat(crop.height()).isPositive();
    }
  }
}
