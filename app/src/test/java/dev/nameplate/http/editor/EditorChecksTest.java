package dev.nameplate.http.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.boot.Application;
import dev.nameplate.cli.CheckedTemplates;
import dev.nameplate.config.Settings;
import dev.nameplate.preflight.FindingCode;
import dev.nameplate.preflight.Report;
import dev.nameplate.support.Applications;
import dev.nameplate.support.Pictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The strip and the badges say what {@code nameplate check} and {@code .json} say. */
final class EditorChecksTest {
  private static final Path BAD = Path.of("app/src/test/resources/bad-templates");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * The shipped templates of which all is checked once more; that takes seconds, and all of them
   * pass the check that is the same code ({@code PreflightTest}).
   */
  private static final Set<String> CHECKED = Set.of("welcome", "pickup");

  /** What no row's data shows, or what takes drawings at 2x: the check alone finds it. */
  private static final Set<FindingCode> OF_THE_CHECK =
      Set.of(
          FindingCode.FIELD_UNUSED,
          FindingCode.WORDING_UNREACHED,
          FindingCode.ALT_MISSING,
          FindingCode.ASSET_OVERSIZED,
          FindingCode.PICTURE_HEAVY,
          FindingCode.LAYER_FAILED);

  private static final Application OFFLINE =
      Applications.offline(Settings.read(Map.of(), Map.of("--templates", BAD.toString())));

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  @SuppressWarnings("NullAway.Init") // Set before all tests.
  private static EditorServer server;

  @BeforeAll
  static void start() throws IOException {
    Path templates = folder.resolve("templates");
    try (Stream<Path> files = Files.walk(BAD)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = templates.resolve(BAD.relativize(file).toString());
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(file, target);
      }
    }
    server = new EditorServer(folder, Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
    OFFLINE.close();
  }

  @ParameterizedTest
  @EnumSource(value = FindingCode.class, names = "TEMPLATE_FAULTY", mode = EnumSource.Mode.EXCLUDE)
  void badTemplate_hasTheFindingsOfTheCheck_andItsStripShowsThem(FindingCode code) {
    List<Report.Found> found =
        new CheckedTemplates(OFFLINE, Optional.empty())
            .report(List.of(code.label())).templates().get(0).found().stream()
                // Notes are no reason not to publish, so the editor does not show them.
                .filter(each -> !each.finding().code().isNote())
                .toList();
    assertThat(found.isEmpty()).isEqualTo(code.isNote());
    JsonNode told = post(code.label(), "findings", body()).path("findings");
    assertThat(texts(told, "name"))
        .containsExactlyElementsOf(found.stream().map(each -> each.finding().name()).toList());
    assertThat(texts(told, "what"))
        .containsExactlyElementsOf(found.stream().map(each -> each.finding().what()).toList());
    for (JsonNode finding : told) {
      JsonNode look = look(code.label(), finding.path("case").asText(), finding.path("values"));
      boolean shown = texts(look.path("findings"), "name").contains(finding.path("name").asText());
      assertThat(shown).isEqualTo(!OF_THE_CHECK.contains(code));
    }
  }

