package dev.nameplate.template.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.Fields;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import liqp.filters.Filters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each filter of Liquid makes of letters, clusters and numbers beyond ASCII. */
final class FiltersTest {
  private static final String FACES = "😀😁😂🤣😃😄😅";
  private static final String FAMILY = "👩‍👩‍👧";
  private static final Pattern FILTER = Pattern.compile("\\|\\s*([a-z_]+)");

  /** Locale, value, what stands in the braces (its field is {@code v}), what is drawn. */
  private static final List<List<String>> ROWS =
      List.of(
          // case, by the locale
          List.of("tr", "elektronik", "v | upcase", "ELEKTRONİK"),
          List.of("en", "elektronik", "v | upcase", "ELEKTRONIK"),
          List.of("az", "istanbul ırmaq", "v | upcase", "İSTANBUL IRMAQ"),
          List.of("de", "Straße", "v | upcase", "STRASSE"),
          List.of("el", "Ελένη Παπαδοπούλου", "v | upcase", "ΕΛΕΝΗ ΠΑΠΑΔΟΠΟΥΛΟΥ"),
          List.of("en", "Ελένη", "v | upcase", "ΕΛΈΝΗ"),
          List.of("lt", "i\u0307\u0300", "v | upcase", "\u00cc"),
          List.of("en", "ﬁn 👩‍👩‍👧 é", "v | upcase", "FIN 👩‍👩‍👧 É"),
          List.of("tr", "IRMAK İZMİR", "v | downcase", "ırmak izmir"),
          List.of("en", "IRMAK", "v | downcase", "irmak"),
          List.of("el", "ΟΔΥΣΣΕΥΣ", "v | downcase", "οδυσσευς"),
          List.of("lt", "\u00cc", "v | downcase", "i\u0307\u0300"),
          List.of("ka", "ᲒᲘᲝᲠᲒᲘ", "v | downcase", "გიორგი"),
          List.of("tr", "istanbul", "v | capitalize", "İstanbul"),
          List.of("en", "istanbul", "v | capitalize", "Istanbul"),
          List.of("nl", "ijsland", "v | capitalize", "IJsland"),
          List.of("de", "ßa", "v | capitalize", "Ssa"),
          List.of("hr", "ǆep", "v | capitalize", "ǅep"),
          List.of("ka", "გიორგი", "v | capitalize", "გიორგი"),
          List.of("el", "ελένη", "v | capitalize", "Ελένη"),
          List.of("en", "éa O'NEIL", "v | capitalize", "Éa O'NEIL"),
          List.of("en", "😀 hi", "v | capitalize", "😀 hi"),
          List.of("en", "𐐨𐐨", "v | capitalize", "𐐀𐐨"),
          // lengths, by clusters
          List.of("en", FACES, "v | truncate: 6", "😀😁😂..."),
          List.of("en", FACES, "v | truncate: 6, '…'", "😀😁😂🤣😃…"),
          List.of("en", FACES, "v | truncate: 7", FACES),
          List.of("en", FACES, "v | truncate: 2", "..."),
          List.of("en", FAMILY + "🇩🇪é!", "v | truncate: 3, ''", FAMILY + "🇩🇪é"),
          List.of("hi", "नीरज चोपड़ा", "v | truncate: 4, '…'", "नीरज…"),
          List.of("en", "a 😀 b́ c", "v | truncatewords: 3", "a 😀 b́..."),
          List.of("en", "uno dos\u00a0tres", "v | truncatewords: 2, ' …'", "uno dos …"),
          List.of("en", "one two", "v | truncatewords: 2", "one two"),
          List.of("en", FACES, "v | slice: 0", "😀"),
          List.of("en", FACES, "v | slice: 1, 2", "😁😂"),
          List.of("en", FACES, "v | slice: -2, 2", "😄😅"),
          List.of("en", FACES, "v | slice: 5, 2147483647", "😄😅"),
          List.of("en", "🇩🇪🇪🇸", "v | slice: 1", "🇪🇸"),
          List.of("en", "café", "v | slice: -1", "é"),
          List.of("en", FACES, "v | size", "7"),
          List.of("en", FAMILY + "é" + "🇩🇪" + "नी", "v | size", "4"),
          List.of("ar-EG", FACES, "v | size", "٧"),
          List.of("en", "a,b,c", "v | split: ',' | size", "3"),
          List.of("en", "😀b" + FAMILY, "v | split: '' | join: '-'", "😀-b-" + FAMILY),
          List.of("en", "😀b" + FAMILY, "v | split: '' | reverse | join: ''", FAMILY + "b😀"),
          List.of("en", "é-é-", "v | split: '-' | join: '+'", "é+é"),
          List.of("en", "🇩🇪🇪🇸", "v | split: '🇪🇪' | join: '+'", "🇩🇪🇪🇸"),
          List.of("en", "abc", "v | reverse", "abc"),
          List.of("en", "ä,b,😀", "v | split: ',' | first", "ä"),
          List.of("en", "ä,b,😀", "v | split: ',' | last", "😀"),
          List.of("en", "äb", "v | first", "äb"),
          // spaces
          List.of("en", "\u2003\u00a0 é \u3000", "v | strip | append: '!'", "é!"),
          List.of("en", "\u00a0 é\u00a0", "v | lstrip | append: '!'", "é\u00a0!"),
          List.of("en", "\u00a0 é\u00a0", "v | rstrip | prepend: '!'", "!\u00a0 é"),
          List.of("en", "a\r\n😀\nb", "v | strip_newlines", "a😀b"),
          // parts of a text
          List.of("en", "👩 " + FAMILY, "v | replace: '👩', 'x'", "x " + FAMILY),
          List.of("en", "a.b.c", "v | replace: '.', '$1'", "a$1b$1c"),
          List.of("de", "Straße Maße", "v | replace_first: 'ß', 'ss'", "Strasse Maße"),
          List.of("en", "e e\u0301 e", "v | remove: 'e'", " e\u0301 "),
          List.of("en", "🇩🇪🇪🇸🇪🇪", "v | remove_first: '🇪🇪'", "🇩🇪🇪🇸"),
          List.of("tr", "ış", "v | append: 'ık 😀'", "ışık 😀"),
          List.of("el", "ς", "v | prepend: 'Όμηρο'", "Όμηρος"),
          List.of("en", "<b>é 😀</b>", "v | strip_html", "é 😀"),
          List.of("en", "é <😀> & \"ß\"", "v | escape", "é &lt;😀&gt; &amp; &quot;ß&quot;"),
          List.of("en", "é <😀>", "v | h", "é &lt;😀&gt;"),
          List.of("en", "&amp; & ß", "v | escape_once", "&amp; &amp; ß"),
          List.of("en", "é 😀+ı", "v | url_encode", "%C3%A9+%F0%9F%98%80%2B%C4%B1"),
          List.of("en", "%C3%A9+%F0%9F%98%80", "v | url_decode", "é 😀"),
          List.of("en", "a \"é\" 😀", "v | json", "\"a \\\"é\\\" 😀\""),
          List.of("en", "https://example.com/ä", "v | absolute_url", "https://example.com/ä"),
          // lists
          List.of("en", "ß,a,ß", "v | split: ',' | uniq | join: ' '", "ß a"),
          List.of("en", "b,a,😀", "v | split: ',' | sort | join: ' '", "a b 😀"),
          List.of(
              "de", "Zug,äpfel,Bär", "v | split: ',' | sort_natural | join: ' '", "äpfel Bär Zug"),
          List.of("sv", "ö,z,å,ä", "v | split: ',' | sort_natural | join: ''", "zåäö"),
          List.of("en", "ä,b", "v | split: ',' | compact | join: ' '", "ä b"),
          List.of("en", "ä,b", "v | split: ',' | concat: v | join: ' '", ""),
          List.of("en", "ä", "v | map: 'name'", ""),
          List.of("en", "ä", "v | where: 'name', 'b'", ""),
          List.of("en", "é", "v | default: 'you'", "é"),
          // numbers: the digits of the locale, no separators but with number
          List.of("en", "12345.5", "n | plus: 1", "12346.5"),
          List.of("ar-EG", "48", "n | plus: 2", "٥٠"),
          List.of("fa", "48", "n | minus: 2", "۴۶"),
          List.of("bn", "48", "n | times: 2", "৯৬"),
          List.of("mr", "48", "n | divided_by: 5", "९"),
          List.of("ar-EG", "48", "n | modulo: 5", "٣"),
          List.of("ar-EG", "-48", "n | abs", "٤٨"),
          List.of("ar-EG", "4.2", "n | ceil", "٥"),
          List.of("ar-EG", "4.8", "n | floor", "٤"),
          List.of("ar-EG", "4.85", "n | round: 1", "٤.٩"),
          List.of("de", "4.85", "n | round: 1", "4.9"),
          List.of("en", "-2.5", "n | round", "-3"),
          List.of("en", "12345678901234567890", "n | round", "12345678901234567890"),
          List.of("ar-EG", "48", "n | at_least: 50", "٥٠"),
          List.of("ar-EG", "48", "n | at_most: 40", "٤٠"),
          List.of("ar-EG", "12345.5", "n | plus: 1 | number", "١٢٬٣٤٦٫٥"),
          List.of("en", "12345.5", "n | number", "12,345.5"),
          // dates
          List.of("en", "", "d | date: '%-d %B %Y'", "5 March 2026"));

