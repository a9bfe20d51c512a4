package dev.nameplate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.config.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nameplate url}. */
final class UrlCommandTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String KEYS = "k1:" + SECRET;
  private static final String PLAIN = "";
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path elsewhere;

  private static String url(String keys, String... arguments) {
    CommandRun run = CommandRun.of(environment(keys), NOW, with(arguments));
    assertThat(run.status()).isZero();
    return run.out().strip();
  }

  private static List<String> warnings(String keys, String... arguments) {
    return CommandRun.of(environment(keys), NOW, with(arguments)).err().lines().toList();
  }

  private static Map<String, String> environment(String keys) {
    return keys.isEmpty() ? Map.of() : Map.of("NAMEPLATE_KEYS", keys);
  }

  private static String[] with(String... arguments) {
    return Stream.concat(Stream.of("url"), Stream.of(arguments)).toArray(String[]::new);
  }

  @Test
  void withoutKeys_theAddressIsPlain(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("spring/welcome"));
    Files.writeString(
        folder.resolve("spring/welcome/template.json"),
        "{\"width\":9,\"height\":9,\"fields\":{\"title\":{\"kind\":\"text\"}}}");
    String templates = folder.toString();
    assertThat(url(PLAIN, "welcome")).isEqualTo("http://localhost:8080/i/welcome.png");
    assertThat(
            url(
                PLAIN,
                "spring/welcome",
                "--set",
                "title=R&D = fun",
                "--scale",
                "2",
                "--templates",
                templates))
        .isEqualTo("http://localhost:8080/i/spring/welcome@2x.png?title=R%26D%20%3D%20fun");
    assertThat(
            url(PLAIN, "welcome", "--open", "name", "--format", "jpg", "--base", "https://a.b/c/"))
        .isEqualTo("https://a.b/c/i/welcome.jpg");
    assertThat(warnings(PLAIN, "welcome", "--expires", "2027-01-01T00:00Z"))
        .singleElement()
        .asString()
        .contains("does not expire");
  }

  @Test
  void withKeys_itIsSigned_andOpenFieldsAreNoParameters() {
    String url =
        url(
            KEYS,
            "welcome",
            "--set",
            "title=Hello",
            "--set",
            "city=",
            "--open",
            "name",
            "--open",
            "name",
            "--expires",
            "2027-01-01T01:00+01:00",
            "--scale=1.0");
    assertThat(url)
        .startsWith(
            "http://localhost:8080/i/welcome.png?title=Hello&city=&_lock=title,city&_open=name"
                + "&_exp=1798761600&_sig=k1.");
    assertThat(url).doesNotContain("&name=");
  }

  @Test
  void sealed_showsNoValue() {
    assertThat(url(KEYS, "welcome", "--seal", "--set", "name=Maria", "--open", "city"))
        .contains("?_x=k1.", "&_open=city&_sig=k1.")
        .doesNotContain("Maria", "_lock");
  }

  @Test
  void pastExpiry_isMade_withAWarning() {
    assertThat(url(KEYS, "welcome", "--expires", "2020-01-01T00:00Z")).contains("_exp=1577836800");
    assertThat(warnings(KEYS, "welcome", "--expires", "2020-01-01T00:00Z"))
        .singleElement()
        .asString()
        .contains("expired already");
    assertThat(warnings(KEYS, "welcome", "--expires", "2027-01-01T00:00Z")).isEmpty();
    assertThat(warnings(KEYS, "welcome", "--set", "name=A", "--open", "NAME"))
        .singleElement()
        .asString()
        .contains("left out");
  }

  @Test
  void wrongArguments_areReportedTogether_withoutTheirValues() {
    assertThatThrownBy(
            () ->
                url(
                    PLAIN,
                    "Welcome",
                    "--format",
                    "exe",
                    "--scale",
                    "99",
                    "--set",
                    "=Maria",
                    "--set",
                    "a=Maria",
                    "--set",
                    "A=Maria",
                    "--set",
                    "b=\ufffd",
                    "--open",
                    "_sig",
                    "--expires",
                    "soon",
                    "--base",
                    "ftp://x",
                    "--seal"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("'Welcome'")
        .hasMessageContaining("--format is 'exe'")
        .hasMessageContaining("--scale is '99'")
        .hasMessageContaining("--set needs field=value")
        .hasMessageContaining("'A' twice")
        .hasMessageContaining("--set b has letters that the locale cannot represent")
        .hasMessageContaining("--open is '_sig'")
        .hasMessageContaining("--expires is 'soon'")
        .hasMessageContaining("--base is 'ftp://x'")
        .hasMessageContaining("--seal needs a key")
        .hasMessageNotContaining("Maria");
    for (String[] wrong : new String[][] {{}, {"a", "b"}, {"a", "--no"}, {"a", "--set"}}) {
      assertThatThrownBy(() -> url(KEYS, wrong)).isInstanceOf(SettingsException.class);
    }
  }

  @Test
  void program_printsTheAddress_andNothingElse() throws IOException, InterruptedException {
    Run good = run("url", "welcome", "--set", "name=Maria", "--expires", "2020-01-01T00:00Z");
    assertThat(good.out())
        .matches("http://localhost:8080/i/welcome\\.png\\?name=\\S+&_sig=k1\\.\\S{22}\\R");
    assertThat(good.errors()).contains("expired already");
    assertThat(good.status()).isZero();
    Run bad = run("url", "welcome", "--format", "exe");
    assertThat(bad.out()).isEmpty();
    assertThat(bad.errors()).contains("--format").doesNotContain(SECRET);
    assertThat(bad.status()).isEqualTo(2);
  }

  private record Run(String out, String errors, int status) {}

  /** In a folder that has neither templates nor fonts. */
  private Run run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-cp", classPath()));
    command.add("dev.nameplate.Main");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(elsewhere.toFile());
    builder.environment().put("NAMEPLATE_KEYS", "k1:" + SECRET);
    Path errors = elsewhere.resolve("errors");
    Process process = builder.redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    return new Run(out, java.nio.file.Files.readString(errors), status);
  }

  /** The classes under test and their libraries, wherever the tests are run from. */
  private static String classPath() {
    return List.of(
            dev.nameplate.Main.class,
            picocli.CommandLine.class,
            KeyRing.class,
            org.slf4j.Logger.class,
            com.fasterxml.jackson.databind.ObjectMapper.class,
            com.fasterxml.jackson.core.JsonFactory.class)
        .stream()
        .map(
            type ->
                Path.of(
                        java.net.URI.create(
                            type.getProtectionDomain().getCodeSource().getLocation().toString()))
                    .toString())
        .distinct()
        .reduce((one, other) -> one + java.io.File.pathSeparator + other)
        .orElseThrow();
  }
}
