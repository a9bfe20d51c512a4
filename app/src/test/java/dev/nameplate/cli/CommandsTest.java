package dev.nameplate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.config.SettingsException;
import dev.nameplate.support.PreparedWork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program's line: its commands, their help, and what is no line. */
final class CommandsTest {
  private static final String BAD = "app/src/test/resources/bad-templates";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void help_listsEveryCommand_butTheHiddenOne() {
    String help = CommandRun.of("--help").out();
    assertThat(help.replaceAll("\\s+", " "))
        .contains("Commands:", "--port=<value>", "NAMEPLATE_PORT, default 8080.");
    assertThat(commands(help))
        .containsExactly(
            "serve",
            "url",
            "token",
            "publish",
            "snippet",
            "sheet",
            "check",
            "batch",
            "audit",
            "pictures");
    assertThat(help).doesNotContain("cds-training-run", "--keys");
  }

  private static List<String> commands(String help) {
    return help.substring(help.indexOf("Commands:"))
        .lines()
        .filter(line -> line.matches("  [a-z-]+ .*"))
        .map(line -> line.strip().split(" ")[0])
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve",
        "url",
        "snippet",
        "sheet",
        "check",
        "batch",
        "audit",
        "pictures",
        "cds-training-run"
      })
  void everyCommand_hasAHelpOfItsOwn(String name) {
    CommandRun run = CommandRun.of(name, "--help");
    assertThat(run.out()).contains("Usage: nameplate " + name, "--help");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(CommandRun.of(name, "--version").out()).startsWith("nameplate ");
  }

  @Test
  void lineThatIsNone_isRefused_withTheHelpThatHelps() {
    wrong("--prot", "nameplate --help", "--prot", "1");
    wrong("--prot", "nameplate serve --help", "serve", "--prot", "1");
    wrong("--keys", "nameplate --help", "--keys", "a:" + "x".repeat(32));
    wrong("srve", "nameplate --help", "srve");
    wrong("--nothing", "nameplate check --help", "check", "--nothing");
    wrong("template", "nameplate url --help", "url");
    wrong("--port stands before", "nameplate url --help", "--port", "1", "url", "welcome");
  }

  private static void wrong(String fault, String help, String... line) {
    assertThatThrownBy(() -> CommandRun.of(line))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(fault)
        .hasMessageContaining(help);
  }

  @Test
  void optionsOfServe_areRead_withItsNameAndWithout() {
    for (String[] line : new String[][] {{"--port", "x"}, {"serve", "--port", "x"}}) {
      assertThatThrownBy(() -> CommandRun.of(line))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("NAMEPLATE_PORT is 'x'");
    }
  }

  /** Runs a line that draws, with a work folder. */
  private CommandRun drawing(String... line) {
    String work = PreparedWork.in(folder).toString();
    return CommandRun.of(Map.of("NAMEPLATE_WORK", work), Instant.now(), line);
  }

  @Test
  void check_readsItsLine_andItsStatusSaysWhatItFound() throws IOException {
    CommandRun found =
        CommandRun.of(
            "check", "text-cut", "--templates", BAD, "--json", "--pictures", folder.toString());
    assertThat(found.status()).isEqualTo(1);
    String picture =
        new ObjectMapper().readTree(found.out()).at("/templates/0/findings/0/picture").asText();
    assertThat(folder.resolve(picture)).exists();
    CommandRun clean = drawing("check", "advisor", "welcome");
    assertThat(clean.status()).as(clean.out()).isZero();
    assertThat(clean.out()).contains("2 templates");
  }

  @Test
  void check_withNotesAlone_failsOnlyWhereAskedTo() {
    String[] line = {"check", "format-choice", "--templates", BAD};
    CommandRun usual = drawing(line);
    assertThat(usual.status()).as(usual.out()).isZero();
    assertThat(usual.out()).contains(": use JPEG", "1 template, 0 findings, 1 note");
    assertThat(drawing(with(line, "--fail-on", "fault")).status()).isZero();
    assertThat(drawing(with(line, "--fail-on", "note")).status()).isEqualTo(1);
    wrong("--fail-on is 'all'; allowed: fault, note", "", with(line, "--fail-on", "all"));
  }

  @Test
  void snippet_hasTheFormatThatIsBest_orTheOneThatIsNamed() {
    String[] line = {"snippet", "format-choice", "--templates", BAD, "--esp", "klaviyo"};
    assertThat(drawing(line).out()).contains("/i/format-choice@2x.jpg?");
    assertThat(drawing(with(line, "--format", "png")).out()).contains("/i/format-choice@2x.png?");
    assertThat(drawing("snippet", "event-ticket", "--esp", "klaviyo").out())
        .as("it is transparent")
        .contains("/i/event-ticket@2x.png?");
  }

  @Test
  void snippet_withoutFonts_isWritten_andSaysThatNothingWasCounted() {
    CommandRun run =
        CommandRun.of("snippet", "welcome", "--esp", "kit", "--fonts", folder.toString());
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("/i/welcome@2x.png?");
    assertThat(run.err()).contains("warning: the format is not chosen by its bytes: ");
  }

  private static String[] with(String[] line, String... more) {
    return Stream.concat(Arrays.stream(line), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void snippet_namesEverythingWrongAtOnce() {
    wrong(
        "--esp is 'x'; allowed: ",
        "--tag needs field=tag",
        "snippet",
        "welcome",
        "--esp",
        "x",
        "--tag",
        "name");
    wrong(
        "--tag names 'no'",
        "the fields are",
        "snippet",
        "welcome",
        "--esp",
        "marketo",
        "--tag",
        "no=X");
    wrong("--scale is '9'", "allowed", "snippet", "welcome", "--esp", "marketo", "--scale", "9");
  }
}
