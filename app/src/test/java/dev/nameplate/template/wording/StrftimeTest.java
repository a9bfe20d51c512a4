package dev.nameplate.template.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.Fields;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates by patterns of strftime, in the words, digits and calendar of a locale. */
final class StrftimeTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZonedDateTime DATE =
      ZonedDateTime.of(2026, 3, 5, 8, 7, 9, 123_456_789, PARIS);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "%Y %y %C;2026 26 20",
        "%m %-m %_m %b %h %B;03 3  3 Mar Mar March",
        "%d %-d %e %j;05 5  5 064",
        "%H %k %I %l %M %S %L %N %3N;08  8 08  8 07 09 123 123456789 123",
        "%p %P %#p;AM am am",
        "%A %a %u %w;Thursday Thu 4 4",
        "%G %g %V %U %W;2026 26 10 09 09",
        "%z %:z %Z %s;+0100 +01:00 CET 1772694429",
        "%D %F %T %R %r;03/05/26 2026-03-05 08:07:09 08:07 08:07:09 AM",
        "%c;Thu Mar  5 08:07:09 2026",
        "%v;' 5-MAR-2026'",
        "%^A %^b %#B;THURSDAY MAR MARCH",
        "%10Y|%06d|%_6d|%8b;0000002026|000005|     5|     Mar",
        "100%% %q %;100% %q %"
      })
  void directive_inEnglish_printsAsRubyDoes(String pattern, String printed) {
    assertThat(format("en", pattern, DATE)).isEqualTo(printed.replace("'", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fi;%B %Y;maaliskuu 2026",
        "fi;%-d. %B %Y;5. maaliskuuta 2026",
        "fi;%A;torstai",
        "et;%A %B;neljapäev märts",
        "ca;%B %Y;març 2026",
        "ca;%-d %B %Y;5 de març 2026",
        "ca;%b;març",
        "pl;%B %Y;marzec 2026",
        "pl;%-d %B %Y;5 marca 2026",
        "cs;%B;březen",
        "cs;%-d. %B;5. března",
        "sk;%B;marec",
        "sk;%-d. %B;5. marca",
        "ru;%B %Y;март 2026",
        "ru;%-d %B;5 марта",
        "ru;%^B;МАРТ",
        "uk;%B;березень",
        "uk;%-d %B;5 березня",
        "be;%-d %B;5 сакавіка",
        "hr;%B;ožujak",
        "hr;%-d. %B;5. ožujka",
        "sl;%B;marec",
        "lt;%B;kovas",
        "lt;%B %-d;kovo 5",
        "lv;%B;marts",
        "el;%B %Y;Μάρτιος 2026",
        "el;%-d %B;5 Μαρτίου",
        "el;%^B;ΜΑΡΤΙΟΣ",
        "tr;%^A;PERŞEMBE",
        "de;%A, %-d. %B;Donnerstag, 5. März"
      })
  void name_aloneOrBesideADay_takesTheFormOfTheLanguage(
      String locale, String pattern, String printed) {
    assertThat(format(locale, pattern, DATE)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ar-EG;%-d %B %Y;٥ مارس ٢٠٢٦",
        "ar-EG-u-nu-latn;%-d %B %Y;5 مارس 2026",
        "ar-EG;%H:%M %z;٠٨:٠٧ +٠١٠٠",
        "ar-MA;%-d/%-m/%Y;5/3/2026",
        "fa;%Y/%m/%d;۱۴۰۴/۱۲/۱۴",
        "fa;%-d %B;۱۴ اسفند",
        "fa-u-ca-gregory;%Y/%m/%d;۲۰۲۶/۰۳/۰۵",
        "bn;%-d %B %Y;৫ মার্চ ২০২৬",
        "mr;%-d %B %Y;५ मार्च २०२६",
        "ne;%d;०५",
        "hi;%-d %B %Y;5 मार्च 2026",
        "my;%Y;၂၀၂၆",
        "th;%-d %B %Y;5 มีนาคม 2569",
        "th-u-ca-gregory;%Y;2026",
        "th;%F;2569-03-05"
      })
  void number_andCalendar_areThoseOfTheLocale(String locale, String pattern, String printed) {
    assertThat(format(locale, pattern, DATE)).isEqualTo(printed);
  }

  @Test
  void dateInACode_isGregorian_inDigitsOfAscii() {
    assertThat(forCode("ar-EG", "%Y%m%d")).isEqualTo("20260305");
    assertThat(forCode("th", "%Y%m%d")).isEqualTo("20260305");
    assertThat(forCode("fa", "%F")).isEqualTo("2026-03-05");
  }

  /** The first years of the calendar are those of ISO 8601, not those of Julius Caesar. */
  @Test
  void earlyDate_isProlepticGregorian() {
    ZonedDateTime early = ZonedDateTime.of(1500, 3, 1, 0, 0, 0, 0, ZoneId.of("UTC"));
    assertThat(format("en", "%-d %B %Y", early)).isEqualTo("1 March 1500");
    assertThat(format("en", "%F", early.withYear(9))).isEqualTo("0009-03-01");
  }

  private static String forCode(String locale, String pattern) {
    Liquid liquid =
        new Liquid(
            Locale.forLanguageTag(locale), PARIS, Map.of("d", Fields.of("d", FieldKind.TEXT)));
    return liquid
        .forPurpose(Liquid.Purpose.CODE)
        .wording("{{ d | date: '" + pattern + "' }}", "$", new FaultCollector("t"))
        .orElseThrow()
        .fill(Map.of("d", new WordingValue(DATE, "")))
        .orElseThrow();
  }

  private static String format(String locale, String pattern, ZonedDateTime date) {
    return Strftime.format(pattern, date, DateNames.of(Locale.forLanguageTag(locale)));
  }
}