  static Stream<Arguments> rows() {
    return ROWS.stream().map(row -> Arguments.of(row.toArray()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void filter_ofLettersBeyondAscii_countsClustersAndHeedsTheLocale(
      String locale, String value, String output, String expected) {
    assertThat(filled(locale, value, output)).isEqualTo(expected);
  }

  @Test
  void everyFilter_isTried() {
    Set<String> tried = new TreeSet<>();
    for (List<String> row : ROWS) {
      Matcher filters = FILTER.matcher(row.get(2));
      while (filters.find()) {
        tried.add(filters.group(1));
      }
    }
    Set<String> offered = new TreeSet<>(Filters.DEFAULT_FILTERS.getMap().keySet());
    offered.add(NumberFilter.NAME);
    offered.remove("newline_to_br"); // Refused: a picture draws the element as it stands.
    assertThat(tried).isEqualTo(offered);
  }

  /** A machine's own language changes nothing. */
  @Test
  void filters_onAMachineOfAnotherLanguage_areTheSame() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(filled("en", "elektronik", "v | upcase")).isEqualTo("ELEKTRONIK");
      assertThat(filled("en", "IRMAK", "v | downcase")).isEqualTo("irmak");
      assertThat(filled("en", "4.85", "n | round: 1")).isEqualTo("4.9");
      assertThat(filled("en", "", "d | date: '%A'")).isEqualTo("Thursday");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void dateFilter_ofAValueThatNamesTheClock_printsTheValue() {
    assertThat(filled("en", "now", "v | date: '%Y'")).isEqualTo("now");
    assertThat(filled("en", "today", "v | date: '%Y'")).isEqualTo("today");
    assertThat(filled("en", "10:30", "v | date: '%Y'")).isEqualTo("10:30");
    assertThat(filled("en", "2026-03-05", "v | date: '%B'")).isEqualTo("March");
  }

  static String filled(String locale, String value, String output) {
    Liquid liquid =
        new Liquid(
            Locale.forLanguageTag(locale),
            ZoneOffset.UTC,
            Map.of(
                "v",
                Fields.of("v", FieldKind.TEXT),
                "n",
                Fields.of("n", FieldKind.TEXT),
                "d",
                Fields.of("d", FieldKind.TEXT)));
    BigDecimal number = value.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(value) : BigDecimal.ZERO;
    ZonedDateTime date = ZonedDateTime.of(2026, 3, 5, 14, 30, 0, 0, ZoneOffset.UTC);
    Map<String, WordingValue> values =
        Map.of(
            "v", WordingValue.text(value),
            "n", new WordingValue(number, value),
            "d", new WordingValue(date, "Mar 5, 2026"));
    return liquid
        .wording("{{ " + output + " }}", "$", new FaultCollector("t"))
        .orElseThrow()
        .fillPart(values, Isolation.NONE)
        .orElse("");
  }
}
