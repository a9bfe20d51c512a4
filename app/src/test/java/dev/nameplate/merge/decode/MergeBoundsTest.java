package dev.nameplate.merge.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import dev.nameplate.merge.FuzzedQueries;
import dev.nameplate.merge.MergeFixture;
import dev.nameplate.merge.MergeFixture.FieldMaker;
import dev.nameplate.merge.query.QueryReader;
import dev.nameplate.merge.query.RawFieldValues;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.Fields;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever arrives, the work ends and what comes out can be drawn. */
class MergeBoundsTest {
  private static final Duration HANG = Duration.ofSeconds(2);
  private static final int FUZZED = 20_000;
  private static final Pattern STAR_PIPE = Pattern.compile("\\*\\|[^*]{0,200}\\|\\*");
  private static final Pattern BRACES = Pattern.compile("\\{\\{[^{}]*\\p{L}[^{}]*}}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{",
        "}}",
        "*|",
        "%%",
        "%",
        "[[",
        "${",
        "<%",
        "~",
        "~~",
        "#",
        "##",
        "$",
        "@",
        "__",
        "-",
        "(",
        "[",
        "{",
        "{x",
        "[subscriber:",
        "<span ",
        "&amp;",
        "&#",
        "&#38;",
        "<b>",
        "?utm_",
        "%25",
        "%CC%81",
        "%E2%80%8D",
        "%F0%9F%91%A8%E2%80%8D",
        "A",
        "%A",
        "%AAA",
        "Ã",
        "%C3%83",
        "\ud83c",
        "data",
        "+",
        "1,",
        "1."
      })
  void repetition_resolved_ends(String piece) {
    Template template = everyKind();
    StringBuilder query = new StringBuilder();
    for (String field : template.fields().keySet()) {
      query.append('&').append(field).append('=').append(piece.repeat(8000 / piece.length()));
    }
    assertTimeoutPreemptively(
        HANG, () -> assertThat(MergeFixture.merge(template, query.toString()).byName()).hasSize(9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name=", "name=null", "a=b", "b", "1", "", "amp;", "name=*|X|*"})
  void manyParameters_read_ends(String parameter) {
    String query = (parameter + "&").repeat(10_000) + "name=Ann";
    assertTimeoutPreemptively(
        HANG,
        () ->
            assertThat(MergeFixture.shown(MergeFixture.corpusTemplate(), query)).isEqualTo("Ann"));
  }

  @Test
  void manySegments_glued_areCapped() {
    String query = "title=a" + "&b".repeat(10_000);
    RawFieldValues rawFieldValues =
        new QueryReader().read(MergeFixture.corpusTemplate(), new RawQuery(query));
    assertThat(rawFieldValues.of("title")).allMatch(raw -> raw.length() <= TextLimits.RAW + 1);
  }

  @Test
  void combiningTower_cleaned_keepsFourMarks() {
    String shown =
        MergeFixture.shown(
            MergeFixture.template(Fields.of("n", FieldKind.TEXT)), "n=x" + "%CC%B4".repeat(300));
    assertThat(shown).isEqualTo("x" + "\u0334".repeat(4));
  }

  @Test
  void fuzz_resolved_givesDrawableText() {
    Random random = new Random(20260501);
    Template template = everyKind();
    List<String> names = List.copyOf(template.fields().keySet());
    for (int round = 0; round < FUZZED; round++) {
      String query = FuzzedQueries.query(random, names);
      for (ResolvedField field : MergeFixture.merge(template, query).byName().values()) {
        field.value().ifPresent(value -> checkShown(field.field(), value, query));
      }
    }
  }

  private static void checkShown(Field field, FieldValue value, String query) {
    String shown = value.shown();
    String about = field.name() + " of " + query;
    assertThat(Normalizer2.getNFCInstance().isNormalized(shown)).as(about).isTrue();
    assertThat(shown.codePoints().noneMatch(UCharacter::isISOControl)).as(about).isTrue();
    assertThat(shown).as(about).isNotBlank().doesNotContainPattern(STAR_PIPE);
    assertThat(shown).as(about).doesNotContainPattern(BRACES);
    if (value instanceof FieldValue.Text) {
      assertThat(shown.codePointCount(0, shown.length()))
          .as(about)
          .isLessThanOrEqualTo(field.maxLength());
    }
  }

  private static Template everyKind() {
    return MergeFixture.template(
        Locale.ENGLISH,
        ZoneId.of("Europe/Paris"),
        new FieldMaker("name", FieldKind.NAME).fixCase().maxLength(20).field(),
        new FieldMaker("title", FieldKind.TEXT).maxLength(40).field(),
        new FieldMaker("points", FieldKind.NUMBER).range("-5", "100000").field(),
        new FieldMaker("price", FieldKind.MONEY).currency("EUR").field(),
        new FieldMaker("date", FieldKind.DATE).input("d MMM yyyy HH:mm").field(),
        new FieldMaker("tier", FieldKind.CHOICE).options("VIP", "Standard").field(),
        new FieldMaker("code", FieldKind.CODE).field(),
        new FieldMaker("link", FieldKind.URL).field(),
        new FieldMaker("photo", FieldKind.IMAGE).hosts("cdn.example.com").field());
  }
}
