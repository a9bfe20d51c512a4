package dev.nameplate.merge.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.GlyphCoverage;
import dev.nameplate.merge.MergeFixture;
import dev.nameplate.merge.decode.UnicodeCleaner;
import dev.nameplate.merge.query.QueryReader;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.Fields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where lines may break is kept of a text, and of nothing that is compared. */
final class LineHintsTest {
  @ParameterizedTest
  @CsvSource({
    "Vous%20avez%201%C2%A0000%C2%A0000%C2%A0%E2%82%AC, 'Vous avez 1\u00a0000\u00a0000\u00a0€'",
    "Offre%20de%20M.%C2%A0Dupont, 'Offre de M.\u00a0Dupont'",
    "1%E2%80%AF000%20%E2%82%AC, '1\u202f000 €'",
    "5%E2%80%87000, '5\u00a0000'",
    "a%26nbsp%3Bb%20a%20b, 'a\u00a0b a b'",
    "a%20%C2%A0%20b, 'a\u00a0b'",
    "%C2%A0a%C2%A0, a",
    "and%2For%E2%81%A0%2Fif, 'and/or\u2060/if'",
    "%E1%9E%80%E2%80%8B%E1%9E%81, 'ក\u200bខ'",
    "a%E2%80%8Bb, ab",
    "a%C2%ADb, ab",
    "a%E2%80%83b, a b"
  })
  void text_keepsItsLinesTogether(String value, String drawn) {
    Field field = Fields.of("v", FieldKind.TEXT);
    assertThat(MergeFixture.shown(MergeFixture.template(field), "v=" + value)).isEqualTo(drawn);
  }

  @ParameterizedTest
  @CsvSource({"Mary%C2%A0Ann, Mary Ann", "Mary%E2%80%AFAnn, Mary Ann"})
  void name_hasPlainSpaces(String value, String drawn) {
    Field field = Fields.of("v", FieldKind.NAME);
    assertThat(MergeFixture.shown(MergeFixture.template(field), "v=" + value)).isEqualTo(drawn);
  }

  @ParameterizedTest
  @CsvSource({
    "visit%20evil%E2%81%A0.com%20now, refused;a web address",
    "call%C2%A0%2B1%C2%A0555%C2%A0010%C2%A09999, refused;a phone number",
    "%7B%7B%C2%A0first_name%C2%A0%7D%7D, unmerged"
  })
  void hint_hidesNothing(String value, String reason) {
    Field field = Fields.of("v", FieldKind.TEXT);
    assertThat(MergeFixture.reason(MergeFixture.template(field), "v=" + value)).startsWith(reason);
  }

  @ParameterizedTest
  @CsvSource({"大\ufa10, 大\ufa10", "\ufa19\ufa1a, \ufa19\ufa1a", "E\u0301\ufa10, É\ufa10"})
  void ideographsOfNames_keepTheirForm(String text, String cleaned) {
    assertThat(UnicodeCleaner.clean(text)).isEqualTo(cleaned);
    assertThat(NameCase.fix(text, java.util.Locale.JAPANESE)).isEqualTo(cleaned);
  }

  @ParameterizedTest
  @CsvSource({
    "ညွှိုံ့, ညွှိုံ့",
    "a\u0323\u0301\u0302\u0308, ạ\u0301\u0302\u0308",
    "a\u0334\u0335\u0336\u0337\u0338\u0339, a\u0334\u0335\u0336\u0337",
    "ก\u0e48\u0e49\u0e4a\u0e4b\u0e48\u0e49\u0e4a\u0e4b\u0e48,"
        + " ก\u0e48\u0e49\u0e4a\u0e4b\u0e48\u0e49\u0e4a\u0e4b"
  })
  void marks_areKept_asFarAsALanguageNeedsThem(String text, String cleaned) {
    assertThat(UnicodeCleaner.clean(text)).isEqualTo(cleaned);
  }

  @ParameterizedTest
  @CsvSource({
    "Maria%20%F0%9F%AB%A9, Maria, U+1FAE9",
    "%F0%9F%AB%A9%20Ana%20%F0%9F%AB%A9%20B, Ana B, U+1FAE9"
  })
  void signLeftOut_isNoted(String value, String drawn, String sign) {
    GlyphCoverage without = text -> java.util.Optional.of(text.replace("🫩", ""));
    var template = MergeFixture.template(Fields.of("v", FieldKind.NAME));
    ResolvedField field =
        new FieldResolver(without)
            .resolve(template, new QueryReader().read(template, new RawQuery("v=" + value)))
            .byName()
            .values()
            .iterator()
            .next();
    assertThat(field.value().map(FieldValue::shown)).contains(drawn);
    assertThat(field.reason()).isEmpty();
    assertThat(field.detail()).hasValueSatisfying(detail -> assertThat(detail).contains(sign));
  }
}
