package dev.nameplate.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.merge.MergeFixture.FieldMaker;
import dev.nameplate.merge.clean.CleaningState;
import dev.nameplate.merge.decode.LegacyCharset;
import dev.nameplate.merge.query.QueryReader;
import dev.nameplate.merge.query.RawFieldValues;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.merge.value.ResolvedField.State;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldResolverTest {
  private static final Template NAME =
      MergeFixture.template(
          new FieldMaker("name", FieldKind.NAME).fallback("there").aliases("fname").field());

  @ParameterizedTest
  @CsvSource({
    "'', missing",
    "other=x, missing",
    "name=, empty",
    "name, empty",
    "name=%E2%80%8B, empty",
    "name=%E3%85%A4, empty",
    "name=*|FNAME|*, unmerged;mailchimp",
    "name={{first_name}}, unmerged;liquid",
    "name=%FIRSTNAME%, unmerged;percent",
    "name=null, junk;no value",
    "name=12, junk;no letter",
    "name=a@b.example, junk;email address",
    "name=FNAME, junk;field code",
    "name=Ren%EF%BF%BD, junk;lost letter",
    "name=Ann, given"
  })
  void value_resolved_tellsReason(String query, String reason) {
    assertThat(MergeFixture.reason(NAME, query)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "name=*|FNAME|*&name=Bob, Bob, given",
    "name=&FNAME=Bob, Bob, given",
    "name=Ann&name=Bob, Ann, given",
    "name=&name=*|FNAME|*, there, unmerged;mailchimp",
    "name=null&name=, there, junk;no value",
    "NAME=Ann&amp;AMP;fname=Bob, Ann, given"
  })
  void duplicates_resolved_firstUsableWins(String query, String shown, String reason) {
    assertThat(MergeFixture.shown(NAME, query)).isEqualTo(shown);
    assertThat(MergeFixture.reason(NAME, query)).isEqualTo(reason);
  }

  @Test
  void fallback_taken_whereMissing() {
    ResolvedField field = MergeFixture.only(NAME, "name=*|FNAME|*");
    assertThat(field.state()).isEqualTo(State.FALLBACK);
    assertThat(field.value()).contains(new FieldValue.Text("there"));
    assertThat(field.arrived()).contains("*|FNAME|*");
  }

  @Test
  void required_missing_drawsStandard() {
    Template template =
        MergeFixture.template(
            new FieldMaker("ticket", FieldKind.CODE).required().field(),
            new FieldMaker("name", FieldKind.NAME).fallback("there").field(),
            Fields.of("city", FieldKind.TEXT));
    MergedFields merged = MergeFixture.merge(template, "name=Ann&city=Rome");
    assertThat(merged.standard()).isTrue();
    assertThat(merged.value("name")).contains(new FieldValue.Text("there"));
    assertThat(merged.value("city")).isEmpty();
    ResolvedField city = merged.byName().getOrDefault("city", MergeFixture.only(NAME, ""));
    assertThat(city.state()).isEqualTo(State.ABSENT);
    assertThat(city.reason()).isEmpty();
    assertThat(city.arrived()).contains("Rome");
    assertThat(MergeFixture.merge(template, "ticket=A1&name=Ann").standard()).isFalse();
  }

  @Test
  void undrawable_value_countsAsMissing() {
    GlyphCoverage none = text -> text.equals("Ann") ? Optional.empty() : Optional.of(text);
    RawFieldValues rawFieldValues = new QueryReader().read(NAME, new RawQuery("name=Ann&name=Bob"));
    assertThat(new FieldResolver(none).resolve(NAME, rawFieldValues).value("name"))
        .contains(new FieldValue.Text("Bob"));
    RawFieldValues lone = new QueryReader().read(NAME, new RawQuery("name=Ann"));
    assertThat(new FieldResolver(none).resolve(NAME, lone).byName().values())
        .extracting(ResolvedField::reason)
        .containsExactly(Optional.of(MissingReason.UNDRAWABLE));
  }

  @Test
  void styledLetters_drawnPlainly_givePlainText() {
    GlyphCoverage plain = text -> Optional.of(text.replace("𝓐", "A"));
    RawFieldValues rawFieldValues = new QueryReader().read(NAME, new RawQuery("name=𝓐nn"));
    assertThat(new FieldResolver(plain).resolve(NAME, rawFieldValues).value("name"))
        .contains(new FieldValue.Text("Ann"));
  }

  @ParameterizedTest
  @CsvSource({
    "3, Annabel, An…",
    "4, Ann Bell, Ann…",
    "3, x👨‍👩‍👧, x…",
    "5, 👨‍👩‍👧👨‍👩‍👧, 👨‍👩‍👧",
    "4, 👨‍👩‍👧, -",
    "2, ab\u0332, a…",
    "1, Ann, A",
    "20, Wireless noise-cancelling headphones, Wireless noise-canc…",
    "20, Wireless headphones with noise cancelling, Wireless headphones…",
    "21, Wireless headphones with noise cancelling, Wireless headphones…",
    "12, Fresh bread; and butter, Fresh bread…",
    "9, An apple a day keeps, An apple…",
    "14, 新しいノイズキャンセリングヘッドホン, 新しいノイズキャンセリング…",
    "10, Maria Lindqvist-Østergaard, Maria Lin…"
  })
  void longValue_cut_atGrapheme(int most, String text, String cut) {
    Template template =
        MergeFixture.template(new FieldMaker("n", FieldKind.TEXT).maxLength(most).field());
    assertThat(MergeFixture.shown(template, "n=" + text)).isEqualTo(cut);
  }

  @Test
  void longCode_notCut_isInvalid() {
    Template template =
        MergeFixture.template(new FieldMaker("n", FieldKind.CODE).maxLength(4).field());
    assertThat(MergeFixture.reason(template, "n=ABCDE")).isEqualTo("invalid;longer than maxLength");
    assertThat(MergeFixture.shown(template, "n=ABCD")).isEqualTo("ABCD");
  }

  @Test
  void required_withFallback_stillDrawsStandard() {
    Template template =
        MergeFixture.template(
            new FieldMaker("name", FieldKind.NAME).fallback("there").required().field());
    MergedFields merged = MergeFixture.merge(template, "name=");
    assertThat(merged.standard()).isTrue();
    assertThat(merged.value("name")).contains(new FieldValue.Text("there"));
  }

  @Test
  void caseOption_fix_recasesName() {
    Template template =
        MergeFixture.template(new FieldMaker("n", FieldKind.NAME).fixCase().field());
    assertThat(MergeFixture.shown(template, "n=JEAN-LUC%20O%27NEIL")).isEqualTo("Jean-Luc O'Neil");
  }

  @Test
  void arrivals_keepCopies_inOrder() {
    RawFieldValues rawFieldValues =
        new QueryReader().read(NAME, new RawQuery("?name=A%20B&_sig=x&y=z&fname=C&D&&E&_t&F"));
    assertThat(rawFieldValues.of("name")).isEqualTo(List.of("A%20B", "C&D&&E"));
    assertThat(rawFieldValues.of("y")).isEmpty();
  }

  @Test
  void alias_ofOneField_yieldsToAnothersName() {
    Template template =
        MergeFixture.template(
            new FieldMaker("name", FieldKind.NAME).aliases("first").field(),
            Fields.of("first", FieldKind.NAME));
    RawFieldValues rawFieldValues = new QueryReader().read(template, new RawQuery("first=Ann"));
    assertThat(rawFieldValues.byField()).containsOnlyKeys("first");
  }

  @Test
  void recipientData_printed_isHidden() {
    String query = "name=Annabel";
    RawFieldValues rawFieldValues = new QueryReader().read(NAME, new RawQuery(query));
    MergedFields merged = MergeFixture.merge(NAME, query);
    assertThat(rawFieldValues + " " + merged + " " + merged.byName() + " " + new RawQuery(query))
        .doesNotContain("Annabel");
    assertThat(
            CleaningState.of(
                    Fields.of("n", FieldKind.TEXT), LegacyCharset.of(Locale.ROOT), "Annabel")
                .toString())
        .doesNotContain("Annabel");
  }
}
