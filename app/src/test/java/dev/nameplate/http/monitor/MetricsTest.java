package dev.nameplate.http.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.http.HttpServer;
import dev.nameplate.http.HttpSettings;
import dev.nameplate.support.KeepAlive;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import dev.nameplate.support.TestSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that was answered is counted once, and the dashboard shows what there is. */
final class MetricsTest {
  private static final Pattern NAME = Pattern.compile("nameplate_[a-z_]+");
  private static final List<String> TARGETS =
      List.of(
          "/i/welcome.png?name=%s",
          "/i/welcome.png?name=%s",
          "/i/welcome.png?name=%s",
          "/i/welcome.png?name=*|FNAME|*",
          "/i/welcome.png?name=evil.com",
          "/i/welcome.json?name=%s",
          "/i/welcome@9x.png",
          "/i/nothing-here.png?name=%s",
          "/nowhere");

  private static final AtomicInteger NAMES = new AtomicInteger();

  private final HttpServer server = server(MonitoringSettings.DEFAULT).start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyAnswer_isCounted_byTemplateAndOutcome() {
    String text = asked();
    double drawn = value(text, "requests_total", "outcome=\"drawn\",template=\"welcome\"");
    double hits = value(text, "requests_total", "outcome=\"hit\",template=\"welcome\"");
    assertThat(drawn).isBetween(1.0, 3.0);
    assertThat(drawn + hits).isEqualTo(5);
    assertThat(value(text, "requests_total", "outcome=\"unmodified\",template=\"welcome\""))
        .isEqualTo(2);
    assertThat(value(text, "requests_total", "outcome=\"explained\",template=\"welcome\""))
        .isEqualTo(1);
    assertThat(value(text, "requests_total", "outcome=\"fault\",template=\"-\"")).isEqualTo(1);
    assertThat(value(text, "requests_total", "outcome=\"fault\",template=\"welcome\""))
        .isEqualTo(1);
    assertThat(value(text, "faults_total", "kind=\"scale-not-offered\"")).isEqualTo(1);
    assertThat(value(text, "faults_total", "kind=\"unknown-template\"")).isEqualTo(1);
    assertThat(value(text, "fields_total", "reason=\"unmerged\",template=\"welcome\""))
        .isEqualTo(1);
    assertThat(value(text, "fields_total", "reason=\"refused\",template=\"welcome\"")).isEqualTo(1);
    assertThat(value(text, "fields_total", "reason=\"given\",template=\"welcome\"")).isEqualTo(5);
    assertThat(value(text, "cache_hits_total", "cache=\"client\"")).isEqualTo(2);
    assertThat(value(text, "stage_seconds_count", "stage=\"paint\"")).isEqualTo(drawn);
    assertThat(value(text, "sent_bytes_total", "template=\"welcome\"")).isGreaterThan(10_000);
    assertThat(text).doesNotContain("Metrica").doesNotContain("nothing-here");
  }

  @Test
  void dashboard_asksForNothing_thatIsNotThere() throws IOException {
    String dashboard =
        new ObjectMapper().readTree(Path.of("app/docs/grafana.json").toFile()).toString();
    Set<String> there = names(asked());
    // Nothing is degraded in this application: the name alone is made here.
    there.add("nameplate_degraded_total");
    // The program's own server has them.
    there.add("nameplate_fetches_total");
    there.add("nameplate_queue_waits_total");
    there.add("nameplate_queue_wait_seconds_total");
    assertThat(names(dashboard)).hasSizeGreaterThan(15).isSubsetOf(there);
  }

  @Test
  void operationsPage_namesEveryMetric() throws IOException {
    String page = java.nio.file.Files.readString(Path.of("app/docs/operations.md"));
    assertThat(names(asked()).stream().map(MetricsTest::family).distinct())
        .allMatch(names(page).stream().map(MetricsTest::family).toList()::contains);
  }

  @Test
  void portOfItsOwn_hasMetricsAlone_andTheMainOneNone() {
    MonitoringSettings apart =
        new MonitoringSettings(OptionalInt.of(0), MonitoringSettings.LogForm.OFF);
    try (HttpServer moved = server(apart).start()) {
      assertThat(moved.metricsPort()).isNotEqualTo(moved.port());
      assertThat(RawSocket.get(moved.metricsPort(), "/metrics").text()).contains("nameplate_queue");
      assertThat(RawSocket.get(moved.metricsPort(), "/i/welcome.png").status()).isEqualTo(404);
      assertThat(RawSocket.get(moved.port(), "/metrics").status()).isEqualTo(404);
    }
  }

  @Test
  void readingOfAnotherRoom_isShown() {
    try (HttpServer shown =
        server(MonitoringSettings.DEFAULT)
            .withMetrics(
                List.of(
                    new MetricSource("nameplate.x", "A test.", Map.of("of", "a"), true, () -> 3),
                    new MetricSource("nameplate.y", "A test.", Map.of(), false, () -> 4)))
            .start()) {
      String text = RawSocket.get(shown.port(), "/metrics").text();
      assertThat(value(text, "x_total", "of=\"a\"")).isEqualTo(3);
      assertThat(text).contains("nameplate_y 4.0");
    }
  }

  @Test
  void program_showsWhatBecameOfFetches() {
    String text =
        new String(TestApplication.get("/metrics").body(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(text)
        .contains("nameplate_fetches_total{outcome=\"ok\"}")
        .contains("nameplate_fetches_total{outcome=\"host_down\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/i/welcome.png?name=Timing", "/i/nope.png", "/i/a b.png", "/i/welcome.jpg"})
  void everyPicture_tellsItsTiming(String target) {
    assertThat(RawSocket.get(server.port(), target).header("Server-Timing")).isNotEmpty();
  }

  /** The metrics after every target was asked for, and one held picture twice. */
  private String asked() {
    String name = "Metrica" + (char) ('a' + NAMES.getAndIncrement());
    try (KeepAlive connection = new KeepAlive(server.port())) {
      String held = "";
      for (String target : TARGETS) {
        String tag = connection.get(target.replace("%s", name)).header("ETag");
        held = held.isEmpty() ? tag : held;
      }
      for (int i = 0; i < 2; i++) {
        connection.ask("GET", "/i/welcome.png?x&name=" + name, "If-None-Match: " + held);
      }
      return connection.get("/metrics").text();
    }
  }

  private static HttpServer server(MonitoringSettings monitoringSettings) {
    HttpSettings plain = TestSettings.http(false, 1 << 20);
    return new HttpServer(
        TestApplication.application().templates(),
        TestApplication.application().images(),
        new HttpSettings(
            plain.host(),
            plain.port(),
            plain.maxTarget(),
            plain.faultStatusOk(),
            plain.responseCacheBytes(),
            plain.connections(),
            plain.trustedProxies(),
            plain.rates(),
            monitoringSettings,
            true),
        () -> new byte[] {1});
  }

  private static double value(String text, String name, String labels) {
    String line = "nameplate_" + name + "{" + labels + "} ";
    return text.lines()
        .filter(found -> found.startsWith(line))
        .mapToDouble(found -> Double.parseDouble(found.substring(line.length())))
        .findFirst()
        .orElseThrow(() -> new AssertionError(line + " in\n" + text));
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A name without what a histogram's parts add. */
  private static String family(String name) {
    return name.replaceAll("_(bucket|count|sum|max)$", "");
  }
}
