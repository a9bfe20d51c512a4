package dev.nameplate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.access.sign.UrlSpec;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.geometry.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code nameplate url} gives no address of a picture that nobody would get. */
final class UrlCheckTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path root;

  @BeforeEach
  void makeTemplates() throws IOException {
    Files.createDirectories(root.resolve("welcome"));
    Files.writeString(
        root.resolve("welcome/template.json"),
        "{\"width\":9,\"height\":9,\"formats\":[\"jpg\"],"
            + "\"fields\":{\"name\":{\"kind\":\"name\",\"aliases\":[\"fname\"]}}}");
    Files.createDirectories(root.resolve("broken"));
    Files.writeString(root.resolve("broken/template.json"), "{\"widht\":9,\"height\":9}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "welcom|did you mean 'welcome'? there are: welcome",
        "nothing-like-it|no template 'nothing-like-it'; there are: welcome",
        "broken|broken/template.json $.width",
        "welcome --format png|--format is 'png'; the template offers [jpg]",
        "welcome --format jpg --scale 4|--scale is '4'; the template offers [1, 1.5, 2, 3]"
      })
  void order_thatNoTemplateFits_isRefused(String arguments, String said) {
    assertThatThrownBy(() -> UrlCheck.check(order(arguments), root))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(said)
        .hasMessageNotContaining("Ann");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "welcome --format jpg --set nmae=Ann|--set names 'nmae'|did you mean 'name'?",
        "welcome --format jpg --open city|--open names 'city'|the fields are [name]"
      })
  void field_thatTheTemplateDoesNotDeclare_isWarnedOf(String order, String what, String hint) {
    assertThat(UrlCheck.check(order(order), root))
        .singleElement()
        .asString()
        .contains(what, hint)
        .doesNotContain("Ann");
  }

  @ParameterizedTest
  @CsvSource({
    "welcome --format jpg --set NAME=Ann",
    "welcome --format jpg --open fname",
    "welcome --format json --scale 1.5"
  })
  void order_thatFits_isTaken(String arguments) {
    assertThat(UrlCheck.check(order(arguments), root)).isEmpty();
  }

  @Test
  void folder_isTheOneNamed_andMustBeOne() {
    assertThat(Settings.templates(Map.of(), Map.of("--templates", root.toString()))).contains(root);
    assertThat(Settings.templates(Map.of("NAMEPLATE_TEMPLATES", root.toString()), Map.of()))
        .contains(root);
    assertThatThrownBy(() -> Settings.templates(Map.of(), Map.of("--templates", "/none/such")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("NAMEPLATE_TEMPLATES is '/none/such'");
  }

  /** A template's id, then options with a value each. */
  private static UrlSpec order(String arguments) {
    List<String> words = List.of(arguments.split(" "));
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i < words.size(); i += 2) {
      options.put(words.get(i), words.get(i + 1));
    }
    Map<String, String> values = new HashMap<>();
    Optional.ofNullable(options.get("--set"))
        .map(pair -> pair.split("=", 2))
        .ifPresent(pair -> values.put(pair[0], pair[1]));
    return new UrlSpec(
        words.get(0),
        options.getOrDefault("--format", "png"),
        Scale.parse(options.getOrDefault("--scale", "1")).orElseThrow(),
        values,
        Optional.ofNullable(options.get("--open")).stream().toList(),
        Optional.empty(),
        false);
  }
}
