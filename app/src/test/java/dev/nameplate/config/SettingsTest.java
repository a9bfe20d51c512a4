package dev.nameplate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
  private static final Path PAGE = Path.of("app/docs/settings.md");

  @Test
  void nothingSet_takesThePresets() {
    Settings settings = Settings.read(Map.of(), Map.of());
    assertThat(settings.http().port()).isEqualTo(8080);
    assertThat(settings.serve().deadline()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.templates()).isEqualTo(Path.of("./templates"));
  }

  @Test
  void commandLine_winsOverTheEnvironment_andItsNameOverPort() {
    Map<String, String> environment = Map.of("PORT", "1", "NAMEPLATE_PORT", "2");
    assertThat(Settings.read(environment, Map.of("--port", "3")).http().port()).isEqualTo(3);
    assertThat(Settings.read(environment, Map.of()).http().port()).isEqualTo(2);
    assertThat(Settings.read(Map.of("PORT", "1"), Map.of()).http().port()).isEqualTo(1);
  }

  @Test
  void wrongSettings_areReportedTogether() {
    Map<String, String> environment =
        Map.of(
            "NAMEPLATE_PORT", "99999",
            "NAMEPLATE_DEADLINE", "soon",
            "NAMEPLATE_TEMPLATES", "/no/such/folder",
            "NAMEPLATE_FAULT_STATUS", "204",
            "NAMEPLATE_REMOTE_ALLOW", "10.0.0.0/8,everything");
    assertThatThrownBy(() -> Settings.read(environment, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("NAMEPLATE_PORT is '99999'; allowed: 0 to 65535")
        .hasMessageContaining("NAMEPLATE_DEADLINE is 'soon'")
        .hasMessageContaining("NAMEPLATE_TEMPLATES is '/no/such/folder'")
        .hasMessageContaining("NAMEPLATE_FAULT_STATUS is '204'")
        .hasMessageContaining("NAMEPLATE_REMOTE_ALLOW is '10.0.0.0/8,everything'; allowed: ranges")
        .hasMessageContaining("app/docs/settings.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NAMEPLATE_REMOTE_ALLOW", "NAMEPLATE_PROXIES", "NAMEPLATE_MAIL_PROXIES"})
  void addressRanges_areReadTheSameStrictWay_inEverySetting(String name) {
    for (String wrong : List.of("010.0.0.0/8", "999.1.1.1", "10.0.0.0/33", "a.example", "::g")) {
      assertThatThrownBy(() -> Settings.read(Map.of(name, "10.0.0.0/8," + wrong), Map.of()))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining(name);
    }
    Settings.read(Map.of(name, "10.0.0.0/8, fd00::/8"), Map.of());
  }

  @Test
  void unknownOption_isRefused() {
    assertThatThrownBy(() -> new ServeCommand().parse("--prot", "1"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("--prot");
    assertThat(new ServeCommand().parse("serve", "--port", "0").orElseThrow().options())
        .containsEntry("--port", "0");
  }

  @Test
  void secret_isNeverRepeated_andNeedsItsLength() {
    String secret = "x".repeat(31);
    assertThatThrownBy(() -> Settings.read(Map.of("NAMEPLATE_KEYS", "a:" + secret), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("NAMEPLATE_KEYS is set, but not as it must be")
        .hasMessageNotContaining("xxx");
    Settings settings = Settings.read(Map.of("NAMEPLATE_KEYS", "a:x" + secret), Map.of());
    assertThat(settings.access().keys().find("a")).isPresent();
    assertThat(settings.toString()).doesNotContain("xxx");
    assertThatThrownBy(() -> new ServeCommand().parse("--keys", "a:x" + secret))
        .isInstanceOf(SettingsException.class);
  }

  @Test
  void signedByDefault_withoutAKey_isWrong() {
    assertThatThrownBy(() -> Settings.read(Map.of("NAMEPLATE_ACCESS", "signed"), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("NAMEPLATE_ACCESS is 'signed', and there is no key");
  }

  @Test
  void settingsPage_isMadeOfTheDescriptors() throws IOException {
    String expected = page();
    boolean update = Boolean.getBoolean("nameplate.update");
    if (update) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE))
        .as("mvn test -Dtest=SettingsTest -Dnameplate.update=true writes it anew")
        .isEqualTo(expected);
    assertThat(update).as("the page was written; look at it and run again").isFalse();
  }

  private static String page() {
    StringBuilder page = new StringBuilder("# Settings\n\n");
    page.append(
            "Every setting is an environment variable and, but for secrets, an option; the option")
        .append(" wins. All wrong ones are\nreported together at start. This page is made by")
        .append(" `SettingsTest`.\n\n");
    page.append("| Variable | Option | Preset | Allowed | Meaning |\n|---|---|---|---|---|\n");
    for (EnvVar<?> setting : Settings.ALL) {
      page.append("| `")
          .append(setting.name())
          .append("` | ")
          .append(code(setting.option()))
          .append(" | ")
          .append(code(setting.preset()))
          .append(" | ")
          .append(setting.rule())
          .append(" | ")
          .append(setting.meaning())
          .append(" |\n");
    }
    return page.toString();
  }

  private static String code(String text) {
    return text.isEmpty() ? "none" : "`" + text + "`";
  }
}
