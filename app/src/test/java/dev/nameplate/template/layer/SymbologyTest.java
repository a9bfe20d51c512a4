package dev.nameplate.template.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the codes of goods hold for digits that arrive. */
final class SymbologyTest {
  @ParameterizedTest
  @CsvSource({
    "EAN13, 5901234123457, false, 5901234123457",
    "EAN13, 5901234123456, false, -",
    "EAN13, 590123412345, false, -",
    "EAN13, 590123412345, true, 5901234123457",
    "EAN13, 400638133393, false, -",
    "EAN13, 400638133393, true, 4006381333931",
    "EAN13, 091037788863, false, 0091037788863",
    "EAN13, 036000291452, false, 0036000291452",
    "EAN13, 091037788863, true, 0910377888630",
    "EAN13, 091037788864, false, -",
    "EAN13, 59012341234, true, -",
    "EAN13, 59012341234X, true, -",
    "EAN13, ٥٩٠١٢٣٤١٢٣٤٥٧, false, -",
    "UPC_A, 036000291452, false, 036000291452",
    "UPC_A, 036000291453, false, -",
    "UPC_A, 03600029145, false, -",
    "UPC_A, 03600029145, true, 036000291452",
    "UPC_A, 0036000291452, false, 036000291452",
    "UPC_A, 5901234123457, false, -",
    "UPC_A, 3600029145, true, -"
  })
  void digitsOfGoods_standForTheSameArticle_orForNone(
      Symbology symbology, String text, boolean adds, String payload) {
    assertThat(symbology.payload(text, adds).orElse("-")).isEqualTo(payload);
  }
}
