package dev.nameplate.http.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples are saved with a draft, and written when it is published. */
final class EditorSamplesTest {
  private static final String DRAFT = "/t/card/edit/draft";
  private static final String SAMPLES = "/t/card/edit/samples";
  private static final String TEMPLATE =
      """
      {"title": "Card", "width": 90, "height": 30, "alt": "Card",
       "fields": {FIELDS},
       "layers": [{"type": "text", "text": "Hello", "size": 12, "box": [4, 4, 80, 20]}]}
      """;
  private static final String BOTH =
      "\"name\": {\"kind\": \"name\"}, \"city\": {\"kind\": \"text\"}";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private EditorServer server;

  @BeforeEach
  void start() throws IOException {
    server = new EditorServer(folder, Map.of(), "none");
    Path card = Files.createDirectories(server.templates().resolve("card"));
    Files.writeString(card.resolve("template.json"), TEMPLATE.replace("FIELDS", BOTH));
    Files.writeString(
        card.resolve("samples.json"), "{\n\t\"Ann\": {\"name\": \"Ann\", \"city\": \"Bern\"}\n}\n");
    server.refresh();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String tag() {
    return server.get(DRAFT).header("ETag");
  }

  private EditorServer.Reply publish() {
    EditorServer.Reply draft = server.get(DRAFT);
    ObjectNode body = new ObjectMapper().createObjectNode();
    body.set("published", draft.json().at("/published/etag"));
    body.putArray("accept").add("field-unused $.fields.name").add("field-unused $.fields.city");
    return server.post("/t/card/edit/publish", body.toString(), "If-Match", draft.header("ETag"));
  }

  private String file() throws IOException {
    return Files.readString(server.templates().resolve("card/samples.json"));
  }

  @Test
  void samples_areSavedWithTheDraft_andWrittenWhenItIsPublished() throws IOException {
    String before = file();
    String more =
        "{\"Ann\": {\"name\": \"Ann\", \"city\": \"Bern\"}, \"Zoë\": {\"name\": \"Zoë\"}}";
    EditorServer.Reply saved = server.put(SAMPLES, more, tag());
    assertThat(saved.status()).as(saved.head()).isEqualTo(200);
    assertThat(saved.json().path("samples")).hasSize(2);
    assertThat(file()).isEqualTo(before);
    assertThat(server.get(DRAFT).json().at("/samples/1/name").asText()).isEqualTo("Zoë");
    EditorServer.Reply text =
        server.put(DRAFT, TEMPLATE.replace("FIELDS", BOTH).replace("Hello", "Hi"), tag());
    assertThat(text.status()).as(text.head()).isEqualTo(200);
    assertThat(server.get(DRAFT).json().path("samples")).hasSize(2);
    EditorServer.Reply published = publish();
    assertThat(published.status()).as(published.head()).isEqualTo(200);
    assertThat(file())
        .startsWith("{\n\t\"Ann\": {\"name\": \"Ann\", \"city\": \"Bern\"},\n\t\"Zoë\": {")
        .contains("\"name\": \"Zoë\"");
    assertThat(published.json().path("samples")).hasSize(2);
  }

  @Test
  void fieldThatIsRemoved_leavesTheSamples_whenTheDraftIsPublished() throws IOException {
    String one = TEMPLATE.replace("FIELDS", "\"name\": {\"kind\": \"name\"}");
    assertThat(server.put(DRAFT, one, tag()).status()).isEqualTo(200);
    EditorServer.Reply published = publish();
    assertThat(published.status()).as(published.head()).isEqualTo(200);
    assertThat(file()).isEqualTo("{\n\t\"Ann\": {\"name\": \"Ann\"}\n}\n");
  }

  @Test
  void samplesThatAreNone_areRefused_andNothingIsChanged() {
    String tag = tag();
    for (String wrong :
        new String[] {
          "[1]",
          "{\"Ann\": 1}",
          "{\" \": {}}",
          "{\"Ann\": {\"name\": {}}}",
          "{\"Ann\": {\"at\": \"soon\"}}"
        }) {
      EditorServer.Reply reply = server.put(SAMPLES, wrong, tag);
      assertThat(reply.code()).as(wrong).isEqualTo("invalid_samples");
    }
    String large = "{\"Ann\": {\"name\": \"" + "x".repeat(300_000) + "\"}}";
    assertThat(server.put(SAMPLES, large, tag).status()).isEqualTo(413);
    assertThat(server.put(SAMPLES, "{}", "\"9-0000000000000000\"").code())
        .isEqualTo("draft_conflict");
    assertThat(tag()).isEqualTo(tag);
  }
}
