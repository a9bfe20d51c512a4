package dev.nameplate.merge.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.merge.MergeFixture;
import dev.nameplate.merge.MergeFixture.FieldMaker;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as programs write them, and those that they write for none. */
final class DateFormsTest {
  private static final Field DATE = Fields.of("d", FieldKind.DATE);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // ISO 8601, extended and basic
        "2026-03-05;2026-03-05T00:00-05:00[America/New_York]",
        "20260305;2026-03-05T00:00-05:00[America/New_York]",
        "2026-064;2026-03-05T00:00-05:00[America/New_York]",
        "2026-W10-4;2026-03-05T00:00-05:00[America/New_York]",
        "2026/03/05;2026-03-05T00:00-05:00[America/New_York]",
        "2026.03.05;2026-03-05T00:00-05:00[America/New_York]",
        "٢٠٢٦-٠٣-٠٥;2026-03-05T00:00-05:00[America/New_York]",
        "20260305T143000Z;2026-03-05T09:30-05:00[America/New_York]",
        "20260305T143000;2026-03-05T14:30-05:00[America/New_York]",
        "20260305T1430;2026-03-05T14:30-05:00[America/New_York]",
        "20260305T143000+0530;2026-03-05T14:30+05:30",
        "20260305T143000.250-0800;2026-03-05T14:30:00.250-08:00",
        "20260305143000;2026-03-05T14:30-05:00[America/New_York]",
        "2026-03-05t14:30:00z;2026-03-05T09:30-05:00[America/New_York]",
        "2026-03-05T14:30:00,5+01:00;2026-03-05T14:30:00.500+01:00",
        "2026-03-05T14:30+05;2026-03-05T14:30+05:00",
        "2026-03-05T00:30:00+02:00;2026-03-05T00:30+02:00",
        "2026-03-05T23:30:00-11:00;2026-03-05T23:30-11:00",
        "2026-03-05T00:30:00+00:00;2026-03-05T00:30Z",
        "2026-03-05T00:30:00-00:00;2026-03-04T19:30-05:00[America/New_York]",
        "2026-03-05T14:30:00+01:00[Europe/Paris];2026-03-05T14:30+01:00[Europe/Paris]",
        "2026-03-05T14:30:00Z[Europe/Paris];2026-03-05T15:30+01:00[Europe/Paris]",
        // Ruby, Liquid, Rails, Go, Python, PostgreSQL
        "2026-03-05 14:30:00 +0000;2026-03-05T14:30Z",
        "2026-03-05 14:30:00 UTC;2026-03-05T09:30-05:00[America/New_York]",
        "2026-03-05 14:30:00 +0530;2026-03-05T14:30+05:30",
        "2026-03-05 14:30:00.123456 UTC;2026-03-05T09:30:00.123456-05:00[America/New_York]",
        "2026-03-05 14:30:00.5 +0100 CET m=+0.01;2026-03-05T14:30:00.500+01:00",
        "2026-03-05 14:30:00+00;2026-03-05T14:30Z",
        "2026-03-05 14:30:00 Europe/Paris;2026-03-05T14:30+01:00[Europe/Paris]",
        "2026-03-05 14:30 GMT+2;2026-03-05T14:30+02:00",
        "2026-03-05 14:30 UTC-03:30;2026-03-05T14:30-03:30",
        "2026-03-05 14:30 EST;2026-03-05T14:30-05:00[America/New_York]",
        "2026-03-05 14:30 JST;2026-03-05T14:30+09:00",
        "2026-03-05 2:30 PM;2026-03-05T14:30-05:00[America/New_York]",
        // RFC 5322, JavaScript, Java, C, SQL Server, people
        "Thu, 05 Mar 2026 14:30:00 +0100;2026-03-05T14:30+01:00",
        "Thu, 5 Mar 2026 14:30 GMT;2026-03-05T09:30-05:00[America/New_York]",
        "5 Mar 2026 14:30:00 PST;2026-03-05T14:30-08:00",
        "Thu, 05 Mar 2026 14:30:00 +0100 (CET);2026-03-05T14:30+01:00",
        "Thu Mar 05 2026 14:30:00 GMT+0100 (Central European Standard Time);2026-03-05T14:30+01:00",
        "Thu Mar 05 14:30:00 CET 2026;2026-03-05T14:30+01:00",
        "Thu Mar  5 14:30:00 2026;2026-03-05T14:30-05:00[America/New_York]",
        "Mar  5 2026  2:30PM;2026-03-05T14:30-05:00[America/New_York]",
        "Thursday, March 5, 2026;2026-03-05T00:00-05:00[America/New_York]",
        "5 March 2026;2026-03-05T00:00-05:00[America/New_York]",
        "05-Mar-2026;2026-03-05T00:00-05:00[America/New_York]",
        // several readings, or none
        "Fri, 05 Mar 2026 14:30:00 GMT;-",
        "05/03/2026;-",
        "05.03.26;-",
        "3/5/2026 2:30:00 PM;-",
        "2026-03;-",
        "2026;-",
        "2026-03-05 14:30 IST;-",
        "2026-03-05 14:30 XYZ;-",
        "2026-03-05 14:30 Mars/Base;-",
        "2026-03-05T25:00;-",
        "2026-03-05T14:30+25:00;-",
        "2026-02-29;-",
        "March;-",
        "14:30;-"
      })
  void date_asProgramsWriteIt_isReadWhereItStates(String text, String date) {
    Template template = MergeFixture.template(Locale.US, ZoneId.of("America/New_York"), DATE);
    String read =
        MergeFixture.only(template, query(text))
            .value()
            .map(value -> ((FieldValue.Date) value).date().toString())
            .orElse("-");
    assertThat(read).isEqualTo(date);
  }

  /** An abbreviation with several meanings has one where the template's zone goes by it. */
  @ParameterizedTest
  @CsvSource({"Asia/Kolkata, +05:30", "Asia/Jerusalem, +02:00", "Europe/Dublin, Z"})
  void abbreviationOfTheTemplatesZone_isThatZone(String zone, String offset) {
    Template template = MergeFixture.template(Locale.US, ZoneId.of(zone), DATE);
    String month = zone.equals("Europe/Dublin") ? "Jan" : "Feb";
    String name = zone.equals("Europe/Dublin") ? "GMT" : "IST";
    String text = "05 " + month + " 2026 14:30:00 " + name;
    assertThat(MergeFixture.only(template, query(text)).value())
        .hasValueSatisfying(
            value ->
                assertThat(((FieldValue.Date) value).date())
                    .hasToString(
                        "2026-0"
                            + (month.equals("Jan") ? 1 : 2)
                            + "-05T14:30"
                            + offset
                            + "["
                            + zone
                            + "]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2026-03-05T00:30:00+02:00;Mar 5, 2026",
        "2026-03-05T23:30:00-08:00;Mar 5, 2026",
        "2026-03-05T02:00:00Z;Mar 4, 2026",
        "0900-03-01;Mar 1, 900",
        "1500-02-28;Feb 28, 1500",
        "1582-10-10;Oct 10, 1582"
      })
  void day_shown_isTheOneThatWasStated(String text, String shown) {
    Template template = MergeFixture.template(Locale.US, ZoneId.of("America/New_York"), DATE);
    assertThat(MergeFixture.shown(template, query(text))).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00",
        "0001-01-01 00:00:00 +0000 UTC",
        "0001-01-01T00:00:00+05:30",
        "00010101",
        "1899-12-30",
        "1899-12-30T00:00:00",
        "1899-12-31",
        "1900-01-00",
        "1900-01-00T00:00:00",
        "1900-01-01",
        "1900-01-01T00:00:00.000",
        "1601-01-01T00:00:00Z",
        "1753-01-01",
        "1858-11-17T00:00:00Z",
        "1904-01-01",
        "0000-00-00",
        "0000-00-00 00:00:00",
        "00/00/0000",
        "9999-12-31",
        "9999-12-31T23:59:59.9999999Z",
        "1970-01-01T00:00:00Z",
        "1970-01-01T00:00:00.000Z",
        "1970-01-01 00:00:00",
        "1970-01-01T01:00:00+01:00",
        "1969-12-31T19:00:00-05:00",
        "1969-12-31T23:59:59Z",
        "19700101T000000Z",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "000000000"
      })
  void nullDate_countsAsMissing(String text) {
    for (String zone : new String[] {"UTC", "America/New_York", "Asia/Tokyo"}) {
      Template template = MergeFixture.template(Locale.US, ZoneId.of(zone), DATE);
      assertThat(MergeFixture.reason(template, query(text)))
          .as(zone)
          .isEqualTo("junk;a date that stands for none");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1970-01-01;Jan 1, 1970",
        "1970-01-01T08:00:00Z;Jan 1, 1970",
        "1970-01-02T00:00:00Z;Jan 2, 1970",
        "1900-01-02;Jan 2, 1900",
        "0002-01-01;Jan 1, 2"
      })
  void dayLikeANullDate_isRead(String text, String shown) {
    assertThat(MergeFixture.shown(MergeFixture.template(DATE), query(text))).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "000000000", "1970-01-01 00:00:00"})
  void firstSecondOf1970_whereTheFieldSaysSo_isADate(String text) {
    Field epoch = new FieldMaker("d", FieldKind.DATE).epoch().field();
    assertThat(MergeFixture.shown(MergeFixture.template(epoch), query(text)))
        .isEqualTo("Jan 1, 1970");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01/01/0001", "30/12/1899", "01/01/1900"})
  void nullDate_inTheFieldsOwnPattern_countsAsMissing(String text) {
    Field own = new FieldMaker("d", FieldKind.DATE).input("dd/MM/yyyy").field();
    assertThat(MergeFixture.reason(MergeFixture.template(own), query(text)))
        .isEqualTo("junk;a date that stands for none");
  }

  private static String query(String text) {
    return "d=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
