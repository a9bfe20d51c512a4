package dev.nameplate.http.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.support.Pictures;
import dev.nameplate.template.Sample;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The canvas is the answer, and publishing changes what was shown and nothing else. */
final class EditorPublishTest {
  private static final ObjectMapper BROWSER = new ObjectMapper();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private static List<String> ids() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("templates"))) {
      return folders
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static BufferedImage decoded(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  private static int[] pixels(byte[] file) throws IOException {
    return Pictures.argb(decoded(file));
  }

  private static ObjectNode draft(EditorServer server, String id) throws IOException {
    return (ObjectNode)
        BROWSER.readTree(server.get("/t/" + id + "/edit/draft").text()).at("/draft/json");
  }

  private static String etag(EditorServer server, String id) {
    return server.get("/t/" + id + "/edit/draft").header("ETag");
  }

  private static String publishedTag(EditorServer server, String id) {
    JsonNode published = server.get("/t/" + id + "/edit/draft").json().path("published");
    return published.isNull() ? "null" : published.path("etag").toString();
  }

  private static EditorServer.Reply publish(EditorServer server, String id, List<String> accept)
      throws IOException {
    return server.post(
        "/t/" + id + "/edit/publish",
        "{\"published\":"
            + publishedTag(server, id)
            + ",\"accept\":"
            + BROWSER.writeValueAsString(accept)
            + "}",
        "If-Match",
        etag(server, id));
  }

  /** Moves a layer that has a box. */
  private static ObjectNode moved(ObjectNode template) {
    for (JsonNode layer : template.path("layers")) {
      if (layer.path("box") instanceof ArrayNode box && box.get(0).asInt() >= 3) {
        box.set(0, box.get(0).asInt() - 3);
        return template;
      }
    }
    throw new IllegalStateException("a template without a box");
  }

  @Test
  void canvas_hasThePixelsOfThePicture_everyTemplateAndSample() throws IOException {
    try (EditorServer server = new EditorServer(folder, Map.of())) {
      for (String id : ids()) {
        ObjectNode template = moved(draft(server, id));
        EditorServer.Reply saved =
            server.put("/t/" + id + "/edit/draft", template.toString(), etag(server, id));
        assertThat(saved.status()).as(id).isEqualTo(200);
        Files.writeString(
            server.templates().resolve(id).resolve("template.json"),
            saved.json().at("/draft/text").asText());
      }
      server.refresh();
      for (String id : ids()) {
        int scale = id.equals("event-ticket") ? 2 : 1;
        for (Sample sample : Sample.read(Path.of("templates"), id)) {
          ObjectNode order = BROWSER.createObjectNode();
          order.put("saved", "draft").put("scale", scale);
          ObjectNode values = order.putObject("values");
          sample.values().forEach(values::put);
          EditorServer.Reply canvas = server.post("/t/" + id + "/edit/picture", order.toString());
          assertThat(canvas.status())
              .as("%s %s %s", id, sample.name(), canvas.head())
              .isEqualTo(200);
          byte[] image = server.image("/i/" + id + "@" + scale + "x.png?" + sample.query());
          assertThat(pixels(canvas.body())).as("%s %s", id, sample.name()).isEqualTo(pixels(image));
          scale = 1;
        }
      }
    }
  }

  @Test
  void publish_withoutAChange_leavesEveryFileByteForByte() throws IOException {
    try (EditorServer server = new EditorServer(folder, Map.of())) {
      for (String id : ids()) {
        byte[] before = server.file(id);
        EditorServer.Reply saved =
            server.put("/t/" + id + "/edit/draft", draft(server, id).toString(), etag(server, id));
        assertThat(saved.json().at("/draft/saved").asBoolean()).as(id).isFalse();
        EditorServer.Reply published = publish(server, id, List.of());
        assertThat(published.status()).as(id).isEqualTo(200);
        assertThat(published.json().path("version").asInt()).isEqualTo(1);
        assertThat(server.file(id)).as(id).isEqualTo(before);
        assertThat(
                Files.readAllBytes(
                    server.templates().resolve(id).resolve("versions/1/template.json")))
            .isEqualTo(before);
      }
    }
  }

  @Test
  void review_showsWhatChanges_largestFirst_andPublishingDoesJustThat() throws IOException {
    try (EditorServer server = new EditorServer(folder, Map.of(), "welcome")) {
      ObjectNode template = draft(server, "welcome");
      ((ObjectNode) template.path("layers").get(2)).put("color", "#101010");
      server.put("/t/welcome/edit/draft", template.toString(), etag(server, "welcome"));
      EditorServer.Reply review =
          server.post("/t/welcome/edit/review", "{}", "If-Match", etag(server, "welcome"));
      assertThat(review.status()).isEqualTo(200);
      JsonNode changes = review.json().path("changes");
      assertThat(changes).isNotEmpty();
      for (int at = 1; at < changes.size(); at++) {
        assertThat(changes.get(at).path("share").asDouble())
            .isLessThanOrEqualTo(changes.get(at - 1).path("share").asDouble());
      }
      assertThat(review.json().path("findings")).isEmpty();
      assertThat(review.json().path("patch").asText())
          .contains("-      \"color\": \"#3a1c42\" },", "+      \"color\": \"#101010\" },");
      byte[] old = server.image("/i/welcome.png?name=Maria");
      EditorServer.Reply published = publish(server, "welcome", List.of());
      assertThat(published.status()).isEqualTo(200);
      assertThat(published.json().at("/draft/saved").asBoolean()).isFalse();
      assertThat(pixels(server.image("/i/welcome.png?name=Maria"))).isNotEqualTo(pixels(old));
    }
  }

  @Test
  void oneClickBack_makesTheVersionBeforeCurrent() throws IOException {
    try (EditorServer server = new EditorServer(folder, Map.of(), "plain")) {
      byte[] first = server.file("plain");
      assertThat(publish(server, "plain", List.of()).json().path("version").asInt()).isEqualTo(1);
      server.put(
          "/t/plain/edit/draft",
          draft(server, "plain").put("title", "Two").toString(),
          etag(server, "plain"));
      EditorServer.Reply second = publish(server, "plain", List.of());
      assertThat(second.json().path("version").asInt()).isEqualTo(2);
      assertThat(second.json().at("/versions/0/current").asBoolean()).isTrue();
      EditorServer.Reply back =
          server.post(
              "/t/plain/edit/restore",
              "{\"version\": 1, \"published\": " + publishedTag(server, "plain") + "}");
      assertThat(back.status()).isEqualTo(200);
      assertThat(server.file("plain")).isEqualTo(first);
      assertThat(
              server
                  .post(
                      "/t/plain/edit/restore",
                      "{\"version\": 9, \"published\": " + publishedTag(server, "plain") + "}")
                  .code())
          .isEqualTo("unknown_version");
      assertThat(
              server.post("/t/plain/edit/restore", "{\"version\": 1, \"published\": \"x\"}").code())
          .isEqualTo("template_changed");
    }
  }

  @Test
  void findings_block_unlessAcceptedByName() throws IOException {
    try (EditorServer server = new EditorServer(folder, Map.of(), "welcome")) {
      byte[] before = server.file("welcome");
      ObjectNode template = draft(server, "welcome");
      ((ObjectNode) template.path("layers").get(3)).put("color", "#fff6ea");
      template.remove("alt");
      server.put("/t/welcome/edit/draft", template.toString(), etag(server, "welcome"));
      EditorServer.Reply refused = publish(server, "welcome", List.of());
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.code()).isEqualTo("findings");
      List<String> names = refused.json().path("findings").findValuesAsText("name");
      assertThat(names).hasSizeGreaterThan(1);
      assertThat(publish(server, "welcome", names.subList(0, 1)).code()).isEqualTo("findings");
      assertThat(server.file("welcome")).isEqualTo(before);
      assertThat(publish(server, "welcome", names).status()).isEqualTo(200);
    }
  }

  @Test
  void publish_ofAnotherDraftOrFileThanTheOneReviewed_isAConflict() throws IOException {
    try (EditorServer server = new EditorServer(folder, Map.of(), "plain")) {
      String seen = publishedTag(server, "plain");
      ObjectNode template = draft(server, "plain").put("title", "Mine");
      String etag =
          server
              .put("/t/plain/edit/draft", template.toString(), etag(server, "plain"))
              .header("ETag");
      Path file = server.templates().resolve("plain/template.json");
      Files.writeString(file, Files.readString(file).replace("Plain", "By hand"));
      String body = "{\"published\": " + seen + ", \"accept\": []}";
      EditorServer.Reply changed = server.post("/t/plain/edit/publish", body, "If-Match", etag);
      assertThat(changed.status()).isEqualTo(409);
      assertThat(changed.code()).isEqualTo("template_changed");
      assertThat(changed.json().at("/differences/0/theirs").asText()).isEqualTo("By hand");
      assertThat(
              server
                  .post("/t/plain/edit/publish", body, "If-Match", "\"9-0000000000000000\"")
                  .code())
          .isEqualTo("draft_conflict");
      assertThat(server.post("/t/plain/edit/publish", body).status()).isEqualTo(428);
      assertThat(publish(server, "plain", List.of()).status()).as("knowing it").isEqualTo(200);
    }
  }

  @Test
  void folderThatRefusesWrites_keepsTheOldTemplateWhole_andTheDraft() throws IOException {
    try (EditorServer server = new EditorServer(folder, Map.of(), "plain")) {
      byte[] before = server.file("plain");
      Path blocker = server.templates().resolve("plain/versions");
      Files.writeString(blocker, "a file where a folder should be");
      server.put(
          "/t/plain/edit/draft",
          draft(server, "plain").put("title", "New").toString(),
          etag(server, "plain"));
      EditorServer.Reply refused = publish(server, "plain", List.of());
      assertThat(refused.status()).isEqualTo(507);
      assertThat(refused.code()).isEqualTo("not_published");
      assertThat(server.file("plain")).isEqualTo(before);
      assertThat(draft(server, "plain").path("title").asText()).isEqualTo("New");
      Files.delete(blocker);
      assertThat(publish(server, "plain", List.of()).status()).isEqualTo(200);
    }
  }

  @Test
  void readOnlyServer_givesFilesAndPatch_andWritesNothing() throws IOException {
    try (EditorServer server =
        new EditorServer(folder, Map.of("NAMEPLATE_EDITOR_READ_ONLY", "on"), "plain")) {
      byte[] before = server.file("plain");
      server.put(
          "/t/plain/edit/draft",
          draft(server, "plain").put("title", "New").toString(),
          etag(server, "plain"));
      assertThat(publish(server, "plain", List.of()).code()).isEqualTo("read_only");
      EditorServer.Reply patch =
          server.post(
              "/t/plain/edit/publish", "{\"as\": \"patch\"}", "If-Match", etag(server, "plain"));
      assertThat(patch.text()).contains("+  \"title\": \"New\",").startsWith("--- a/plain/");
      EditorServer.Reply zip =
          server.post(
              "/t/plain/edit/publish", "{\"as\": \"files\"}", "If-Match", etag(server, "plain"));
      try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
        assertThat(Optional.ofNullable(files.getNextEntry()).map(ZipEntry::getName))
            .contains("plain/template.json");
        assertThat(new String(files.readAllBytes(), StandardCharsets.UTF_8)).contains("New");
      }
      assertThat(
              server.post("/t/plain/edit/restore", "{\"version\": 1, \"published\": null}").code())
          .isEqualTo("read_only");
      assertThat(server.file("plain")).isEqualTo(before);
      assertThat(server.templates().resolve("plain/versions")).doesNotExist();
    }
  }

  @Test
  void newTemplate_fromAnother_isPublishedWithItsAssets() throws IOException {
    try (EditorServer server = new EditorServer(folder, Map.of(), "welcome")) {
      server.post(
          "/new", "{\"name\": \"Spring\", \"id\": \"spring/hello\", \"from\": \"welcome\"}");
      EditorServer.Reply canvas =
          server.post(
              "/t/spring/hello/edit/picture",
              "{\"saved\": \"draft\", \"values\": {\"name\": \"Ada\"}}");
      assertThat(canvas.status()).isEqualTo(200);
      EditorServer.Reply published = publish(server, "spring/hello", List.of());
      assertThat(published.text()).contains("\"version\":1");
      assertThat(pixels(server.image("/i/spring/hello.png?name=Ada")))
          .isEqualTo(pixels(canvas.body()));
      assertThat(Files.readString(server.templates().resolve("spring/hello/template.json")))
          .contains("\"../../template.schema.json\"", "\"title\": \"Spring\"");
    }
  }

  @Test
  void picture_ofALayerAlone_isTransparentElsewhere_andTogetherTheyAreThePicture()
      throws IOException {
    try (EditorServer server = new EditorServer(folder, Map.of(), "welcome")) {
      String path = "/t/welcome/edit/picture";
      BufferedImage alone =
          decoded(
              server
                  .post(path, "{\"saved\":\"draft\",\"only\":[\"$.layers[4]\"],\"values\":{}}")
                  .body());
      assertThat(alone.getRGB(0, 0) >>> 24).isZero();
      assertThat(alone.getRGB(100, 276) >>> 24).isEqualTo(255);
      byte[] without =
          server
              .post(path, "{\"saved\":\"draft\",\"without\":[\"$.layers[4]\"],\"values\":{}}")
              .body();
      byte[] whole = server.post(path, "{\"saved\":\"draft\",\"values\":{}}").body();
      assertThat(pixels(without)).isNotEqualTo(pixels(whole));
    }
  }

  @Test
  void picture_withAnOrderThatCannotBe_isRefused() {
    try (EditorServer server = new EditorServer(folder, Map.of(), "welcome")) {
      String path = "/t/welcome/edit/picture";
      String start = "{\"saved\":\"draft\",\"values\":{}";
      assertThat(server.post(path, start + ",\"scale\":7}").code()).isEqualTo("invalid_scale");
      assertThat(server.post(path, start + ",\"at\":\"soon\"}").code()).isEqualTo("invalid_value");
      assertThat(server.post(path, "{}").code()).isEqualTo("invalid_value");
      assertThat(server.post(path, "{\"saved\":\"x\"}").code()).isEqualTo("invalid_value");
      assertThat(server.post(path, "{\"version\":9}").code()).isEqualTo("unknown_version");
      assertThat(server.post(path, "{\"saved\":\"draft\",\"values\":{\"a\":1}}").code())
          .isEqualTo("invalid_value");
      String large = "{\"template\":{\"width\":4096,\"height\":2048},\"scale\":4}";
      assertThat(server.post(path, large).code()).isEqualTo("too_many_pixels");
    }
  }

  @Test
  void boxes_sayWhereTextStands() {
    try (EditorServer server = new EditorServer(folder, Map.of(), "welcome")) {
      JsonNode boxes =
          server
              .post(
                  "/t/welcome/edit/boxes",
                  "{\"saved\":\"draft\",\"values\":{\"name\":\"Wolfeschlegelstein\"}}")
              .json();
      assertThat(boxes.path("layers")).hasSize(6);
      JsonNode text = boxes.at("/layers/2");
      assertThat(text.path("path").asText()).isEqualTo("$.layers[2]");
      assertThat(text.at("/box/width").asDouble()).isEqualTo(368);
      assertThat(text.at("/text/size").asDouble()).isBetween(28.0, 42.0);
      assertThat(text.at("/text/lines/0/baseline").asDouble()).isBetween(56.0, 160.0);
      assertThat(boxes.at("/fields/name/shown").asText()).isEqualTo("Wolfeschlegelstein");
    }
  }
}
