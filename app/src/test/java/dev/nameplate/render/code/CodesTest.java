package dev.nameplate.render.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.template.layer.QrLayer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes as modules on whole device pixels, decoded again from the painted picture. */
final class CodesTest {
  private static final DeviceBox BOX = new DeviceBox(10, 10, 400, 200);
  private static final String PAYLOAD = "TICKET-7Q2";

  @ParameterizedTest
  @EnumSource(QrLayer.Correction.class)
  void qrCode_atEveryLevel_canBeRead(QrLayer.Correction correction) {
    QrCode code = QrCode.of(PAYLOAD, correction).orElseThrow();
    assertThat(code.hole()).isZero();
    assertThat(read(ModuleGrid.square(code.modules(), 4, BOX))).contains(PAYLOAD);
  }

  @Test
  void qrCode_withLogo_hasALightHole_andCanBeRead() {
    String payload = "https://example.com/t/" + PAYLOAD.repeat(5);
    QrCode code = QrCode.of(payload, QrLayer.Correction.L, 0.2).orElseThrow();
    BarcodeMatrix modules = code.modules();
    assertThat(code.hole()).isPositive();
    assertThat(modules.isDark(modules.columns() / 2, modules.rows() / 2)).isFalse();
    assertThat(read(ModuleGrid.square(modules, 4, BOX))).contains(payload);
  }

  @Test
  void qrCode_ofALongPayload_fallsBackToALowerLevel_andOfTooLongOneIsEmpty() {
    assertThat(QrCode.of("7".repeat(5000), QrLayer.Correction.H)).isPresent();
    assertThat(QrCode.of("x".repeat(5000), QrLayer.Correction.L)).isEmpty();
  }

  @Test
  void barcodes_painted_canBeRead() {
    assertThat(read(ModuleGrid.linear(Barcodes.code128(PAYLOAD).orElseThrow(), 10, BOX)))
        .contains(PAYLOAD);
    assertThat(read(ModuleGrid.linear(Barcodes.ean13("4006381333931").orElseThrow(), 11, BOX)))
        .contains("4006381333931");
    assertThat(read(ModuleGrid.square(Barcodes.aztec(PAYLOAD).orElseThrow(), 2, BOX)))
        .contains(PAYLOAD);
    assertThat(read(ModuleGrid.square(Barcodes.dataMatrix(PAYLOAD).orElseThrow(), 2, BOX)))
        .contains(PAYLOAD);
    assertThat(read(Barcodes.pdf417(PAYLOAD, 2, BOX).orElseThrow())).contains(PAYLOAD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "4006381333932", "40063813339311", "abc"})
  void ean13_ofAnotherPayload_isEmpty(String payload) {
    assertThat(Barcodes.ean13(payload)).isEmpty();
  }

  @Test
  void code128_ofOtherCharacters_isEmpty() {
    assertThat(Barcodes.code128("Zoë ☕")).isEmpty();
  }

  @Test
  void aztec_ofAnyText_canBeRead() {
    assertThat(read(ModuleGrid.square(Barcodes.aztec("Zoë ☕").orElseThrow(), 2, BOX)))
        .contains("Zoë ☕");
  }

  @Test
  void grid_inABox_hasModulesOfWholePixels_inItsMiddle() {
    BarcodeMatrix modules = QrCode.of(PAYLOAD, QrLayer.Correction.L).orElseThrow().modules();
    ModuleGrid grid = ModuleGrid.square(modules, 4, BOX);
    int side = modules.columns() + 8;
    assertThat(grid.module()).isEqualTo(200 / side);
    assertThat(grid.area().width()).isEqualTo(grid.module() * side);
    assertThat(grid.area().x() - BOX.x()).isEqualTo((400 - grid.area().width()) / 2);
    assertThat(grid.left()).isEqualTo(grid.area().x() + 4 * grid.module());
  }

  @Test
  void grid_inATooSmallBox_doesNotFit() {
    BarcodeMatrix modules = QrCode.of(PAYLOAD, QrLayer.Correction.L).orElseThrow().modules();
    assertThat(ModuleGrid.square(modules, 4, new DeviceBox(0, 0, 20, 400)).fits()).isFalse();
    assertThat(ModuleGrid.square(modules, 4, BOX).fits()).isTrue();
    assertThat(ModuleGrid.linear(modules, 0, new DeviceBox(0, 0, 400, 0)).fits()).isFalse();
  }

  @Test
  void scanner_ofAPictureWithoutACode_isEmpty() {
    BufferedImage blank = new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB);
    assertThat(BarcodeScanner.read(blank)).isEmpty();
  }

  private static Optional<String> read(ModuleGrid grid) {
    BufferedImage picture = new BufferedImage(420, 220, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 420, 220);
    grid.paint(Rgba.BLACK, Rgba.WHITE, graphics);
    graphics.dispose();
    return BarcodeScanner.read(picture);
  }
}
