package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import dev.nameplate.geometry.Scale;
import dev.nameplate.support.Scanner;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Format;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ticket that cannot be scanned is worse than none. */
final class QrCodesScanTest {
  @ParameterizedTest
  @ValueSource(strings = {"A", "CG26-48213", "AX7-2291-0000-ZZ", "12345678901234567890"})
  void ticketsCode_isReadBack_fromTheFinalBytes(String ticket) {
    for (Format format : Format.values()) {
      for (Scale scale : List.of(Scale.ONE, new Scale(150), Scale.TWO)) {
        byte[] file =
            TestApplication.draw(
                TestApplication.template("event-ticket"),
                "name=Maria&ticket=" + ticket,
                scale,
                format);
        assertThat(Scanner.scan(file, BarcodeFormat.QR_CODE)).contains(ticket);
      }
    }
  }
}
