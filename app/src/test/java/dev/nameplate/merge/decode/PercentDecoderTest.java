package dev.nameplate.merge.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentDecoderTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ' ',
      value = {
        "a%41b aAb",
        "%61%62 ab",
        "a% a%",
        "a%4 a%4",
        "a%g1 a%g1",
        "a%1g a%1g",
        "a%zzb a%zzb",
        "a%%b a%%b",
        "a%%41 a%A",
        "a%%%41 a%%A",
        "a%%E9x a%%E9x",
        "%u0041b Ab",
        "%U0041b Ab",
        "%u00 %u00",
        "%u00g1 %u00g1",
        "%u20AC €",
        "%uD83C%uDF89 🎉",
        "a%uD83Cb ab",
        "%C3%A9 é",
        "%c3%a9 é",
        "%E9 é",
        "%E2%82 â‚",
        "%E2%82%AC €",
        "%F0%9F%8E%89 🎉",
        "%F0%9F%8Ea ðŸŽa",
        "%F5%80x õ€x",
        "%C1%81x Áx",
        "%E0%80%80x à€€x",
        "%81x x",
        "%ED%A0%BC%ED%BE%89 🎉",
        "a%ED%A0%BCb ab",
        "a%ED%BE%89b ab",
        "a%C0%80b ab",
        "%DATE% %DATE%",
        "%ADDRESS% %ADDRESS%",
        "x%DATE%y x%DATE%y",
        "%AB%43 «C",
        "%first_name% %first_name%",
        "%%ADDRESS%% %%ADDRESS%%",
        "é%C3%A9 éé"
      })
  void escape_decoded_givesText(String raw, String text) {
    assertThat(LenientUtf8.read(PercentDecoder.bytes(raw))).isEqualTo(text);
  }

  @Test
  void plus_decoded_givesSpace() {
    assertThat(LenientUtf8.read(PercentDecoder.bytes("a+b%2Bc%20d"))).isEqualTo("a b+c d");
  }

  @Test
  void everyByte_escaped_decodesWithoutFailure() {
    for (int value = 0; value < 256; value++) {
      String raw = String.format("%%%02X", value);
      int high = value >= 0x80 ? Windows1252.character(value).orElse(-1) : value;
      String expected = high < 0 ? "" : Character.toString(high);
      assertThat(LenientUtf8.read(PercentDecoder.bytes("x" + raw))).isEqualTo("x" + expected);
    }
  }

  @Test
  void longValue_capped_losesNoHalfCharacter() {
    String raw = "a".repeat(TextLimits.RAW - 5) + "%F0%9F%8E%89";
    assertThat(TextLimits.capRaw(raw)).isEqualTo("a".repeat(TextLimits.RAW - 5));
  }
}
