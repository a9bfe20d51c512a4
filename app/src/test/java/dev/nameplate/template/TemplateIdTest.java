package dev.nameplate.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one grammar of templates' names. */
final class TemplateIdTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "0",
        "welcome",
        "a-",
        "a--b",
        "spring/welcome",
        "a/b/c",
        "versions-2",
        "my/sheets"
      })
  void id_isRead(String text) {
    assertThat(TemplateId.parse(text)).contains(new TemplateId(text));
    assertThat(new TemplateId(text)).hasToString(text);
    assertThat(text).matches(TemplateId.GRAMMAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        "A",
        "a b",
        "a/",
        "/a",
        "a//b",
        "..",
        "a/../b",
        "a.b",
        "a_b",
        "é",
        "a\n",
        "a%2fb",
        "versions",
        "a/versions",
        "versions/a",
        "a/versions/3",
        "assets",
        "fonts",
        "edit",
        "batch",
        "sheet",
        "snippet",
        "a/edit",
        "a/b/snippet"
      })
  void anyOtherText_isNone(String text) {
    assertThat(TemplateId.parse(text)).isEmpty();
    assertThatThrownBy(() -> new TemplateId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void longText_isNone_inNoTime() {
    assertThat(TemplateId.parse("a".repeat(512))).isPresent();
    assertThat(TemplateId.parse("a".repeat(513))).isEmpty();
    assertThat(TemplateId.parse("a/".repeat(100_000))).isEmpty();
  }

  @Test
  void ids_areOrdered_asTheirTextsAre() {
    assertThat(new TemplateId("a")).isLessThan(new TemplateId("b"));
    assertThat(new TemplateId("a-b")).isLessThan(new TemplateId("a/b"));
  }
}
