package dev.nameplate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.config.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code nameplate publish}, and how other commands name what it publishes. */
final class PublishCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @BeforeEach
  void write() throws IOException {
    write("One", "Hello");
  }

  private void write(String title, String text) throws IOException {
    Files.createDirectories(folder.resolve("spring/card"));
    Files.writeString(
        folder.resolve("spring/card/template.json"),
        """
        {"title": "%s", "width": 90, "height": 40, "fields": {"name": {"kind": "name"}},
         "layers": [{"type": "text", "box": [0, 0, 90, 40], "text": "%s"}]}
        """
            .formatted(title, text));
  }

  private CommandRun run(String... line) {
    String[] all = Arrays.copyOf(line, line.length + 2);
    all[line.length] = "--templates";
    all[line.length + 1] = folder.toString();
    return CommandRun.of(all);
  }

  @Test
  void publish_printsTheNumberAlone_andSaysOnTheOtherStreamWhatDrawsIt() throws IOException {
    CommandRun first = run("publish", "spring/card");
    assertThat(first.status()).isZero();
    assertThat(first.out()).isEqualTo("1" + System.lineSeparator());
    assertThat(first.err()).contains("spring/card: published as version 1", "/i/spring/card?_v=1");
    CommandRun again = run("publish", "spring/card");
    assertThat(again.status()).isZero();
    assertThat(again.out().strip()).isEqualTo("1");
    assertThat(again.err()).contains("unchanged since version 1");
    write("Two", "Hello");
    assertThat(run("publish", "spring/card").out().strip()).isEqualTo("2");
    assertThat(folder.resolve("spring/card/versions/2/template.json")).content().contains("Two");
  }

  @Test
  void faultyTemplate_isNotPublished_andItsFaultsArePrinted() throws IOException {
    write("One", "{{ nmae }}");
    CommandRun run = run("publish", "spring/card");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("spring/card/template.json $.layers[0].text");
    assertThat(folder.resolve("spring/card/versions")).doesNotExist();
  }

  @Test
  void versionsThatCannotBeWritten_areSaid() throws IOException {
    Files.writeString(folder.resolve("spring/card/versions"), "a file");
    CommandRun run = run("publish", "spring/card");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("nothing was published", "#not-published");
  }

  @Test
  void templateThatIsNot_isRefused() {
    for (String id : List.of("none", "../card", "spring/card@1", "versions")) {
      assertThatThrownBy(() -> run("publish", id))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining(id);
    }
  }

  @Test
  void url_ofAVersion_namesIt() {
    run("publish", "spring/card");
    String plain = "http://localhost:8080/i/spring/card.png?_v=1&name=A";
    assertThat(run("url", "spring/card@1", "--set", "name=A").out().strip()).isEqualTo(plain);
    assertThat(run("url", "spring/card", "--template-version", "1", "--set", "name=A").out())
        .startsWith(plain);
    CommandRun signed =
        CommandRun.of(
            Map.of("NAMEPLATE_KEYS", "k1:0123456789abcdef0123456789abcdef"),
            Instant.EPOCH,
            "url",
            "spring/card@1",
            "--open",
            "name",
            "--templates",
            folder.toString());
    assertThat(signed.out()).contains("/i/spring/card.png?_v=1&_open=name&_sig=k1.");
    assertThat(run("snippet", "spring/card@1", "--esp", "mailchimp").out())
        .contains("/i/spring/card@2x.png?_v=1&amp;name=*|URL:FNAME|*");
  }

  @ParameterizedTest
  @CsvSource({
    "spring/card@2, there are: 1",
    "spring/card@0, '''0'''",
    "spring/card@x, '''x'''",
    "spring/card@, ''''''",
    "spring/card@99999999999, 1 to 999999999",
    "none@1, none",
    "SPRING@1, SPRING"
  })
  void versionThatIsNot_isRefused(String template, String said) throws IOException {
    Path version = Files.createDirectories(folder.resolve("spring/card/versions/1"));
    Files.copy(folder.resolve("spring/card/template.json"), version.resolve("template.json"));
    assertThatThrownBy(() -> run("url", template))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(said);
  }

  @Test
  void listForAVersionThatIsNot_isRefused() {
    assertThatThrownBy(() -> run("audit", "spring/card@1", "list.csv"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("none is published: nameplate publish spring/card");
  }

  @Test
  void twoVersions_areRefused() {
    assertThatThrownBy(() -> run("url", "spring/card@1", "--template-version", "2"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("one of them");
  }
}
