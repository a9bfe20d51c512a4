package dev.nameplate.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RgbaTest {
  @ParameterizedTest
  @CsvSource({
    "#fff, ffffffff",
    "#000, ff000000",
    "#1a2, ff11aa22",
    "#0B1F3A, ff0b1f3a",
    "#0b1f3a80, 800b1f3a",
    "#00000000, 00000000",
    "#FFFFFFFF, ffffffff"
  })
  void text_parsed_isArgb(String text, String argb) {
    assertThat(Rgba.parse(text)).contains(new Rgba(Integer.parseUnsignedInt(argb, 16)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "#", "fff", "#ff", "#ffff", "#fffff", "#1234567", "#ggg", "red", "#fff "})
  void otherText_parsed_isEmpty(String text) {
    assertThat(Rgba.parse(text)).isEmpty();
  }

  @Test
  void channels_areBytesOfArgb() {
    Rgba color = new Rgba(0x80123456);
    assertThat(color.alpha()).isEqualTo(0x80);
    assertThat(color.red()).isEqualTo(0x12);
    assertThat(color.green()).isEqualTo(0x34);
    assertThat(color.blue()).isEqualTo(0x56);
    assertThat(color.isOpaque()).isFalse();
    assertThat(Rgba.WHITE.isOpaque()).isTrue();
    assertThat(Rgba.TRANSPARENT.alpha()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#ffffff", "#0b1f3a", "#0b1f3a80", "#00000000"})
  void hex_ofParsedText_isTheText(String text) {
    assertThat(Rgba.parse(text).orElseThrow().hex()).isEqualTo(text);
  }

  @Test
  void contrast_ofBlackAndWhite_is21_andOfEqualColors1() {
    assertThat(Rgba.BLACK.contrastWith(Rgba.WHITE)).isCloseTo(21, within(1e-9));
    assertThat(Rgba.WHITE.contrastWith(Rgba.BLACK)).isCloseTo(21, within(1e-9));
    assertThat(new Rgba(0xff7f7f7f).contrastWith(new Rgba(0xff7f7f7f))).isEqualTo(1);
  }

  /** #767676 is the lightest gray with a contrast of 4.5 to white. */
  @Test
  void contrast_ofTheLimitGray_isAsWcagHasIt() {
    assertThat(new Rgba(0xff767676).contrastWith(Rgba.WHITE)).isCloseTo(4.54, within(0.005));
    assertThat(new Rgba(0xff777777).contrastWith(Rgba.WHITE)).isLessThan(4.5);
  }

  @Test
  void luminance_ofPrimaries_addsUpToOne() {
    double red = new Rgba(0xffff0000).luminance();
    double green = new Rgba(0xff00ff00).luminance();
    double blue = new Rgba(0xff0000ff).luminance();
    assertThat(red).isCloseTo(0.2126, within(1e-9));
    assertThat(green).isCloseTo(0.7152, within(1e-9));
    assertThat(red + green + blue).isCloseTo(1, within(1e-9));
    assertThat(Rgba.BLACK.luminance()).isZero();
  }
}
