package dev.nameplate.http.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link shows one draft until its end, without a session, and changes nothing. */
final class EditorReviewLinkTest {
  private static final String PLAIN = EditorServer.PLAIN;
  private static final String GREETING = "greeting";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  @SuppressWarnings("NullAway.Init") // Set before all tests.
  private static EditorServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new EditorServer(folder, EditorServer.keyed(), "none");
    Path greeting = server.templates().resolve(GREETING);
    Files.createDirectories(greeting);
    Files.writeString(
        greeting.resolve("template.json"),
        """
        {
          "title": "Greeting", "width": 240, "height": 60, "alt": "Hello",
          "fields": {"name": {"kind": "name"}},
          "layers": [{"type": "text", "text": ["Hello {{ name }}", "Hello"], "size": 30,
            "minSize": 24, "box": [10, 10, 220, 40]}]
        }
        """);
    Files.writeString(
        greeting.resolve("samples.json"), "{\"Maria from the list\": {\"name\": \"Maria\"}}");
    server.refresh();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String link(String id, int days) {
    EditorServer.Reply reply =
        server.post(
            "/t/" + id + "/edit/link",
            "{\"days\": " + days + "}",
            "Authorization",
            "Bearer " + EditorServer.token());
    assertThat(reply.status()).as(reply.head()).isEqualTo(200);
    return reply.json().path("path").asText();
  }

  @Test
  void link_showsTheDraftWithItsCases_withoutASession() {
    String path = link(GREETING, 7);
    EditorServer.Reply page = server.get(path, "Host", "elsewhere.example.com");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.text())
        .contains("Maria from the list", "60 letters", "Unmerged", "finds nothing", "8 June 2026")
        .doesNotContain("<script");
    String picture = path.replace("/greeting", "/picture/0/greeting");
    assertThat(page.text()).contains(picture);
    EditorServer.Reply drawn = server.get(picture);
    assertThat(drawn.status()).isEqualTo(200);
    assertThat(Pictures.decode(drawn.body()).getWidth()).isEqualTo(240);
    assertThat(server.get(path.replace("/greeting", "/picture/9999/greeting")).status())
        .isEqualTo(404);
  }

  @Test
  void link_showsTheDraftAsItIsSaved_notWhatIsPublished() {
    String[] bearer = {"Authorization", "Bearer " + EditorServer.token()};
    EditorServer.Reply draft = server.get("/t/" + PLAIN + "/edit/draft", bearer);
    String path = link(PLAIN, 1);
    String changed =
        new String(server.file(PLAIN), java.nio.charset.StandardCharsets.UTF_8)
            .replace("\"title\": \"Plain\"", "\"title\": \"Not so plain\"");
    assertThat(
            server
                .put("/t/" + PLAIN + "/edit/draft", changed, draft.header("ETag"), bearer)
                .status())
        .isEqualTo(200);
    assertThat(server.get(path).text()).contains("Not so plain");
  }

  @Test
  void link_ofAnotherTemplate_altered_orNone_isRefused() {
    String path = link(PLAIN, 1);
    EditorServer.Reply other = server.get(path.replace("/" + PLAIN, "/" + GREETING));
    assertThat(other.status()).isEqualTo(403);
    assertThat(other.text()).contains("another template");
    assertThat(server.get("/review/" + "9".repeat(11) + path.substring(18)).status())
        .isEqualTo(403);
    assertThat(server.get("/review/none/" + PLAIN).status()).isEqualTo(403);
    assertThat(server.get("/review/1-k1-" + "A".repeat(22) + "/" + PLAIN).status()).isEqualTo(403);
  }

  @Test
  void link_opensNothingElse() {
    String path = link(PLAIN, 1);
    String link = path.split("/")[2];
    assertThat(server.send("POST", path, "{}").status()).isIn(404, 405);
    assertThat(server.get("/t/" + PLAIN + "/edit/draft?link=" + link).status()).isEqualTo(401);
    assertThat(
            server.get("/t/" + PLAIN + "/edit/draft", "Authorization", "Bearer " + link).status())
        .isEqualTo(401);
  }

  @Test
  void link_needsASession_andADayToAMonth() {
    assertThat(server.post("/t/" + PLAIN + "/edit/link", "{}").status()).isEqualTo(401);
    for (int days : new int[] {0, 31, -1}) {
      EditorServer.Reply reply =
          server.post(
              "/t/" + PLAIN + "/edit/link",
              "{\"days\": " + days + "}",
              "Authorization",
              "Bearer " + EditorServer.token());
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.json().path("detail").asText()).contains("1 to 30");
    }
  }

  @Test
  void link_isOverAtItsEnd_toTheSecond(@TempDir Path own) {
    try (EditorServer local = new EditorServer(own, Map.of(), "none")) {
      EditorServer.Reply made = local.post("/t/" + PLAIN + "/edit/link", "{\"days\": 1}");
      String path = made.json().path("path").asText();
      local.pass(Duration.ofDays(1).minusSeconds(1));
      assertThat(local.get(path).status()).isEqualTo(200);
      local.pass(Duration.ofSeconds(1));
      EditorServer.Reply ended = local.get(path);
      assertThat(ended.status()).isEqualTo(410);
      assertThat(ended.text()).contains("over", "new one");
    }
  }

  @Test
  void link_isNotThere_whereTheEditorIsOff(@TempDir Path own) {
    try (EditorServer off = new EditorServer(own, Map.of("NAMEPLATE_EDITOR", "off"), "none")) {
      assertThat(off.get("/review/1-own-" + "A".repeat(22) + "/" + PLAIN).status()).isEqualTo(404);
    }
  }
}
