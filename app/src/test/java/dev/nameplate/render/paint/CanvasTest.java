package dev.nameplate.render.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import dev.nameplate.geometry.Size;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CanvasTest {
  @Test
  void blankCanvas_hasTheScaledSize_andTheTypeOfItsOpacity() {
    Canvas opaque = Canvas.blank(new Size(10, 5), Scale.TWO, true);
    Canvas clear = Canvas.blank(new Size(10, 5), new Scale(150), false);
    assertThat(opaque.image().getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    assertThat(opaque.image().getWidth()).isEqualTo(20);
    assertThat(clear.image().getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB);
    assertThat(clear.image().getHeight()).isEqualTo(8);
    assertThat(clear.image().getRGB(0, 0)).isZero();
  }

  @Test
  void clear_replacesAlpha_andCoverComposites() {
    Canvas canvas = Canvas.blank(new Size(2, 2), Scale.ONE, false);
    canvas.clear(new Rgba(0x80ff0000));
    assertThat(canvas.image().getRGB(1, 1)).isEqualTo(0x80ff0000);
    canvas.cover(new Rgba(0x00ffffff));
    assertThat(canvas.image().getRGB(1, 1)).isEqualTo(0x80ff0000);
    canvas.cover(Rgba.BLACK);
    assertThat(canvas.image().getRGB(1, 1)).isEqualTo(0xff000000);
  }

  @Test
  void box_inDevicePixels_coversThePixelsWhoseCentersItCovers() {
    assertThat(Canvas.centers(new Box(0, 0, 6, 4))).isEqualTo(new DeviceBox(0, 0, 6, 4));
    assertThat(Canvas.centers(new Box(0.4, 0.6, 1, 1))).isEqualTo(new DeviceBox(0, 1, 1, 1));
    assertThat(Canvas.centers(new Box(0.6, 0, 0.3, 1)).isEmpty()).isTrue();
  }

  /** The rasterizer's blending must not differ from Java2D's in any bit. */
  @Test
  void randomColor_overAPixel_isAsJava2dHasIt() {
    Random random = new Random(3);
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    BufferedImage source = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE);
    for (int i = 0; i < 2000; i++) {
      int alpha = random.nextInt(256);
      int color =
          alpha << 24
              | random.nextInt(alpha + 1) << 16
              | random.nextInt(alpha + 1) << 8
              | random.nextInt(alpha + 1);
      int pixel = random.nextInt(1 << 24);
      image.setRGB(0, 0, pixel);
      source.getRaster().setDataElements(0, 0, new int[] {color});
      image.createGraphics().drawImage(source, 0, 0, null);
      assertThat(OpaqueTarget.over(color, pixel) & 0xffffff)
          .isEqualTo(image.getRGB(0, 0) & 0xffffff);
    }
  }
}
