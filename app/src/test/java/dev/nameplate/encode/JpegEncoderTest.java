package dev.nameplate.encode;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JpegEncoderTest extends EncoderContract {
  @Override
  Encoder encoder() {
    return new JpegEncoder(92);
  }

  @Override
  List<Integer> types() {
    return List.of(BufferedImage.TYPE_INT_RGB);
  }

  @Override
  int tolerance() {
    return 255;
  }

  @Test
  void transparentPicture_isRefused() {
    BufferedImage clear = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
    assertThatThrownBy(() -> encoder().encodeWhole(clear)).hasMessageContaining("matte");
  }
}
