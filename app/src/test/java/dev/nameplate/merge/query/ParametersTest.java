package dev.nameplate.merge.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.merge.MergeFixture;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.Fields;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ParametersTest {
  private static final Template TEMPLATE =
      MergeFixture.template(Fields.of("Title", FieldKind.TEXT), Fields.of("link", FieldKind.URL));

  private static Parameters read(String query) {
    return Parameters.read(TEMPLATE, new RawQuery(query));
  }

  @Test
  void firstCopy_counts_ofDeclaredAndOthers() {
    Parameters parameters = read("title=A&TITLE=B&x=1&X=2&y&z=");
    assertThat(parameters.text("title")).contains("A");
    assertThat(parameters.text(" x ")).contains("1");
    assertThat(parameters.text("y")).isEmpty();
    assertThat(parameters.text("z")).contains("");
    assertThat(parameters.name("TITLE")).isEqualTo("Title");
    assertThat(parameters.toString()).doesNotContain("A", "1");
  }

  @Test
  void piecesOfAValue_areGluedToDeclaredOnes_andToNothingElse() {
    Parameters parameters = read("title=R&D&x=1&cb&_sig=k.a&cb&title=T&E");
    assertThat(parameters.text("title")).contains("R&D");
    assertThat(parameters.text("x")).contains("1");
    assertThat(parameters.text("_sig")).contains("k.a");
  }

  @Test
  void gluedTracker_isCutFromProse_notFromAddresses() {
    Parameters parameters = read("title=A?utm_source=x&link=https://a.b/?utm_source=x");
    assertThat(parameters.text("title")).contains("A");
    assertThat(parameters.text("link")).contains("https://a.b/?utm_source=x");
  }

  @Test
  void anyText_isReadBack_asItWasWritten() {
    Random random = new Random(20260602);
    List<String> pieces =
        List.of(
            "%",
            "%41",
            "%%",
            "%u00e9",
            "%DATE%",
            "&",
            "&amp;",
            "+",
            "#",
            "=",
            "?utm_x=1",
            "é",
            "🎉",
            "\u0000",
            "C3",
            ";");
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(8); j >= 0; j--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      RawQuery query =
          new QueryWriter().text("title", text.toString()).text("link", text + "x").query();
      assertThat(read(query.text()).text("title")).contains(text.toString());
      assertThat(read(query.text()).text("link")).contains(text + "x");
    }
  }

  @Test
  void restOfAQuery_runsTogetherWithNothing() {
    RawQuery rest = new RawQuery("?Bob&link=x");
    Parameters parameters = read(new QueryWriter().text("title", "Ann").rest(rest).query().text());
    assertThat(parameters.text("title")).contains("Ann");
    assertThat(parameters.text("link")).contains("x");
  }
}
