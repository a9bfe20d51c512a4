package dev.nameplate.http.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts: they are never overwritten unseen, bad input is refused, and a restart loses none. */
final class EditorDraftTest {
  private static final String DRAFT = "/t/welcome/edit/draft";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private EditorServer server() {
    return new EditorServer(folder, Map.of(), "welcome");
  }

  private static ObjectNode template(EditorServer server) {
    return (ObjectNode) server.get(DRAFT).json().at("/draft/json");
  }

  private static String etag(EditorServer server) {
    return server.get(DRAFT).header("ETag");
  }

  /** The draft with another title. */
  private static String titled(EditorServer server, String title) {
    return template(server).put("title", title).toString();
  }

  @Test
  void save_withTheRightTag_isStored_andOutlivesARestart() {
    String etag;
    try (EditorServer server = server()) {
      EditorServer.Reply first = server.get(DRAFT);
      assertThat(first.json().at("/draft/saved").asBoolean()).isFalse();
      EditorServer.Reply saved = server.put(DRAFT, titled(server, "Hello"), first.header("ETag"));
      assertThat(saved.status()).isEqualTo(200);
      etag = saved.header("ETag");
      assertThat(saved.json().at("/draft/etag").asText()).isEqualTo(etag);
      assertThat(saved.json().at("/draft/savedAt").asText()).isEqualTo("2026-06-01T00:00:00Z");
      String text = new String(server.file("welcome"), StandardCharsets.UTF_8);
      assertThat(saved.json().at("/draft/text").asText())
          .isEqualTo(text.replace("Welcome banner", "Hello"));
    }
    try (EditorServer server = server()) {
      assertThat(server.get(DRAFT).header("ETag")).isEqualTo(etag);
      assertThat(template(server).path("title").asText()).isEqualTo("Hello");
      assertThat(server.send("DELETE", DRAFT, "", "If-Match", etag).status()).isEqualTo(204);
      assertThat(template(server).path("title").asText()).isEqualTo("Welcome banner");
    }
  }

  @Test
  void save_ofTheSame_changesNothing() {
    try (EditorServer server = server()) {
      String etag = etag(server);
      EditorServer.Reply same = server.put(DRAFT, template(server).toString(), etag);
      assertThat(same.header("ETag")).isEqualTo(etag);
      assertThat(same.json().at("/draft/saved").asBoolean()).isFalse();
      String second = server.put(DRAFT, titled(server, "B"), etag).header("ETag");
      assertThat(server.put(DRAFT, titled(server, "B"), second).header("ETag")).isEqualTo(second);
    }
  }

  @Test
  void secondTab_isToldWhatDiffers_andMayOverwriteKnowingly() {
    try (EditorServer server = server()) {
      String etag = etag(server);
      String theirs = server.put(DRAFT, titled(server, "Theirs"), etag).header("ETag");
      EditorServer.Reply conflict = server.put(DRAFT, titled(server, "Mine"), etag);
      assertThat(conflict.status()).isEqualTo(409);
      assertThat(conflict.code()).isEqualTo("draft_conflict");
      assertThat(conflict.json().at("/theirs/etag").asText()).isEqualTo(theirs);
      assertThat(conflict.json().at("/theirs/json/title").asText()).isEqualTo("Theirs");
      JsonNode difference = conflict.json().at("/differences/0");
      assertThat(difference.path("path").asText()).isEqualTo("$.title");
      assertThat(difference.path("mine").asText()).isEqualTo("Mine");
      assertThat(difference.path("theirs").asText()).isEqualTo("Theirs");
      assertThat(server.put(DRAFT, titled(server, "Mine"), theirs).status()).isEqualTo(200);
      assertThat(server.send("DELETE", DRAFT, "", "If-Match", theirs).status()).isEqualTo(409);
    }
  }

  @Test
  void save_withoutATag_orAForeignOne_isRefused() {
    try (EditorServer server = server()) {
      String body = titled(server, "A");
      assertThat(server.send("PUT", DRAFT, body).status()).isEqualTo(428);
      for (String tag : List.of("*", "W/\"1\"", "\"x\"", "\"1-0000000000000000\", \"2\"", "1")) {
        assertThat(server.put(DRAFT, body, tag).code()).as(tag).isEqualTo("bad_etag");
      }
    }
  }

  @Test
  void bodyThatIsNoTemplate_isRefusedWithItsPlace() {
    try (EditorServer server = server()) {
      String etag = etag(server);
      EditorServer.Reply broken = server.put(DRAFT, "{\n  \"a\": 1,\n  oops\n}", etag);
      assertThat(broken.status()).isEqualTo(422);
      assertThat(broken.code()).isEqualTo("malformed_json");
      assertThat(broken.json().path("line").asInt()).isEqualTo(3);
      for (String body : List.of("", "[]", "null", "{\"a\":1,\"a\":2}", "{} {}", "\u0000")) {
        assertThat(server.put(DRAFT, body, etag).code()).as(body).isEqualTo("malformed_json");
      }
      assertThat(server.put(DRAFT, "{}", etag, "Content-Type", "text/plain").status())
          .isEqualTo(415);
      assertThat(etag(server)).isEqualTo(etag);
    }
  }

