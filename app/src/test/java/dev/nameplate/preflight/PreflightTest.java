package dev.nameplate.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.boot.Application;
import dev.nameplate.cli.CheckedTemplates;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.support.Applications;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.TestApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each of the deliberately bad templates has a finding of its own code, and no other. */
final class PreflightTest {
  private static final Application BAD =
      Applications.offline(
          Settings.read(Map.of(), Map.of("--templates", "app/src/test/resources/bad-templates")));

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path pictures;

  @AfterAll
  static void close() {
    BAD.close();
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void badTemplate_fails_withItsOwnCode_andAPicture(FindingCode findingCode) throws IOException {
    Report report = check(BAD, List.of(findingCode.label()), Optional.of(pictures));
    List<Report.Found> found = report.templates().get(0).found();
    assertThat(report.isClean()).isEqualTo(findingCode.isNote());
    assertThat(found)
        .isNotEmpty()
        .allMatch(each -> each.finding().code() == findingCode, findingCode.label());
    for (Report.Found each : found) {
      assertThat(each.picture().isEmpty()).isEqualTo(findingCode.isNote());
      if (each.picture().isPresent()) {
        byte[] picture = Files.readAllBytes(pictures.resolve(each.picture().get()));
        assertThat(Pictures.decode(picture).getWidth()).isGreaterThan(300);
      }
    }
  }

  @Test
  void note_saysWhichFormatToPaste_andNothingIsWrong() throws IOException {
    Report report = check(BAD, List.of("format-choice"), Optional.empty());
    assertThat(report.table())
        .containsPattern(
            "format-choice  \\$\\.formats  Usual  JPEG is [0-9.]+ kB, PNG [0-9.]+ kB: use JPEG\n")
        .endsWith("1 template, 0 findings, 1 note\n");
    JsonNode root = new ObjectMapper().readTree(report.json());
    assertThat(root.path("clean").asBoolean()).isTrue();
    assertThat(root.at("/templates/0/findings/0/level").asText()).isEqualTo("note");
  }

  @Test
  void note_isNoneWhereTheUsualFormatIsBest() {
    Report report = check(TestApplication.application(), List.of("event-ticket"), Optional.empty());
    assertThat(report.hasNotes()).as(report.table()).isFalse();
  }

  @Test
  void badTemplates_areOneForEachCode() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("app/src/test/resources/bad-templates"))) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(FindingCode.values()).map(FindingCode::label).toList());
    }
  }

  @Test
  void shippedTemplates_pass() {
    Report report = check(TestApplication.application(), List.of(), Optional.empty());
    assertThat(report.isClean()).as(report.table()).isTrue();
    assertThat(report.templates()).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void report_asTable_countsFindings_andNamesPlaces() {
    String table = check(BAD, List.of("field-unused"), Optional.empty()).table();
    assertThat(table)
        .startsWith("TEMPLATE")
        .contains("field-unused  $.fields.city")
        .endsWith("1 template, 1 finding\n");
  }

  @Test
  void report_asJson_holdsTheSame() throws IOException {
    String text = check(BAD, List.of("text-cut"), Optional.of(pictures)).json();
    JsonNode finding = new ObjectMapper().readTree(text).at("/templates/0/findings/0");
    assertThat(finding.path("code").asText()).isEqualTo("text-cut");
    assertThat(finding.path("level").asText()).isEqualTo("fault");
    assertThat(finding.path("path").asText()).isEqualTo("$.layers[0]");
    assertThat(finding.path("data").asText()).isEqualTo("60 letters");
    assertThat(pictures.resolve(finding.path("picture").asText())).exists();
  }

  @Test
  void unknownTemplate_isWrongUse() {
    assertThatThrownBy(() -> check(BAD, List.of("nothing"), Optional.empty()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("no template 'nothing'");
  }

  private static Report check(Application application, List<String> ids, Optional<Path> pictures) {
    return new CheckedTemplates(application, pictures).report(ids);
  }
}
