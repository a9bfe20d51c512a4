package dev.nameplate.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Template;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words below a row's picture name texts by what they show, not by number. */
final class RowSummaryTest {
  @Test
  void text_isNamedByWhatItShows_withItsWordingAndSize() {
    assertThat(words("welcome", "name=Maria"))
        .containsExactly("“Welcome, {name}”: first wording, 42 px");
    assertThat(words("welcome", "")).containsExactly("“Welcome, {name}”: second wording, 42 px");
  }

  @Test
  void text_inAStack_isNamedByItself() {
    assertThat(words("pickup", "name=Maria&order=QB-48213&status=Ready"))
        .isNotEmpty()
        .anyMatch(line -> line.startsWith("“{name}, it’s still warm”: first wording, "))
        .noneMatch(line -> line.matches(".*\\blayer \\d.*"));
  }

  @Test
  void ordinal_beyondTheWords_isANumber() {
    assertThat(Ordinal.of(0, "wording")).isEqualTo("first wording");
    assertThat(Ordinal.of(7, "wording")).isEqualTo("eighth wording");
    assertThat(Ordinal.of(8, "wording")).isEqualTo("wording 9");
  }

  private static List<String> words(String id, String query) {
    Template template = TestApplication.template(id);
    return TestApplication.application()
        .images()
        .explain(template, new RawQuery(query), Scale.ONE)
        .thenApply(explanation -> RowSummary.of(template, explanation))
        .join()
        .texts()
        .stream()
        .map(RowSummary.Line::words)
        .toList();
  }
}
