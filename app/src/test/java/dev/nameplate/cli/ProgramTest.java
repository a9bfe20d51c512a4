package dev.nameplate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.support.JavaProcess;
import dev.nameplate.support.PreparedWork;
import dev.nameplate.support.RawSocket;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void server_writesAccessLinesOnTheOutput_andAllElseOnTheErrorStream_withoutPicocli()
      throws IOException, InterruptedException {
    Path errors = folder.resolve("errors");
    Path classes = folder.resolve("classes");
    ProcessBuilder builder = program("-Xlog:class+load:file=" + classes.toUri().getPath());
    builder.environment().put("PORT", "0");
    builder.environment().put("NAMEPLATE_HOST", "127.0.0.1");
    builder.environment().put("NAMEPLATE_LOG", "json");
    builder.environment().put("NAMEPLATE_WARM_UP", "0");
    builder.environment().put("NAMEPLATE_WORK", PreparedWork.in(folder).toString());
    Process process = builder.redirectError(errors.toFile()).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      int port = port(process, errors);
      RawSocket.get(port, "/i/welcome.png?name=Maria");
      RawSocket.get(port, "/no/such/page");
      JsonNode first = new ObjectMapper().readTree(out.readLine());
      JsonNode second = new ObjectMapper().readTree(out.readLine());
      assertThat(first.path("template").asText()).isEqualTo("welcome");
      assertThat(second.path("status").asInt()).isEqualTo(404);
      process.toHandle().destroy(); // Process.destroy would close the stream that is read
      assertThat(out.lines().toList()).allMatch(line -> line.startsWith("{"));
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(Files.readString(errors)).doesNotContain("{\"time\"", "Maria");
    assertThat(Files.readString(classes).lines().filter(line -> line.contains(" picocli.")))
        .isEmpty();
    assertThat(folder.resolve("work/cache")).isDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NAMEPLATE_PORT", "NAMEPLATE_METRICS_PORT"})
  void portThatIsTaken_isNamed(String variable) throws IOException, InterruptedException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      ProcessBuilder builder = program("-Xshare:auto");
      builder.environment().put("NAMEPLATE_PORT", "0");
      builder.environment().put("NAMEPLATE_HOST", "127.0.0.1");
      builder.environment().put(variable, port);
      Path errors = folder.resolve("errors");
      Process process = builder.redirectError(errors.toFile()).start();
      try {
        assertThat(process.waitFor()).isEqualTo(2);
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertThat(Files.readString(errors).lines().filter(line -> !line.contains(" INFO ")))
          .singleElement(STRING)
          .startsWith(variable + " is " + port + ", ")
          .contains("app/docs/settings.md");
    }
  }

  /** The port that a server says it listens on. */
  private static int port(Process process, Path errors) throws IOException, InterruptedException {
    Pattern said = Pattern.compile("serves on http://localhost:(\\d+)");
    while (true) {
      boolean ended = process.waitFor(20, TimeUnit.MILLISECONDS);
      Matcher line = said.matcher(Files.readString(errors));
      if (line.find()) {
        return Integer.parseInt(line.group(1));
      }
      assertThat(ended).as(Files.readString(errors)).isFalse();
    }
  }

  private record Run(String out, String errors, int status) {}

  private Run run(String... arguments) throws IOException, InterruptedException {
    Path errors = folder.resolve("errors");
    ProcessBuilder builder = program("-Xshare:auto", arguments);
    builder.environment().put("NAMEPLATE_WORK", PreparedWork.in(folder).toString());
    Process process = builder.redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(out, Files.readString(errors), process.waitFor());
  }

  private static ProcessBuilder program(String option, String... arguments) {
    return JavaProcess.of(
        List.of(option, "-Dfile.encoding=UTF-8"), "dev.nameplate.Main", arguments);
  }
}
