package dev.nameplate.merge.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.merge.clean.NameCase;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entities, elements, mojibake and Unicode, each table a specification. */
class RepairTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "&amp;|&",
        "&amp;amp;|&",
        "&amp;amp;amp;|&amp;",
        "O&#39;Brien|O'Brien",
        "O&#39Brien|O'Brien",
        "&#x142;ukasz|łukasz",
        "&#X142ukasz|łukasz",
        "&eacute;|é",
        "&Eacute;|É",
        "&EACUTE;|&EACUTE;",
        "&eacute|&eacute",
        "&alefsym;|ℵ",
        "&thetasym;|ϑ",
        "&yuml;|ÿ",
        "&#146;|’",
        "a&#129;b|ab",
        "a&#xD800;b|ab",
        "a&#99999999999;b|ab",
        "&#;|&#;",
        "&#x;|&#x;",
        "&|&",
        "&;|&;",
        "AT&T|AT&T",
        "&nosuch;|&nosuch;",
        "&&lt;|&<",
        "Micha&lstrok;|Michał",
        "Ko&zacute;mi&nacute;ski|Koźmiński",
        "Dvo&rcaron;&aacute;k|Dvořák",
        "Pet&odblac;fi S&aacute;ndor|Petőfi Sándor",
        "&Idot;brahim &Scedil;im&scedil;ek|İbrahim Şimşek",
        "&Gbreve;&imath;|Ğı",
        "&amp;lstrok;|ł",
        "A&NotEqualTilde;B|A\u2242\u0338B",
        "&CounterClockwiseContourIntegral;|\u2233",
        "&CounterClockwiseContourIntegrals;|&CounterClockwiseContourIntegrals;",
        "&lang;|\u27e8",
        "Micha&LSTROK;|Micha&LSTROK;",
        "&lstrok|&lstrok"
      })
  void entity_decoded_givesCharacter(String escaped, String text) {
    assertThat(HtmlEntities.decode(escaped)).isEqualTo(text);
  }

  /** Every name of a letter that the standard has, in both cases, comes out as a letter or sign. */
  @Test
  void everyNameOfHtml_isDecoded() {
    List<String> lines = ResourceTable.lines("html-names.txt");
    assertThat(lines).hasSize(2125).doesNotHaveDuplicates();
    for (String line : lines) {
      String name = line.substring(0, line.indexOf(' '));
      assertThat(HtmlEntityNames.character(name)).as(name).isPresent();
      assertThat(name.length()).isLessThanOrEqualTo(HtmlEntityNames.LONGEST);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "<b>Ann</b>, Ann",
    "<P class='x'><I>Ann</i></p>, Ann",
    "<div><div>Ann</div></div>, Ann",
    "<b>Ann</b> and <b>Bob</b>, <b>Ann</b> and <b>Bob</b>",
    "a<br/>b, a b",
    "1 < 2 > 0, 1 < 2 > 0",
    "<bold>Ann</bold>, <bold>Ann</bold>",
    "<b>, <b>",
    "<b, <b",
    "</b>, </b>"
  })
  void element_aroundWhole_isRemoved(String text, String bare) {
    assertThat(HtmlWrappers.remove(text)).isEqualTo(bare);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "RenÃ©, René",
    "RenÃƒÂ©, René",
    "Itâ€™s, It’s",
    "ZiÄ™ba, Zięba",
    "Ð˜Ð²Ð°Ð½, Иван",
    "Â£5, £5",
    "NESCAFÉ®, NESCAFÉ®",
    "SÃO PAULO, SÃO PAULO",
    "MÃE, MÃE",
    "Ãngela, Ãngela",
    "Ångström, Ångström",
    "Łukasz, Łukasz",
    "Ann, Ann"
  })
  void mojibake_repaired_onlyWherePlausible(String text, String repaired) {
    assertThat(Mojibake.repair(text)).isEqualTo(repaired);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Jos%C3%A9, José",
    "a%20b, a b",
    "%41%42, %41%42",
    "50% off, 50% off",
    "a%0Ab, a%0Ab",
    "a%FFb, a%FFb",
    "5%2520x, 5 x"
  })
  void escapes_decodedAgain_onlyWithProof(String text, String decoded) {
    assertThat(DoubleEncodingRepair.decode(text)).isEqualTo(decoded);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\\u00adb', ab",
    "'\\u202eab\\u202c', ab",
    "'a\\u3000\\u2003b', a b",
    "'a\\u200db', ab",
    "'\\u0646\\u200c\\u0647', '\\u0646\\u200c\\u0647'",
    "'\\u0646\\u200c', '\\u0646'",
    "'\\u0d28\\u0d4d\\u200d', '\\u0d28\\u0d4d\\u200d'",
    "'\\ud83d\\udc68\\u200d\\ud83d\\udc67', '\\ud83d\\udc68\\u200d\\ud83d\\udc67'",
    "'a\\u0301', '\\u00e1'",
    "'\\u0007a\\u007f', a",
    "'\\ue000a\\ufdd0', a",
    "'x\\udb40\\udc67\\udb40\\udc7f', x"
  })
  void unseen_cleaned_isGone(String escaped, String expected) {
    assertThat(UnicodeCleaner.clean(unescape(escaped))).isEqualTo(unescape(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "JOHN, en, John",
    "john smith, en, John Smith",
    "MCDONALD, en, McDonald",
    "mckay, en, McKay",
    "MACARTHUR, en, Macarthur",
    "van der berg, nl, van der Berg",
    "VAN MORRISON, en, Van Morrison",
    "VAN, en, Van",
    "DE LA CRUZ, es, de la Cruz",
    "MARIA DE LA CRUZ, es, Maria de la Cruz",
    "LUDWIG VAN BEETHOVEN, de, Ludwig van Beethoven",
    "NGUYEN VAN AN, vi, Nguyen Van An",
    "o'neil, en, O'Neil",
    "O’NEIL, en, O’Neil",
    "ANN'S, en, Ann's",
    "JEAN-LUC, fr, Jean-Luc",
    "j.r.r. tolkien, en, J.R.R. Tolkien",
    "JJ, en, JJ",
    "JD SMITH, en, JD Smith",
    "JO, en, Jo",
    "ED NG, en, Ed Ng",
    "HENRY VIII, en, Henry VIII",
    "İPEK, tr, İpek",
    "IŞIK, tr, Işık",
    "istanbul, tr, İstanbul",
    "ijsbrand, nl, IJsbrand",
    "ΓΙΩΡΓΟΣ, el, Γιωργος",
    "ИВАН, ru, Иван",
    "ᲒᲘᲝᲠᲒᲘ, ka, გიორგი",
    "ᲒᲘᲝᲠᲒᲘ ᲑᲔᲠᲘᲫᲔ, en, გიორგი ბერიძე",
    "Გიორგი, ka, გიორგი",
    "გიორგი, ka, გიორგი",
    "ᲒᲘᲝᲠᲒᲘ SMITH, en, გიორგი Smith",
    "李雷, zh, 李雷",
    "McDonald, en, McDonald",
    "van Gogh, nl, van Gogh"
  })
  void name_ofOneCase_isFixed(String name, String locale, String fixed) {
    assertThat(NameCase.fix(name, Locale.forLanguageTag(locale))).isEqualTo(fixed);
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      if (text.startsWith("\\u", at)) {
        out.append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
        at += 5;
      } else {
        out.append(text.charAt(at));
      }
    }
    return out.toString();
  }
}