  @Test
  void draftWithFaults_isSaved_andEachFaultHasItsLine() {
    try (EditorServer server = server()) {
      ObjectNode template = template(server);
      ((ObjectNode) template.path("layers").get(1)).put("size", -1).put("colour", "#fff");
      EditorServer.Reply saved = server.put(DRAFT, template.toString(), etag(server));
      assertThat(saved.status()).isEqualTo(200);
      List<String> paths = saved.json().at("/draft/faults").findValuesAsText("path");
      assertThat(paths).contains("$.layers[1].size", "$.layers[1].colour");
      String[] lines = saved.json().at("/draft/text").asText().split("\n", -1);
      for (JsonNode fault : saved.json().at("/draft/faults")) {
        String key = fault.path("path").asText().replaceFirst(".*\\.", "");
        assertThat(lines[fault.path("line").asInt() - 1]).contains("\"" + key + "\"");
      }
      EditorServer.Reply picture =
          server.post("/t/welcome/edit/picture", "{\"saved\": \"draft\", \"values\": {}}");
      assertThat(picture.status()).isEqualTo(422);
      assertThat(picture.code()).isEqualTo("faulty_template");
    }
  }

  @Test
  void draftThatIsTooLarge_isRefused_andOneBelowIsNot() {
    try (EditorServer server = server()) {
      String etag = etag(server);
      EditorServer.Reply layers = server.put(DRAFT, layers(server, 501), etag);
      assertThat(layers.status()).isEqualTo(413);
      assertThat(layers.json().path("detail").asText()).contains("501 layers", "at most 500");
      EditorServer.Reply text = server.put(DRAFT, titled(server, "x".repeat(2 << 20)), etag);
      assertThat(text.status()).isEqualTo(413);
      assertThat(text.code()).isEqualTo("draft_too_large");
      EditorServer.Reply body = server.put(DRAFT, titled(server, "x".repeat(3 << 20)), etag);
      assertThat(body.status()).isEqualTo(413);
      assertThat(body.code()).isEqualTo("body_too_large");
      EditorServer.Reply most = server.put(DRAFT, layers(server, 500), etag);
      assertThat(most.status()).isEqualTo(200);
      assertThat(most.json().at("/draft/faults/0/message").asText()).contains("$.layers");
      EditorServer.Reply long2 =
          server.put(DRAFT, titled(server, "x".repeat((2 << 20) - 60_000)), most.header("ETag"));
      assertThat(long2.status()).isEqualTo(200);
      assertThat(long2.json().at("/draft/faults")).isNotEmpty();
    }
  }

  private static String layers(EditorServer server, int count) {
    ObjectNode template = template(server);
    ArrayNode layers = template.putArray("layers");
    for (int at = 0; at < count; at++) {
      layers
          .addObject()
          .put("type", "shape")
          .put("shape", "rect")
          .put("fill", "#123456")
          .putArray("box")
          .add(at)
          .add(0)
          .add(10)
          .add(10);
    }
    return template.toString();
  }

  @Test
  void fileBrokenByHand_leavesTheDraft_andIsShown() throws IOException {
    try (EditorServer server = server()) {
      String saved = server.put(DRAFT, titled(server, "Kept"), etag(server)).header("ETag");
      Files.writeString(server.templates().resolve("welcome/template.json"), "{ broken\n");
      server.refresh();
      EditorServer.Reply state = server.get(DRAFT);
      assertThat(state.header("ETag")).isEqualTo(saved);
      assertThat(state.json().at("/draft/json/title").asText()).isEqualTo("Kept");
      assertThat(state.json().at("/published/json").isNull()).isTrue();
      assertThat(state.json().at("/published/faults/0/line").asInt()).isEqualTo(1);
      assertThat(server.get("/t/welcome/edit").status()).isEqualTo(200);
      assertThat(
              server
                  .post("/t/welcome/edit/picture", "{\"saved\": \"published\", \"values\": {}}")
                  .status())
          .as("the last good version")
          .isEqualTo(200);
      EditorServer.Reply next = server.put(DRAFT, titled(server, "Again"), saved);
      assertThat(next.status()).isEqualTo(200);
      server.send("DELETE", DRAFT, "", "If-Match", next.header("ETag"));
      EditorServer.Reply broken = server.get(DRAFT);
      assertThat(broken.json().at("/draft/json").isNull()).isTrue();
      assertThat(broken.json().at("/draft/text").asText()).isEqualTo("{ broken\n");
      assertThat(server.put(DRAFT, "{\"width\": 9, \"height\": 9}", broken.header("ETag")).status())
          .isEqualTo(200);
    }
  }

  @Test
  void fileChangedByHand_isAConflict_forWhoDidNotSeeIt() throws IOException {
    try (EditorServer server = server()) {
      String etag = etag(server);
      String body = titled(server, "Mine");
      Path file = server.templates().resolve("welcome/template.json");
      Files.writeString(file, Files.readString(file).replace("Welcome banner", "By hand"));
      EditorServer.Reply conflict = server.put(DRAFT, body, etag);
      assertThat(conflict.code()).isEqualTo("draft_conflict");
      assertThat(conflict.json().at("/theirs/json/title").asText()).isEqualTo("By hand");
    }
  }

