package dev.nameplate.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.merge.MergeFixture.FieldMaker;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.FieldKind;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldKindsTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en;1234.5;1234.5",
        "en;1,234.5;1234.5",
        "en;12,34,567;1234567",
        "en;1,5;-",
        "en;.5;0.5",
        "en;5.;-",
        "en;-7;-7",
        "en;%E2%88%927;-7",
        "en;%2B7;7",
        "en;1e5;-",
        "en;abc;-",
        "en;1,234,56;-",
        "de;1.234,5;1234.5",
        "de;1234.5;1234.5",
        "de;1.234;1234",
        "de;0.500;0.500",
        "fr;1%C2%A0234,5;1234.5",
        "fr;1%E2%80%AF234,5;1234.5",
        "ar;%D9%A1%D9%A2;12"
      })
  void number_read_byLocaleOrPlainly(String locale, String raw, String number) {
    Template template =
        MergeFixture.template(
            Locale.forLanguageTag(locale), UTC, new FieldMaker("n", FieldKind.NUMBER).field());
    String read =
        MergeFixture.only(template, "n=" + raw)
            .value()
            .map(value -> ((FieldValue.Numeric) value).number().toPlainString())
            .orElse("-");
    assertThat(read).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"en;1,234,567.5", "de;1.234.567,5", "fr;1\u202f234\u202f567,5"})
  void number_shown_byLocale(String locale, String shown) {
    Template template =
        MergeFixture.template(
            Locale.forLanguageTag(locale), UTC, new FieldMaker("n", FieldKind.NUMBER).field());
    assertThat(MergeFixture.shown(template, "n=1234567.5")).isEqualTo(shown);
  }

  @Test
  void number_outOfRange_isInvalid() {
    Template template =
        MergeFixture.template(new FieldMaker("n", FieldKind.NUMBER).range("0", "10").field());
    assertThat(MergeFixture.reason(template, "n=11")).isEqualTo("invalid;more than max");
    assertThat(MergeFixture.reason(template, "n=-1")).isEqualTo("invalid;less than min");
    assertThat(MergeFixture.reason(template, "n=10")).isEqualTo("given");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1234.5;$1,234.50",
        "$1,234.50;$1,234.50",
        "USD+5;$5.00",
        "5%20USD;$5.00",
        "-$5;-$5.00",
        "5%20EUR;-"
      })
  void money_read_showsCurrency(String raw, String shown) {
    Template template =
        MergeFixture.template(
            Locale.US, UTC, new FieldMaker("n", FieldKind.MONEY).currency("USD").field());
    assertThat(MergeFixture.shown(template, "n=" + raw)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2026-05-01;2026-05-01T00:00-04:00[America/New_York]",
        "20260501;2026-05-01T00:00-04:00[America/New_York]",
        "2026-05-01T10:00;2026-05-01T10:00-04:00[America/New_York]",
        "2026-05-01%2010:00:30;2026-05-01T10:00:30-04:00[America/New_York]",
        "2026-05-01T10:00:00Z;2026-05-01T06:00-04:00[America/New_York]",
        "2026-05-01T10:00:00+02:00;2026-05-01T10:00+02:00",
        "2026-05-01T10:00:00%2B0200;2026-05-01T10:00+02:00",
        "1777629600;2026-05-01T06:00-04:00[America/New_York]",
        "1777629600000;2026-05-01T06:00-04:00[America/New_York]",
        "Fri,%2001%20May%202026%2010:00:00%20GMT;2026-05-01T06:00-04:00[America/New_York]",
        "Fri,+01+May+2026+10:00:00++0200;2026-05-01T10:00+02:00",
        "2026-02-30;-",
        "01.05.2026;-",
        "tomorrow;-",
        "0;-",
        "99999999999999;5138-11-16T04:46:39.999-05:00[America/New_York]",
        "999999999999999;-"
      })
  void date_read_inStandardForms(String raw, String date) {
    Template template =
        MergeFixture.template(
            Locale.US, ZoneId.of("America/New_York"), new FieldMaker("d", FieldKind.DATE).field());
    String read =
        MergeFixture.only(template, "d=" + raw)
            .value()
            .map(value -> ((FieldValue.Date) value).date().toString())
            .orElse("-");
    assertThat(read).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "01/05/26;May 1, 2026",
        "01/01/70;Jan 1, 1970",
        "31/12/69;Dec 31, 2069",
        "31/02/26;-",
        "2026-05-01;May 1, 2026",
        "01/05/26x;-"
      })
  void date_withInputPattern_readsThatToo(String raw, String shown) {
    Template template =
        MergeFixture.template(
            Locale.ENGLISH,
            ZoneId.of("Asia/Tokyo"),
            new FieldMaker("d", FieldKind.DATE).input("dd/MM/yy").field());
    assertThat(MergeFixture.shown(template, "d=" + raw)).isEqualTo(shown);
  }

  @Test
  void choice_otherCase_isOptionAsDeclared() {
    Template template =
        MergeFixture.template(new FieldMaker("c", FieldKind.CHOICE).options("VIP", "None").field());
    assertThat(MergeFixture.shown(template, "c=vip")).isEqualTo("VIP");
    assertThat(MergeFixture.shown(template, "c=none")).isEqualTo("None");
    assertThat(MergeFixture.reason(template, "c=gold")).isEqualTo("invalid;not an option");
    assertThat(MergeFixture.reason(template, "c=null")).isEqualTo("junk;no value");
  }

  @ParameterizedTest
  @CsvSource({
    "AB-12, AB-12",
    "A_B, A_B",
    "SAVE_10, SAVE_10",
    "SAVE.10, SAVE.10",
    "10OFF!, 10OFF!",
    "%2310-OFF, #10-OFF",
    "A/7, A/7",
    "A%2FB/2026, A/B/2026",
    "VIP*2%2B1, VIP*2+1",
    "*STAR*, *STAR*",
    "NO.1, NO.1",
    "v1.2.3, v1.2.3",
    "A%20B, -",
    "A%26amp%3BB, -",
    "%D0%90-1, А-1",
    "%D0%9B%D0%95%D0%A2%D0%9E_10!, ЛЕТО_10!",
    "..., -",
    "!!!, -",
    "A%2CB, -",
    "A%3AB, -",
    "A%40B, -",
    "50%25, -",
    "evil.com, -",
    "EVIL.COM, -",
    "WIN-NOW.SHOP, -",
    "evil.com/win, -",
    "evil.zzz/win, -",
    "www.evil, -",
    "https%3A//evil.com, -",
    "10.0.0.1, -"
  })
  void code_read_lettersDigitsAndSigns(String raw, String shown) {
    Template template = MergeFixture.template(new FieldMaker("c", FieldKind.CODE).field());
    assertThat(MergeFixture.shown(template, "c=" + raw)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com/a?b=c%2520d%26amp%3B, https://example.com/a?b=c%2520d%26amp%3B",
    "mailto:ann@example.com, mailto:ann@example.com",
    "tel:%2B15551234, tel:%2B15551234",
    "tel:+15551234, tel:+15551234",
    "tel%3A%2B1%20555%201234, tel:+15551234",
    "tel%3A+15551234, -",
    "HTTPS://EXAMPLE.COM, HTTPS://EXAMPLE.COM",
    "javascript:alert(1), -",
    "https://a@b.example, -",
    "https:///x, https://x",
    "/relative, -",
    "https://example.com/?n=*|FNAME|*, -",
    "https://example.com/?n=*%7CFNAME%7C*, -",
    "https://example.com/?n=%7B%7B%20name%20%7D%7D, -",
    "https://example.com/%%ID%%, -"
  })
  void url_read_onlyOpenable(String raw, String shown) {
    Template template = MergeFixture.template(new FieldMaker("u", FieldKind.URL).field());
    assertThat(MergeFixture.shown(template, "u=" + raw)).isEqualTo(shown);
  }

  /** Where {@code ://} stands unencoded nothing was encoded: the escapes are the address's own. */
  @ParameterizedTest
  @CsvSource({
    "https://example.com/a%20b, https://example.com/a%20b",
    "https://example.com/?d=50%25, https://example.com/?d=50%25",
    "https://example.com/a%2520b, https://example.com/a%2520b",
    "https://example.com/%40ann, https://example.com/%40ann",
    "https://example.com/?q=a+b, https://example.com/?q=a+b",
    "https://example.com/?q=a%2Bb, https://example.com/?q=a%2Bb",
    "https://example.com/a%2Fb, https://example.com/a%2Fb",
    "https://example.com/%23top, https://example.com/%23top",
    "https://example.com/%E9, https://example.com/%E9",
    "https://example.com/%D0%9F%D1%80, https://example.com/%D0%9F%D1%80",
    "https://example.com/?d=50%, https://example.com/?d=50%25",
    "http://example.com:8080/a%20b, http://example.com:8080/a%20b",
    "+https://example.com/a%20b, https://example.com/a%20b",
    "mailto:a@b.example?subject=Hello%20World, mailto:a@b.example?subject=Hello%20World",
    "mailto:a%2Bb@b.example, mailto:a%2Bb@b.example"
  })
  void url_thatWasNotEncoded_keepsItsEscapes(String raw, String shown) {
    assertThat(url(raw)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "https%3A%2F%2Fexample.com%2Fx, https://example.com/x",
    "https%3A//example.com/a%2520b, https://example.com/a%20b",
    "https%3A%2F%2Fexample.com%2Fa%2520b, https://example.com/a%20b",
    "https%253A%252F%252Fexample.com%252Fx, https://example.com/x",
    "https%253a%252f%252fexample.com%252fa%252520b, https://example.com/a%20b",
    "https%25253A%25252F%25252Fexample.com%25252Fx, https://example.com/x",
    "https:%252F%252Fexample.com%252Fx, https://example.com/x",
    "https%253A%252F%252Fexample.com%252F%253Fq%253Da%252Bb, https://example.com/?q=a+b",
    "mailto%253Aann%2540example.com, mailto:ann@example.com",
    "tel%253A%252B15551234, tel:+15551234",
    "javascript%253Aalert, -",
    "https%2525253A%2525252F%2525252Fx, -"
  })
  void url_thatWasEncodedOnceOrTwice_isDecoded(String raw, String shown) {
    assertThat(url(raw)).isEqualTo(shown);
  }

  /** What a browser's URL parser takes is taken, and written as RFC 3986 has it. */
  @ParameterizedTest
  @CsvSource({
    "https://example.com/?ids=1|2, https://example.com/?ids=1%7C2",
    "https://example.com/?f={1}, https://example.com/?f=%7B1%7D",
    "https://example.com/a b?c d#e f, https://example.com/a%20b?c%20d#e%20f",
    "https://example.com/a^b`c\"d<e>, https://example.com/a%5Eb%60c%22d%3Ce%3E",
    "https://example.com/?a[]=1&b='x', https://example.com/?a[]=1&b='x'",
    "https://example.com/[a], https://example.com/%5Ba%5D",
    "https://example.com\\a\\b?c\\d, https://example.com/a/b?c%5Cd",
    "https://example.com/żółw, https://example.com/%C5%BC%C3%B3%C5%82w",
    "https://example.com/?q=ü#é, https://example.com/?q=%C3%BC#%C3%A9",
    "https://bücher.example/a, https://xn--bcher-kva.example/a",
    "https://b%C3%BCcher.example/, https://xn--bcher-kva.example/",
    "https://пример.рф, https://xn--e1afmkfd.xn--p1ai",
    "https://例え。jp/, https://xn--r8jz45g.jp/",
    "https://exa_mple.com/, https://exa_mple.com/",
    "https://example.com:443/, https://example.com:443/",
    "https://example.com:/x, https://example.com:/x",
    "https://[2001:db8::1]:8443/x, https://[2001:db8::1]:8443/x",
    "https:example.com/x, https://example.com/x",
    "https:////example.com/x, https://example.com/x",
    "https://example.com/a#b#c, https://example.com/a#b%23c",
    "'https://example.com/a\tb\n', https://example.com/ab",
    "https://example.com:65536/, -",
    "https://example.com:x/, -",
    "https://exa mple.com/, -",
    "https://exa%2Fmple.com/, -",
    "https://example.com%40evil.example/, -",
    "https://u:p@example.com/, -",
    "https://[::1/, -",
    "https://, -",
    "https://?q, -",
    "https://xn--a-ecp.ru\u00ad\u2260x/, -",
    "ftp://example.com/, -",
    "mailto:, -",
    "tel:, -"
  })
  void url_takenAsABrowserDoes(String address, String shown) {
    String once = URLEncoder.encode(address, StandardCharsets.UTF_8);
    assertThat(url(once)).isEqualTo(shown);
  }

  private static String url(String raw) {
    Template template = MergeFixture.template(new FieldMaker("u", FieldKind.URL).field());
    return MergeFixture.shown(template, "u=" + raw);
  }

  @ParameterizedTest
  @CsvSource({
    "guest.png, assets/guest.png",
    "people%2Fann.png, assets/people/ann.png",
    "people%252Fann.png, assets/people/ann.png",
    "https://cdn.example.com/a%20b.png, https://cdn.example.com/a%20b.png",
    "https%3A%2F%2Fcdn.example.com%2Fa%20b.png, https://cdn.example.com/a%20b.png",
    "https%253A%252F%252Fcdn.example.com%252Fa.png, https://cdn.example.com/a.png",
    "https://cdn.example.com/a|b.png, https://cdn.example.com/a%7Cb.png",
    "https://cdn.example.com%2F.evil.example/a.png, -",
    "https://evil.example%2F@cdn.example.com/a.png, -",
    "https://evil.example%5C.cdn.example.com/a.png, -",
    "https:%5C%5Ccdn.example.com%5Ca.png, https://cdn.example.com/a.png",
    "https://CDN.example.com/a.png, https://CDN.example.com/a.png",
    "https://cdn.example%2Ecom/a.png, https://cdn.example.com/a.png",
    "assets/guest.png, assets/guest.png",
    "people/ann.png, assets/people/ann.png",
    "../secret.png, -",
    "/etc/passwd, -",
    ".hidden, -",
    "a/.hidden, -",
    "https://cdn.example.com/a.png, https://cdn.example.com/a.png",
    "https://cdn.example.com:443/a.png, https://cdn.example.com:443/a.png",
    "https://cdn.example.com:8443/a.png, -",
    "https://img.photos.example/a.png, https://img.photos.example/a.png",
    "https://photos.example/a.png, -",
    "https://evilphotos.example/a.png, -",
    "http://cdn.example.com/a.png, -",
    "https://cdn.example.com@evil.example/a.png, -",
    "https://u@cdn.example.com/a.png, -",
    "https://evil.example/a.png, -",
    "https://cdn.example.com.evil.example/a.png, -"
  })
  void image_read_onlyAssetOrListedHost(String raw, String shown) {
    Template template =
        MergeFixture.template(
            new FieldMaker("i", FieldKind.IMAGE)
                .hosts("cdn.example.com", "*.photos.example")
                .field());
    assertThat(MergeFixture.shown(template, "i=" + raw)).isEqualTo(shown);
  }

  @Test
  void fallback_ofNumber_isNumber() {
    Template template =
        MergeFixture.template(new FieldMaker("n", FieldKind.NUMBER).fallback("0").field());
    assertThat(MergeFixture.only(template, "").value())
        .contains(new FieldValue.Numeric(BigDecimal.ZERO, "0"));
  }
}