  static List<String> shipped() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("templates"))) {
      return folders
          .filter(Files::isDirectory)
          .map(each -> each.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shippedTemplate_hasACleanStrip_thatSaysWhatTheExplanationSays(String id) {
    if (CHECKED.contains(id)) {
      assertThat(post(id, "findings", body()).path("findings")).isEmpty();
    }
    JsonNode cases = server.get("/t/" + id + "/edit/draft").json().path("edgeCases");
    for (JsonNode each : firstOf(cases)) {
      JsonNode look = look(id, each.path("name").asText(), each.path("values"));
      assertThat(look.path("findings")).as(each.path("name").asText()).isEmpty();
      byte[] picture = Base64.getDecoder().decode(look.path("picture").asText());
      assertThat(Pictures.decode(picture).getWidth()).isGreaterThan(100);
      JsonNode explained = server.get("/i/" + id + ".json?" + query(each.path("values"))).json();
      explained
          .path("fields")
          .properties()
          .forEach(
              field ->
                  assertThat(look.at("/fields/" + field.getKey() + "/state"))
                      .isEqualTo(field.getValue().path("state")));
      List<String> expected = new ArrayList<>();
      collect("$.layers", explained.path("layers"), expected);
      assertThat(drawn(look.path("texts"))).containsAll(expected);
    }
  }

  /** The cases that stand in the strip at first. */
  private static List<JsonNode> firstOf(JsonNode cases) {
    List<JsonNode> first = new ArrayList<>();
    Set<String> wanted = Set.of("Missing", "60 letters", "Arabic", "Unmerged", "Broken photo");
    cases.forEach(
        each ->
            Optional.of(each)
                .filter(one -> wanted.contains(one.path("name").asText()))
                .ifPresent(first::add));
    return first;
  }

  private static void collect(String list, JsonNode layers, List<String> texts) {
    for (JsonNode layer : layers) {
      String path = list + "[" + layer.path("index").asInt() + "]";
      JsonNode text = layer.path("text");
      if (text.isObject() && !layer.path("type").asText().equals("countdown")) {
        texts.add(line(path, text));
      }
      if (layer.path("type").asText().equals("stack")) {
        collect(path + ".children", layer.path("children"), texts);
      }
    }
  }

  private static Set<String> drawn(JsonNode texts) {
    Set<String> drawn = new LinkedHashSet<>();
    texts.forEach(text -> drawn.add(line(text.path("path").asText(), text)));
    return drawn;
  }

  private static String line(String path, JsonNode text) {
    return path
        + " "
        + text.path("wording").asInt()
        + " "
        + text.path("size").asDouble()
        + " "
        + text.path("cut").asBoolean();
  }

  @Test
  void list_thatIsNone_isRefusedWithASentence() {
    String route = "/t/welcome/edit/worst";
    EditorServer.Reply none = server.post(route, body().put("list", "\n\n\n").toString());
    assertThat(none.code()).isEqualTo("invalid_list");
    assertThat(none.json().path("detail").asText()).contains("empty");
    EditorServer.Reply stranger = server.post(route, body().put("list", "a,b\n1,2\n").toString());
    assertThat(stranger.code()).isEqualTo("invalid_list");
    assertThat(stranger.json().path("detail").asText()).contains("no column");
    EditorServer.Reply large =
        server.post(route, body().put("list", "name\n" + "x".repeat(2_100_000)).toString());
    assertThat(large.status()).isEqualTo(413);
    EditorServer.Reply larger =
        server.post(route, body().put("list", "name\n" + "x".repeat(5_000_000)).toString());
    assertThat(larger.status()).isEqualTo(413);
    assertThat(larger.json().path("detail").asText()).contains("bytes");
  }

  private static ObjectNode body() {
    return MAPPER.createObjectNode().put("saved", "published");
  }

  private static JsonNode look(String id, String name, JsonNode values) {
    ObjectNode body = body().put("name", name);
    body.set("values", values);
    return post(id, "case", body);
  }

  private static JsonNode post(String id, String route, ObjectNode body) {
    EditorServer.Reply reply = server.post("/t/" + id + "/edit/" + route, body.toString());
    assertThat(reply.status()).as(reply.head()).isEqualTo(200);
    return reply.json();
  }

  private static List<String> texts(JsonNode list, String key) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.path(key).asText()));
    return texts;
  }

  private static String query(JsonNode values) {
    List<String> pairs = new ArrayList<>();
    values
        .properties()
        .forEach(
            each ->
                pairs.add(
                    each.getKey()
                        + "="
                        + java.net.URLEncoder.encode(
                            each.getValue().asText(), StandardCharsets.UTF_8)));
    return String.join("&", pairs);
  }
}