  @Test
  void workFolder_thatIsMissingOrFull_refusesTheSave_andShowsTheTemplate() {
    for (Map<String, String> settings :
        List.of(Map.of("NAMEPLATE_WORK", "none"), Map.of("NAMEPLATE_WORK_BYTES", "1"))) {
      try (EditorServer server =
          new EditorServer(
              folder.resolve("" + settings.size() + settings.hashCode()), settings, "welcome")) {
        EditorServer.Reply refused = server.put(DRAFT, titled(server, "A"), etag(server));
        assertThat(refused.status()).as("%s", settings).isEqualTo(507);
        assertThat(refused.code()).isEqualTo("not_saved");
        assertThat(refused.json().path("detail").asText()).contains("NAMEPLATE_WORK");
        assertThat(template(server).path("title").asText()).isEqualTo("Welcome banner");
      }
    }
  }

  @Test
  void name_thatLeadsElsewhere_isUnknown() throws IOException {
    Files.writeString(folder.resolve("secret.png"), "secret");
    try (EditorServer server = server()) {
      for (String id :
          List.of("..", "%2e%2e", "welcome/..", "welcome%2f..%2f..", "Welcome", "none")) {
        EditorServer.Reply reply = server.get("/t/" + id + "/edit/draft");
        assertThat(reply.status()).as(id).isIn(400, 404);
        assertThat(server.get("/t/" + id + "/edit").status()).as(id).isIn(400, 404);
      }
      for (String path :
          List.of(
              "../secret.png",
              "assets/../../secret.png",
              "assets/..%2f..%2f..%2fsecret.png",
              "template.json",
              "/etc/passwd",
              "assets/none.png",
              "")) {
        assertThat(server.get("/t/welcome/edit/asset?path=" + path).code())
            .as(path)
            .isEqualTo("unknown_asset");
      }
      assertThat(server.get("/t/welcome/edit/asset?path=assets/hills.png").status()).isEqualTo(200);
      for (String file : List.of("../x.js", "..%2f..%2fapp.js", "%2e%2e/pom.xml", "index.html")) {
        assertThat(server.get("/editor/lib/lit/3.3.2/" + file).status()).as(file).isIn(400, 404);
        assertThat(server.get("/editor/000000000000/" + file).status()).as(file).isIn(400, 404);
      }
    }
  }

  @Test
  void newTemplate_isADraftAlone_untilItIsPublished() throws IOException {
    try (EditorServer server = server()) {
      EditorServer.Reply made =
          server.post("/new", "{\"name\": \"Frühling & „Söhne“\", \"size\": \"mail-header\"}");
      assertThat(made.status()).isEqualTo(201);
      assertThat(made.json().path("id").asText()).isEqualTo("fruhling-sohne");
      assertThat(made.header("Location")).isEqualTo("/t/fruhling-sohne/edit");
      assertThat(server.get("/t/fruhling-sohne/edit").status()).isEqualTo(200);
      assertThat(server.templates().resolve("fruhling-sohne")).doesNotExist();
      JsonNode state = server.get("/t/fruhling-sohne/edit/draft").json();
      assertThat(state.path("published").isNull()).isTrue();
      assertThat(state.at("/draft/faults")).isEmpty();
      assertThat(state.at("/draft/json/width").asInt()).isEqualTo(600);
      assertThat(server.get("/new").text()).contains("fruhling-sohne");
    }
  }

  @Test
  void newTemplate_withAnIdThatCannotBe_isRefused() {
    try (EditorServer server = server()) {
      EditorServer.Reply taken =
          server.post("/new", "{\"name\": \"Welcome\", \"size\": \"blank\"}");
      assertThat(taken.code()).isEqualTo("id_taken");
      assertThat(taken.json().path("free").asText()).isEqualTo("welcome-2");
      for (String id :
          List.of("assets", "spring/edit", "../x", "Über", "a b", "-", "x".repeat(101))) {
        assertThat(
                server
                    .post("/new", "{\"name\": \"X\", \"id\": \"" + id + "\", \"size\": \"blank\"}")
                    .code())
            .as(id)
            .isEqualTo("invalid_id");
      }
      assertThat(server.post("/new", "{\"name\": \" \"}").code()).isEqualTo("invalid_name");
      for (String size :
          List.of(
              "",
              ",\"width\":0,\"height\":9",
              ",\"width\":5000,\"height\":9",
              ",\"width\":4096,\"height\":4096",
              ",\"width\":1.5,\"height\":9")) {
        assertThat(server.post("/new", "{\"name\": \"X\"" + size + "}").code())
            .as(size)
            .isEqualTo("invalid_size");
      }
      for (String from : List.of("none", "../welcome", "templates")) {
        assertThat(server.post("/new", "{\"name\": \"X\", \"from\": \"" + from + "\"}").code())
            .as(from)
            .isEqualTo("unknown_template");
      }
    }
  }
}
