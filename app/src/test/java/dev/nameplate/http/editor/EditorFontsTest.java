package dev.nameplate.http.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.support.FontBytes;
import dev.nameplate.support.Pictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fonts of a template's own: added with a license, used at once, and refused with a sentence. */
final class EditorFontsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String PLAIN = EditorServer.PLAIN;
  private static final String LICENSE = "For the pictures of Acme alone.";
  private static final String TEMPLATE =
      """
      {"title": "Title", "width": 200, "height": 60, "alt": "Hamburg", "layers": [
        {"type": "text", "font": "FAMILY", "size": 30, "text": "Hamburg", "box": [4, 4, 190, 50]}]}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  @SuppressWarnings("NullAway.Init") // Set before all tests.
  private static EditorServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new EditorServer(folder, Map.of(), "none");
    for (String id : new String[] {"titled", "other", "changing", "letters"}) {
      Path own = Files.createDirectories(server.templates().resolve(id));
      Files.writeString(own.resolve("template.json"), in("Inter"));
    }
    Files.writeString(
        server.templates().resolve("letters/samples.json"), "{\"One\": {}, \"Two\": {}}");
    server.refresh();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String in(String family) {
    return TEMPLATE.replace("FAMILY", family);
  }

  private static EditorServer.Reply add(String id, String name, byte[] file, String license) {
    ObjectNode body = MAPPER.createObjectNode();
    body.put("name", name);
    body.put("data", Base64.getEncoder().encodeToString(file));
    body.put("license", license);
    return server.post("/t/" + id + "/edit/fonts", body.toString());
  }

  private static String refused(String name, byte[] file, String license) {
    EditorServer.Reply reply = add(PLAIN, name, file, license);
    assertThat(reply.status()).as(name).isEqualTo(422);
    assertThat(reply.code()).isEqualTo("invalid_font");
    assertThat(Files.exists(server.templates().resolve(PLAIN).resolve("fonts"))).isFalse();
    return reply.json().path("detail").asText();
  }

  private static byte[] drawn(String id, String template) {
    EditorServer.Reply reply =
        server.post("/t/" + id + "/edit/picture", "{\"template\": " + template + "}");
    assertThat(reply.status()).as(reply.head()).isEqualTo(200);
    return reply.body();
  }

  private static int difference(byte[] one, byte[] other) {
    return Pictures.largestDifference(Pictures.decode(one), Pictures.decode(other));
  }

  @Test
  void font_isAddedWithItsLicense_drawnAtOnce_andPublishedWithItsTemplate() throws IOException {
    byte[] before = drawn("titled", in("Inter"));
    EditorServer.Reply added =
        add("titled", "Acme Slab (2).TTF", FontBytes.serif("Acme Slab"), LICENSE);
    assertThat(added.status()).as(added.head()).isEqualTo(201);
    assertThat(added.json().path("path").asText()).isEqualTo("fonts/acme-slab-2.ttf");
    assertThat(added.json().at("/fonts/0/family").asText()).isEqualTo("Acme Slab");
    Path own = server.templates().resolve("titled");
    assertThat(own.resolve("fonts/acme-slab-2.txt")).hasContent(LICENSE);
    byte[] canvas = drawn("titled", in("Acme Slab"));
    assertThat(difference(canvas, before)).isGreaterThan(100);
    assertThat(difference(canvas, drawn("titled", in("Source Serif 4")))).isZero();

    publish("titled", in("Acme Slab"));
    assertThat(difference(server.image("/i/titled.png"), canvas)).isZero();
    assertThat(own.resolve("versions/1/fonts/acme-slab-2.ttf")).exists();
    assertThat(own.resolve("versions/1/fonts/acme-slab-2.txt")).exists();
    Files.delete(own.resolve("fonts/acme-slab-2.ttf"));
    assertThat(difference(server.image("/i/titled.png?_v=1"), canvas)).isZero();

    EditorServer.Reply elsewhere =
        server.post("/t/other/edit/picture", "{\"template\": " + in("Acme Slab") + "}");
    assertThat(elsewhere.status()).isEqualTo(422);
    assertThat(elsewhere.text()).contains("'Acme Slab'").doesNotContain("One of Acme Slab");
  }

  private static void publish(String id, String template) {
    String tag = server.get("/t/" + id + "/edit/draft").header("ETag");
    EditorServer.Reply saved = server.put("/t/" + id + "/edit/draft", template, tag);
    assertThat(saved.status()).as(saved.head()).isEqualTo(200);
    ObjectNode body = MAPPER.createObjectNode();
    body.set("published", server.get("/t/" + id + "/edit/draft").json().at("/published/etag"));
    EditorServer.Reply published =
        server.post(
            "/t/" + id + "/edit/publish", body.toString(), "If-Match", saved.header("ETag"));
    assertThat(published.status()).as(published.head()).isEqualTo(200);
  }

  @Test
  void fileThatIsNoFontOfItsOwn_isRefused_withASentence() {
    byte[] serif = FontBytes.serif("Acme");
    assertThat(refused("a.ttf", "<html>".getBytes(StandardCharsets.UTF_8), LICENSE))
        .contains("'a.ttf' is no font by its content", "TTF and OTF");
    assertThat(refused("a.woff2", "wOF2 and more".getBytes(StandardCharsets.UTF_8), LICENSE))
        .contains("a font for the web");
    assertThat(refused("none.ttf", new byte[0], LICENSE)).contains("no font");
    assertThat(refused("half.ttf", Arrays.copyOf(serif, serif.length / 2), LICENSE))
        .contains("breaks off");
    assertThat(refused("empty.ttf", FontBytes.withoutGlyphs(serif), LICENSE))
        .contains("a font without glyphs");
    assertThat(refused("mine.ttf", FontBytes.serif("inter"), LICENSE))
        .contains("calls itself 'Inter', a family that every template has");
    assertThat(refused("a.ttf", serif, " \n")).contains("the text of its license");
    assertThat(refused("a.ttf", Arrays.copyOf(serif, (2 << 20) + 1), LICENSE))
        .contains("2097153 bytes", "by hand");
  }

  @Test
  void secondFont_ofTheSameFamilyAndWeight_isRefused_andAnotherWeightIsTaken() {
    byte[] serif = FontBytes.serif("Acme Text");
    assertThat(add("letters", "text.ttf", serif, LICENSE).status()).isEqualTo(201);
    EditorServer.Reply again = add("letters", "again.ttf", serif, LICENSE);
    assertThat(again.text()).contains("has Acme Text 400 already: fonts/text.ttf");
    EditorServer.Reply bold =
        add("letters", "text.ttf", FontBytes.weighing(serif, 700), "Of the bold one.");
    assertThat(bold.json().path("path").asText()).isEqualTo("fonts/text-2.ttf");
    assertThat(bold.json().at("/fonts/0/weights").toString()).isEqualTo("[400,700]");
    EditorServer.Reply letters =
        server.post(
            "/t/letters/edit/letters", "{\"texts\": [\"Zoë\", \"Łódź\", \"Ана\", \"नाम\"]}");
    assertThat(letters.json().at("/families/Acme Text").toString())
        .contains("{\"script\":\"Latin\",\"letters\":7,\"lacking\":0,\"missing\":[]}")
        .contains("\"script\":\"Cyrillic\"")
        .contains(
            "{\"script\":\"Devanagari\",\"letters\":2,\"lacking\":2,\"missing\":[\"ना\",\"म\"]}");
  }

  @Test
  void fontThatIsReplaced_isSeen_andABrokenOneKeepsTheTemplateAsItWas() throws IOException {
    Path own = server.templates().resolve("changing");
    Files.createDirectories(own.resolve("fonts"));
    Files.writeString(own.resolve("fonts/LICENSE"), LICENSE);
    Files.write(own.resolve("fonts/a.ttf"), FontBytes.serif("Acme"));
    Files.writeString(own.resolve("template.json"), in("Acme"));
    server.refresh();
    byte[] serif = server.image("/i/changing.png");
    assertThat(difference(serif, server.image("/i/other.png"))).isGreaterThan(100);

    Files.write(
        own.resolve("fonts/a.ttf"),
        FontBytes.named(FontBytes.shipped("inter/Inter_400Regular.ttf"), "Acme"));
    server.refresh();
    assertThat(difference(server.image("/i/changing.png"), server.image("/i/other.png"))).isZero();

    Files.write(own.resolve("fonts/a.ttf"), FontBytes.serif("Inter"));
    server.refresh();
    assertThat(server.get("/t/changing").text())
        .contains("fonts/a.ttf, a font that calls itself 'Inter'");
    Files.delete(own.resolve("fonts/LICENSE"));
    server.refresh();
    assertThat(server.get("/t/changing").text()).contains("without the text of its license");
  }

  @Test
  void serverThatWritesNoTemplates_takesNone(@TempDir Path own) throws IOException {
    try (EditorServer readOnly =
        new EditorServer(own, Map.of("NAMEPLATE_EDITOR_READ_ONLY", "on"), "none")) {
      EditorServer.Reply reply = readOnly.post("/t/" + PLAIN + "/edit/fonts", "{}");
      assertThat(reply.code()).isEqualTo("read_only");
      assertThat(Files.exists(readOnly.templates().resolve(PLAIN).resolve("fonts"))).isFalse();
    }
  }
}
