package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import dev.nameplate.encode.Format;
import dev.nameplate.geometry.Scale;
import dev.nameplate.house.Pictures;
import dev.nameplate.house.TestHouse;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ticket that cannot be scanned is worse than none. */
final class QrCodesScanTest {
  @ParameterizedTest
  @ValueSource(strings = {"A", "CG26-48213", "AX7-2291-0000-ZZ", "12345678901234567890"})
  void ticketsCode_isReadBack_fromTheFinalBytes(String ticket) throws NotFoundException {
    for (Format format : Format.values()) {
      for (Scale scale : List.of(Scale.ONE, new Scale(150), Scale.TWO)) {
        byte[] file =
            TestHouse.draw(
                TestHouse.template("event-ticket"), "name=Maria&ticket=" + ticket, scale, format);
        assertThat(read(onWhite(Pictures.decode(file)))).contains(ticket);
      }
    }
  }

  private static BufferedImage onWhite(BufferedImage picture) {
    BufferedImage opaque =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = opaque.createGraphics();
    graphics.drawImage(picture, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return opaque;
  }

  private static String read(BufferedImage picture) throws NotFoundException {
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
    return new MultiFormatReader()
        .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
        .getText();
  }
}
