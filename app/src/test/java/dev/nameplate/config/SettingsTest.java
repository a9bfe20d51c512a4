package dev.nameplate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.access.ratelimit.MailProxies;
import dev.nameplate.asset.AssetSettings;
import dev.nameplate.encode.Effort;
import dev.nameplate.fetch.RemoteSettings;
import dev.nameplate.http.ConnectionLimits;
import dev.nameplate.http.HttpSettings;
import dev.nameplate.net.CidrSet;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.serve.ServeSettings;
import dev.nameplate.store.WorkSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
  private static final Path PAGE = Path.of("app/docs/settings.md");

  @Test
  void nothingSet_takesTheDefaults() {
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

  static List<EnvVar<?>> all() {
    return Settings.ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  <T> void defaultText_isReadBackAsTheDefault(EnvVar<T> setting) {
    if (setting.secret()) {
      assertThat(setting.defaultText()).isEmpty();
      assertThat(setting.option()).isEmpty();
      return;
    }
    T read = setting.parse(setting.defaultText()).orElseThrow();
    assertThat(setting.type().write(read)).isEqualTo(setting.defaultText());
    if (!(read instanceof MailProxies) && !(read instanceof CidrSet)) {
      assertThat(read).isEqualTo(setting.defaultValue());
    }
  }

  @Test
  void nothingSet_isWhatThePackagesSayThemselves() {
    Settings settings = Settings.read(Map.of(), Map.of());
    assertThat(settings.serve()).isEqualTo(ServeSettings.DEFAULT);
    assertThat(settings.assets()).isEqualTo(AssetSettings.DEFAULT);
    assertThat(settings.work()).isEqualTo(WorkSettings.DEFAULT);
    assertThat(settings.http().responseCacheBytes())
        .isEqualTo(HttpSettings.DEFAULT.responseCacheBytes());
    assertThat(settings.http().connections()).isEqualTo(HttpSettings.DEFAULT.connections());
    assertThat(settings.remote().timeout()).isEqualTo(RemoteSettings.DEFAULT.timeout());
    assertThat(settings.remote().cacheBytes()).isEqualTo(RemoteSettings.DEFAULT.cacheBytes());
  }

  @ParameterizedTest
  @CsvSource({
    "NAMEPLATE_IMAGE_CACHE_BYTES, 1",
    "NAMEPLATE_BACKGROUND_CACHE_BYTES, 2",
    "NAMEPLATE_RESPONSE_CACHE_BYTES, 3",
    "NAMEPLATE_ASSET_CACHE_BYTES, 4",
    "NAMEPLATE_SCALED_CACHE_BYTES, 5",
    "NAMEPLATE_REMOTE_CACHE_BYTES, 6",
    "NAMEPLATE_ASSET_MAX_PIXELS, 7",
    "NAMEPLATE_REMOTE_MAX_PIXELS, 8",
    "NAMEPLATE_REMOTE_MAX_BYTES, 9",
    "NAMEPLATE_WORK_BYTES, 10",
    "NAMEPLATE_QUEUE, 11",
    "NAMEPLATE_PERMITS, 12",
    "NAMEPLATE_CONNECTIONS, 13",
    "NAMEPLATE_REMOTE_PER_HOST, 14",
    "NAMEPLATE_MAX_TARGET, 256"
  })
  void everyLimit_hasASetting_thatReachesItsPackage(String name, long value) {
    Settings read = Settings.read(Map.of(name, Long.toString(value)), Map.of());
    Map<String, Long> limits =
        Map.ofEntries(
            Map.entry("NAMEPLATE_IMAGE_CACHE_BYTES", read.serve().cacheBytes()),
            Map.entry("NAMEPLATE_BACKGROUND_CACHE_BYTES", read.serve().backgrounds().maxBytes()),
            Map.entry("NAMEPLATE_RESPONSE_CACHE_BYTES", read.http().responseCacheBytes()),
            Map.entry("NAMEPLATE_ASSET_CACHE_BYTES", read.assets().cacheBytes()),
            Map.entry("NAMEPLATE_SCALED_CACHE_BYTES", read.assets().scaledBytes()),
            Map.entry("NAMEPLATE_REMOTE_CACHE_BYTES", read.remote().cacheBytes()),
            Map.entry("NAMEPLATE_ASSET_MAX_PIXELS", read.assets().maxPixels()),
            Map.entry("NAMEPLATE_REMOTE_MAX_PIXELS", read.remote().maxPixels()),
            Map.entry("NAMEPLATE_REMOTE_MAX_BYTES", read.remote().maxBytes()),
            Map.entry("NAMEPLATE_WORK_BYTES", read.work().maxBytes()),
            Map.entry("NAMEPLATE_QUEUE", (long) read.serve().queue()),
            Map.entry("NAMEPLATE_PERMITS", (long) read.serve().permits()),
            Map.entry("NAMEPLATE_CONNECTIONS", (long) read.http().connections().max()),
            Map.entry("NAMEPLATE_REMOTE_PER_HOST", (long) read.remote().perHost()),
            Map.entry("NAMEPLATE_MAX_TARGET", (long) read.http().maxTarget()));
    assertThat(limits).containsEntry(name, value);
    assertThatThrownBy(() -> Settings.read(Map.of(name, "-1"), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(name + " is '-1'");
  }

  @Test
  void limitThatIsNone_isRefusedByItsPackage_underTheSettingsName() {
    Duration second = Duration.ofSeconds(1);
    BackgroundSettings bases = BackgroundSettings.DEFAULT;
    refuses("NAMEPLATE_ASSET_MAX_PIXELS", () -> new AssetSettings(0, 1, 1));
    refuses("NAMEPLATE_ASSET_CACHE_BYTES", () -> new AssetSettings(1, -1, 1));
    refuses("NAMEPLATE_SCALED_CACHE_BYTES", () -> new AssetSettings(1, 1, -1));
    refuses(
        "NAMEPLATE_IMAGE_CACHE_BYTES", () -> new ServeSettings(-1, 16 << 20, bases, second, 1, 1));
    refuses("NAMEPLATE_STANDARD_CACHE_BYTES", () -> new ServeSettings(1, -1, bases, second, 1, 1));
    refuses(
        "NAMEPLATE_DEADLINE", () -> new ServeSettings(1, 16 << 20, bases, second.negated(), 1, 1));
    refuses("NAMEPLATE_QUEUE", () -> new ServeSettings(1, 16 << 20, bases, second, 0, 1));
    refuses("NAMEPLATE_PERMITS", () -> new ServeSettings(1, 16 << 20, bases, second, 1, 0));
    refuses("NAMEPLATE_BACKGROUND_CACHE_BYTES", () -> new BackgroundSettings(-1, Effort.FAST));
    refuses("NAMEPLATE_WORK_BYTES", () -> new WorkSettings(Optional.empty(), -1));
    refuses("NAMEPLATE_PORT", () -> http(-1, 256, 0));
    refuses("NAMEPLATE_MAX_TARGET", () -> http(0, 255, 0));
    refuses("NAMEPLATE_RESPONSE_CACHE_BYTES", () -> http(0, 256, -1));
    refuses("NAMEPLATE_CONNECTIONS", () -> new ConnectionLimits(0, second, second));
    refuses("_TIMEOUT", () -> new RemoteSettings(CidrSet.NONE, second.negated(), 1, 1, 0, 1));
    refuses("REMOTE_MAX_BYTES", () -> new RemoteSettings(CidrSet.NONE, second, 0, 1, 0, 1));
    refuses("REMOTE_MAX_PIXELS", () -> new RemoteSettings(CidrSet.NONE, second, 1, 0, 0, 1));
    refuses("REMOTE_CACHE_BYTES", () -> new RemoteSettings(CidrSet.NONE, second, 1, 1, -1, 1));
    refuses("REMOTE_PER_HOST", () -> new RemoteSettings(CidrSet.NONE, second, 1, 1, 0, 0));
  }

  private static void refuses(String name, ThrowingCallable making) {
    assertThatThrownBy(making)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void permits_areTheCores_orANumber() {
    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(Settings.read(Map.of(), Map.of()).serve().permits()).isEqualTo(cores);
    assertThat(Settings.read(Map.of("NAMEPLATE_PERMITS", "7"), Map.of()).serve().permits())
        .isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({
    "/state, /home/a, Linux, /state/nameplate",
    "'', /home/a, Linux, /home/a/.local/state/nameplate",
    "relative, /home/a, Linux, /home/a/.local/state/nameplate",
    "'', /Users/a, Mac OS X, /Users/a/Library/Application Support/nameplate",
    "/state, /Users/a, Mac OS X, /state/nameplate"
  })
  void workFolder_isTheUsersOwn_whereNoneIsNamed(
      String state, String home, String system, String folder) {
    Map<String, String> environment = Map.of("XDG_STATE_HOME", state, "HOME", home);
    assertThat(WorkPlace.ofUser(environment, system)).contains(Path.of(folder));
  }

  @Test
  void workFolder_isTheOneNamed_orNone() {
    assertThat(work(Map.of("NAMEPLATE_WORK", "w", "HOME", "/home/a"))).contains(Path.of("w"));
    assertThat(work(Map.of("NAMEPLATE_WORK", "none", "HOME", "/home/a"))).isEmpty();
    assertThat(work(Map.of())).as("a process without a home has none").isEmpty();
    assertThatThrownBy(() -> work(Map.of("NAMEPLATE_WORK", "a\0b")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("NAMEPLATE_WORK is ");
  }

  private static Optional<Path> work(Map<String, String> environment) {
    return Settings.read(environment, Map.of()).work().folder();
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
    page.append("| Variable | Option | Default | Allowed | Meaning |\n|---|---|---|---|---|\n");
    for (EnvVar<?> setting : Settings.ALL) {
      page.append("| `")
          .append(setting.name())
          .append("` | ")
          .append(code(setting.option()))
          .append(" | ")
          .append(code(setting.defaultText()))
          .append(" | ")
          .append(setting.type().rule())
          .append(" | ")
          .append(setting.meaning())
          .append(" |\n");
    }
    return page.toString();
  }

  private static String code(String text) {
    return text.isEmpty() ? "none" : "`" + text + "`";
  }

  private static HttpSettings http(int port, int maxTarget, long responseCacheBytes) {
    HttpSettings defaults = HttpSettings.DEFAULT;
    return new HttpSettings(
        defaults.host(),
        port,
        maxTarget,
        false,
        responseCacheBytes,
        defaults.connections(),
        defaults.trustedProxies(),
        defaults.rates(),
        defaults.monitoring(),
        true);
  }
}
