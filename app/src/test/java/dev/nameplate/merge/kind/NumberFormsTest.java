package dev.nameplate.merge.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.merge.MergeFixture;
import dev.nameplate.merge.MergeFixture.FieldMaker;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people and spreadsheets write them, where one reading is possible. */
final class NumberFormsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // a percent sign, a currency, a unit
        "en;20%;20",
        "en;20 %;20",
        "tr;%20;20",
        "ar;٢٠٪;20",
        "de;12,5 %;12.5",
        "ja;２０％;20",
        "en;-5%;-5",
        "en;€ 1.234,50;1234.50",
        "en;$20;20",
        "en;-$20;-20",
        "en;$-20;-20",
        "en;20 USD;20",
        "en;EUR 20.50;20.50",
        "sv;1 234,50 kr;1234.50",
        "pl;20 zł;20",
        "ja;1,234円;1234",
        "hi;₹12,34,567;1234567",
        "en;20 pts;20",
        "en;20 PTS;20",
        "en;20 points;20",
        "en;points: 20;-",
        "en;20 apples;-",
        "en;20k;-",
        "en;20 million;-",
        "en;20 ptsx;-",
        "en;20 % off;-",
        "en;%;-",
        "en;€;-",
        "en;pts;-",
        "en;1e5;-",
        "en;0x20;-",
        "en;20 30;-",
        "en;10-20;-",
        "en;1/2;-",
        // separators that allow one reading
        "en;1.234,50;1234.50",
        "fr;1,234.50;1234.50",
        "ar;1,234,567;1234567",
        "de-CH;1,234,567;1234567",
        "en;1.234.567;1234567",
        "en;1.234.567,89;1234567.89",
        "de;1,234,567.89;1234567.89",
        "en;1 234,50;1234.50",
        "fr;1 234.50;1234.50",
        "en;1'234.50;1234.50",
        "de-CH;1’234.50;1234.50",
        "en;1’234,50;1234.50",
        "de;12,34,567;1234567",
        "en;١٬٢٣٤٫٥;1234.5",
        "fa;۱٬۲۳۴٫۵;1234.5",
        "en;１，２３４．５;1234.5",
        "en;१२३;123",
        "en;20,-;20",
        "de;20,– €;20",
        // several readings, or none
        "en;1,5;-",
        "en;12,50;-",
        "de-CH;1,234;-",
        "en;1.23.456;-",
        "en;1.234,56.7;-",
        "en;1,234.567,8;-",
        "en;0.123,456;-",
        "en;1,2345.6;-",
        "en;12.03.2026;-",
        "en;1..2;-",
        // signs
        "en;−7;-7",
        "en;–7;-7",
        "en;－７;-7",
        "en;- 7;-7",
        "en;+7;7",
        "en;--7;-",
        "en;(20);-",
        "en;20-;-",
        "en;($20.00);-20.00",
        "en;$(1,234.50);-1234.50",
        "de;1.234,50- €;-1234.50"
      })
  void number_withOneReading_isRead(String locale, String text, String number) {
    Field points = new FieldMaker("points", FieldKind.NUMBER).units("pts").field();
    assertThat(read(locale, points, text)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en;EUR;12,50;12.50",
        "en;EUR;€12,50;12.50",
        "en;EUR;12,50 EUR;12.50",
        "en;EUR;20 euros;20",
        "en;EUR;€20 EUR;20",
        "en;USD;US$5;5",
        "en;USD;$5.00 USD;5.00",
        "en;USD;(5.00);-5.00",
        "en;USD;($5.00);-5.00",
        "en;USD;5.00-;-5.00",
        "en;SEK;1 234,50 kr;1234.50",
        "da;DKK;20 kr.;20",
        "pl;PLN;1 234,50 zł;1234.50",
        "de;CHF;Fr. 20.–;-",
        "de-CH;CHF;CHF 1’234.50;1234.50",
        "ja;JPY;1,234円;1234",
        "ja;JPY;￥1,234;1234",
        "de;EUR;20,- €;20",
        "en;USD;5 EUR;-",
        "en;USD;€5;-",
        "en;USD;5%;-",
        "en;USD;5 pts;-",
        "en;USD;1,234;1234",
        "de;EUR;1.234;1234"
      })
  void amount_withItsOwnCurrency_isRead(
      String locale, String currency, String text, String amount) {
    Field price = new FieldMaker("price", FieldKind.MONEY).currency(currency).field();
    assertThat(read(locale, price, text)).isEqualTo(amount);
  }

  @Test
  void percent_besideAFallback_isNotTheFallback() {
    Field percent = new FieldMaker("p", FieldKind.NUMBER).fallback("10").range("1", "90").field();
    assertThat(MergeFixture.shown(MergeFixture.template(percent), "p=20%25")).isEqualTo("20");
    assertThat(MergeFixture.shown(MergeFixture.template(percent), "p=20%")).isEqualTo("20");
    assertThat(MergeFixture.shown(MergeFixture.template(percent), "p=95%25")).isEqualTo("10");
  }

  private static String read(String locale, Field field, String text) {
    Template template =
        MergeFixture.template(Locale.forLanguageTag(locale), ZoneId.of("UTC"), field);
    String query = field.name() + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    return MergeFixture.only(template, query)
        .value()
        .map(value -> ((FieldValue.Numeric) value).number().toPlainString())
        .orElse("-");
  }
}
