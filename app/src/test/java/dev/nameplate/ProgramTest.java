package dev.nameplate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as continuous integration and shells see it: what it prints where, and its status.
 */
final class ProgramTest {
  private static final String BAD = "app/src/test/resources/bad-templates";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void check_endsWithWhatItFound() throws IOException, InterruptedException {
    Run found = run("check", "field-unused", "--templates", BAD, "--json");
    assertThat(found.status()).as(found.errors()).isEqualTo(1);
    assertThat(new ObjectMapper().readTree(found.out()).findValuesAsText("code"))
        .isNotEmpty()
        .containsOnly("field-unused");
    Run clean = run("check", "advisor");
    assertThat(clean.status()).as(clean.out()).isZero();
    Run unknown = run("check", "no-such-template");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.errors()).contains("no-such-template", "welcome");
  }

  @Test
  void snippet_isPrinted_andWarningsElsewhere() throws IOException, InterruptedException {
    Run snippet = run("snippet", "welcome", "--esp", "marketo");
    assertThat(snippet.status()).as(snippet.errors()).isZero();
    assertThat(snippet.out()).startsWith("<img ").endsWith(System.lineSeparator());
    assertThat(snippet.errors()).contains("warning: ");
  }

  @Test
  void version_isPrinted_andAnOptionThatIsNoneIsNamed() throws IOException, InterruptedException {
    assertThat(run("--version").out()).startsWith("nameplate ");
    Run wrong = run("sheet", "welcome", "--size", "3");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.errors()).contains("--size", "nameplate sheet --help");
    assertThat(wrong.out()).isEmpty();
  }

  private record Run(String out, String errors, int status) {}

  private Run run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("dev.nameplate.Main");
    command.addAll(List.of(arguments));
    Path errors = folder.resolve("errors");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(out, Files.readString(errors), process.waitFor());
  }
}
