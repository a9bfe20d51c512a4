package dev.nameplate.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.nameplate.encode.Effort;
import dev.nameplate.geometry.Scale;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.TwoWays;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The files of a deployment: no container engine runs where they are made, so their form is checked
 * here, and that they fit each other and the program; {@code app/deploy/try-image.sh} follows the
 * steps of the image.
 */
final class DeployFilesTest {
  private static final Path DEPLOY = Nginx.DEPLOY;
  private static final Path OPERATIONS = Path.of("app/docs/operations.md");
  private static final YAMLMapper YAML = new YAMLMapper(new YAMLFactory());

  private static List<JsonNode> documents(String file) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    try (var values = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text(file))) {
      values.forEachRemaining(documents::add);
    }
    return documents;
  }

  private static String text(String file) throws IOException {
    return Files.readString(DEPLOY.resolve(file));
  }

  private static JsonNode kind(List<JsonNode> documents, String kind) {
    return documents.stream()
        .filter(document -> document.path("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + kind));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  @Test
  void everyYamlFile_isRead_andItsFilesExist() throws IOException {
    try (Stream<Path> files = Files.walk(DEPLOY)) {
      for (Path file : files.filter(each -> each.toString().matches(".*\\.ya?ml")).toList()) {
        assertThat(documents(DEPLOY.relativize(file).toString())).as(file.toString()).isNotEmpty();
      }
    }
    JsonNode kustomization = documents("kustomization.yaml").get(0);
    List<String> named = new ArrayList<>(texts(kustomization.path("resources")));
    texts(kustomization.at("/configMapGenerator/0/files")).stream()
        .map(file -> file.replaceFirst("^.*=", ""))
        .forEach(named::add);
    assertThat(named).hasSizeGreaterThan(5).allMatch(file -> Files.exists(DEPLOY.resolve(file)));
  }

  @Test
  void compose_hasThreeNodesThatCannotWriteTheirRoot_andAllElse() throws IOException {
    // Merge keys are YAML 1.1, which this reader leaves as they are.
    JsonNode compose = documents("compose.yaml").get(0);
    JsonNode node = compose.path("x-node");
    assertThat(node.path("read_only").asBoolean()).isTrue();
    assertThat(node.path("user").asText()).doesNotStartWith("0");
    assertThat(node.path("stop_grace_period").asText()).isEqualTo("30s");
    Set<String> services = new LinkedHashSet<>();
    compose.path("services").fieldNames().forEachRemaining(services::add);
    assertThat(services)
        .contains("node1", "node2", "node3", "nginx", "redis", "prometheus", "grafana");
    for (String service : List.of("node1", "node2", "node3")) {
      assertThat(compose.at("/services/" + service + "/volumes/0").asText()).endsWith(":/work");
      assertThat(text("nodes.conf")).contains("server " + service + ":8080 ");
      assertThat(text("prometheus.yml")).contains("\"" + service + ":9090\"");
    }
    Matcher mounts = Pattern.compile("- (\\.\\.?/[^:\n]+):").matcher(text("compose.yaml"));
    while (mounts.find()) {
      assertThat(DEPLOY.resolve(mounts.group(1))).exists();
    }
  }

  @Test
  void nodesOfKubernetes_haveProbes_budget_andScaling() throws IOException {
    JsonNode set = kind(documents("kubernetes/nodes.yaml"), "StatefulSet");
    JsonNode pod = set.at("/spec/template/spec");
    JsonNode container = pod.at("/containers/0");
    assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/health/ready");
    assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/ready");
    assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health/live");
    assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(5 + 10);
    List<JsonNode> scaling = documents("kubernetes/scaling.yaml");
    JsonNode scaler = kind(scaling, "HorizontalPodAutoscaler");
    assertThat(scaler.at("/spec/scaleTargetRef/name").asText())
        .isEqualTo(set.at("/metadata/name").asText());
    assertThat(scaler.at("/spec/metrics/0/pods/metric/name").asText())
        .isEqualTo("nameplate_queue_wait_seconds");
    assertThat(kind(scaling, "PodDisruptionBudget").at("/spec/selector/matchLabels"))
        .isEqualTo(set.at("/spec/selector/matchLabels"));
    assertThat(text("kubernetes/nodes.conf"))
        .contains(
            kind(documents("kubernetes/nodes.yaml"), "Service").at("/metadata/name").asText());
  }

  @Test
  void image_hasAUserOfItsOwn_aWorkFolder_anArchive_andAHealthCheck() throws IOException {
    String file = text("Dockerfile");
    assertThat(file.lines().filter(line -> line.startsWith("FROM"))).hasSize(2);
    assertThat(file)
        .contains("USER 10001:10001", "VOLUME /work", "libheif1", "HEALTHCHECK", "/health/live")
        .contains("-XX:ArchiveClassesAtExit=/opt/nameplate/nameplate.jsa")
        .contains("ENTRYPOINT [\"java\", \"@/opt/nameplate/nameplate.args\"]");
    assertThat(text("nameplate.args"))
        .contains("-XX:SharedArchiveFile=/opt/nameplate/nameplate.jsa", "-XX:-UsePerfData");
    Matcher copied = Pattern.compile("COPY --from=build /src/(\\S+)").matcher(file);
    while (copied.find()) {
      if (!copied.group(1).startsWith("app/target/")) {
        assertThat(Path.of(copied.group(1))).exists();
      }
    }
  }

  @Test
  void fiveAlerts_ofMetricsThatAreThere_eachHasItsSentence() throws IOException {
    String page = Files.readString(OPERATIONS);
    JsonNode rules = documents("alerts.yaml").get(0).at("/groups/0/rules");
    assertThat(rules).hasSize(5);
    for (JsonNode rule : rules) {
      String name = rule.path("alert").asText();
      assertThat(page).contains("#### " + name + "\n");
      assertThat(rule.at("/annotations/runbook_url").asText())
          .isEqualTo("app/docs/operations.md#" + name.toLowerCase(Locale.ROOT));
      Matcher metrics = Pattern.compile("nameplate_[a-z_]+").matcher(rule.path("expr").asText());
      while (metrics.find()) {
        assertThat(page).contains("`" + metrics.group() + "`");
      }
    }
  }

  @Test
  void pictureOfTheProxy_isTheOneThatTheProgramDraws() throws IOException {
    Path templates = DEPLOY.resolve("templates");
    Optional<Template> template = new TemplateLibrary(templates, List.of()).find("unavailable");
    Sample sample = Sample.read(templates, "unavailable").get(0);
    TwoWays.Look look = new TwoWays.Look(Scale.TWO, Format.PNG, Effort.FAST);
    byte[] now = new TwoWays(templates).joined(template.orElseThrow(), sample, look);
    byte[] kept = Files.readAllBytes(DEPLOY.resolve("unavailable.png"));
    assertThat(Pictures.largestDifference(Pictures.decode(kept), Pictures.decode(now))).isZero();
  }
}
