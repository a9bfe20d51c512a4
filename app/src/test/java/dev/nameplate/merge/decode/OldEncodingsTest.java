package dev.nameplate.merge.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.merge.MergeFixture;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.Fields;
import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that carry the encoding of the place they were stored in before. */
final class OldEncodingsTest {
  private static final Template NAME = MergeFixture.template(Fields.of("v", FieldKind.NAME));
  private static final Template TEXT = MergeFixture.template(Fields.of("v", FieldKind.TEXT));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "Jos\\u00e9;José",
        "Jos\\u00E9;José",
        "Jos\\\\u00e9;José",
        "Jos\\xe9;José",
        "Jos\\xc3\\xa9;José",
        "Jos\\u{e9};José",
        "Jos\\u00c3\\u00a9;José",
        "\\u0418\\u0432\\u0430\\u043d;Иван",
        "Micha\\u0142;Michał",
        "Josu00e9;José",
        "Michau0142;Michał",
        "u00c9mile;Émile",
        "O\\'Brien;O'Brien",
        "O\\u0027Brien;O'Brien",
        "Jos=C3=A9;José",
        "Jos=c3=a9;José",
        "Jos=E9;José",
        "Ren=C3=A9e=20Martin;Renée Martin",
        "=?UTF-8?Q?Jos=C3=A9?=;José",
        "=?utf-8?q?Ren=C3=A9e_Martin?=;Renée Martin",
        "=?UTF-8?B?Sm9zw6k=?=;José",
        "=?iso-8859-1?Q?Jos=E9?=;José",
        "=?ISO-8859-2?Q?Micha=B3?=;Michał",
        "=?windows-1251?B?yOLg7Q==?=;Иван",
        "=?utf-8*en?Q?Jos=C3=A9?=;José",
        "=?UTF-8?Q?Jos=C3?= =?UTF-8?Q?=A9?=;José",
        "=?UTF-8?Q?Ann?= Lee;Ann Lee",
        "=?UTF-8?Q?Ann_?= =?iso-8859-1?Q?Ren=E9?=;Ann René",
        "Ann =?UTF-8?Q?Lee?=;Ann Lee",
        "\\ud83d\\ude00 Ann;😀 Ann"
      })
  void name_inAnOldEncoding_isRead(String text, String name) {
    assertThat(MergeFixture.shown(NAME, "v=" + encoded(text))).isEqualTo(name);
  }

  @Test
  void ampersandInAnEscape_beginsAReference() {
    assertThat(MergeFixture.shown(NAME, "v=" + encoded("Jos\\u0026eacute;"))).isEqualTo("José");
  }

  /** What is damaged, or of an unknown charset, is missing rather than drawn. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "=?UTF-8?Q?Jos=C3",
        "=?UTF-8?Q?Jos=C3?=",
        "=?UTF-8?B?Sm9zw?=",
        "=?no-such?Q?Jos=E9?=",
        "\\u007b\\u007bname\\u007d\\u007d",
        "=?UTF-8?Q?*|FNAME|*?="
      })
  void name_thatCannotBeReadSo_isMissing(String text) {
    assertThat(MergeFixture.shown(NAME, "v=" + encoded(text))).isEqualTo("-");
    assertThat(MergeFixture.shown(TEXT, "v=" + encoded(text))).isEqualTo("-");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "1+1=2;1+1=2",
        "a=b;a=b",
        "Gate=C4;Gate=C4",
        "size=20;size=20",
        "E=MC2;E=MC2",
        "C:\\users\\new;C:\\users\\new",
        "and\\/or;and/or",
        "a \\\"b\\\" c;a \"b\" c",
        "Menu0142;Menu0142",
        "Caf=C3=A9 = 5;Caf=C3=A9 = 5",
        "Caf=C3=A9 for two;Café for two",
        "What =? Why;What =? Why",
        "\\u00;\\u00",
        "100=?;100=?"
      })
  void text_thatOnlyLooksEncoded_stays(String text, String shown) {
    assertThat(MergeFixture.shown(TEXT, "v=" + encoded(text))).isEqualTo(shown);
  }

  /** Bytes that are no UTF-8 are of the charset that the language's tools wrote before. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "pl, windows-1250, Michał",
    "pl, windows-1250, Żółć Gęślą Jaźń",
    "cs, windows-1250, Dvořák",
    "cs, windows-1250, Jiří „Jirka“",
    "sk, windows-1250, Ľubomír",
    "hu, windows-1250, Petőfi Sándor",
    "hr, windows-1250, Đorđe Šimić",
    "sl, windows-1250, Žiga Črnčič",
    "ro, windows-1250, Ion Brâncuşi",
    "ru, windows-1251, Иван Сергеев",
    "ru, windows-1251, Пётр",
    "uk, windows-1251, Київ Ірина",
    "bg, windows-1251, Щастие",
    "sr, windows-1251, Ђорђе",
    "el, windows-1253, Γιώργος",
    "tr, windows-1254, İbrahim Şimşek",
    "tr, windows-1254, Ağaoğlu",
    "he, windows-1255, שלום",
    "ar, windows-1256, محمد",
    "fa, windows-1256, پرويز",
    "lt, windows-1257, Žydrūnas Ąžuolas",
    "lv, windows-1257, Jānis Bērziņš",
    "et, windows-1257, Šõpruse Ülle",
    "vi, windows-1258, Phan",
    "de, windows-1252, Jürgen Groß",
    "fr, windows-1252, Renée",
    "pl, windows-1252, José",
    "ru, windows-1252, José",
    "el, windows-1252, Renée Martin",
    "en, windows-1252, Ångström"
  })
  void bytes_ofTheLanguagesCharset_areRead(String language, String charset, String name)
      throws UnsupportedEncodingException {
    assertThat(shown(Locale.forLanguageTag(language), URLEncoder.encode(name, charset)))
        .isEqualTo(name);
  }

  @Test
  void vietnameseBytes_withMarksOfTheirOwn_areComposed() {
    assertThat(shown(Locale.forLanguageTag("vi"), "Nguy%EA%D2n"))
        .isEqualTo("Nguyễn".replace("ễ", "ể"));
    assertThat(shown(Locale.forLanguageTag("vi"), "H%F9ng")).isEqualTo("Hùng");
  }

  /** UTF-8 stays UTF-8 in every language, cut in the middle of a character too. */
  @ParameterizedTest
  @CsvSource({"pl, Zażółć", "ru, Иван", "uk, Київ", "tr, Ağaoğlu", "ar, محمد", "el, Γιώργος"})
  void utf8_isNeverReadOtherwise(String language, String name) {
    Locale locale = Locale.forLanguageTag(language);
    assertThat(shown(locale, encoded(name))).isEqualTo(name);
    String cut = encoded(name).replaceFirst("%..$", "");
    String cutAsBefore = MergeFixture.shown(TEXT, "v=" + cut);
    assertThat(MergeFixture.shown(text(locale), "v=" + cut)).isEqualTo(cutAsBefore);
  }

  private static String shown(Locale locale, String raw) {
    return MergeFixture.shown(text(locale), "v=" + raw);
  }

  private static Template text(Locale locale) {
    return MergeFixture.template(locale, ZoneId.of("UTC"), Fields.of("v", FieldKind.TEXT));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
