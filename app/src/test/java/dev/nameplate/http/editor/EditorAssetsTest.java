package dev.nameplate.http.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.support.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures are added within bounds, under names of their own, and bad files with a sentence. */
final class EditorAssetsTest {
  private static final String PLAIN = EditorServer.PLAIN;
  private static final String DOTTED = "dotted";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  @SuppressWarnings("NullAway.Init") // Set before all tests.
  private static EditorServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new EditorServer(folder, Map.of(), "none");
    Path dotted = server.templates().resolve(DOTTED);
    Files.createDirectories(dotted.resolve("assets"));
    Files.write(dotted.resolve("assets/dot.png"), image(9, 9, "png"));
    Files.writeString(
        dotted.resolve("template.json"),
        """
        {"title": "Dotted", "width": 60, "height": 40, "alt": "A dot", "layers": [
          {"type": "image", "src": "assets/dot.png", "box": [10, 10, 9, 9]}]}
        """);
    Files.writeString(dotted.resolve("samples.json"), "{\"As it is\": {}}");
    server.refresh();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static byte[] image(int width, int height, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static EditorServer.Reply add(String id, String name, byte[] file) {
    ObjectNode body = new ObjectMapper().createObjectNode();
    body.put("name", name);
    body.put("data", Base64.getEncoder().encodeToString(file));
    return server.post("/t/" + id + "/edit/assets", body.toString());
  }

  private static String refused(String name, byte[] file) {
    EditorServer.Reply reply = add(PLAIN, name, file);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.code()).isEqualTo("invalid_picture");
    return reply.json().path("detail").asText();
  }

  @Test
  void picture_isAdded_underACleanNameOfItsOwn() {
    EditorServer.Reply first = add(PLAIN, "../../Été à la mer.PNG", image(30, 20, "png"));
    assertThat(first.status()).as(first.head()).isEqualTo(201);
    assertThat(first.json().path("path").asText()).isEqualTo("assets/t-la-mer.png");
    assertThat(first.json().path("width").asInt()).isEqualTo(30);
    EditorServer.Reply second = add(PLAIN, "t la mer.png", image(10, 20, "jpg"));
    assertThat(second.json().path("path").asText()).isEqualTo("assets/t-la-mer.jpg");
    EditorServer.Reply third = add(PLAIN, "t la mer.png", image(10, 20, "png"));
    assertThat(third.json().path("path").asText()).isEqualTo("assets/t-la-mer-2.png");
    assertThat(third.json().path("assets").size()).isGreaterThanOrEqualTo(3);
    String shows =
        """
        {"template": {"width": 30, "height": 20, "layers": [
          {"type": "image", "src": "assets/t-la-mer.png", "box": [0, 0, 30, 20]}]}}
        """;
    EditorServer.Reply picture = server.post("/t/" + PLAIN + "/edit/picture", shows);
    assertThat(picture.status()).as(picture.head()).isEqualTo(200);
    assertThat(Pictures.decode(picture.body()).getRGB(15, 10)).isEqualTo(0xff000000);
  }

  @Test
  void draftOfAnotherTemplate_takesOverItsAssets_andKeepsItsSamples() {
    server.post("/new", "{\"name\": \"Mine\", \"id\": \"mine\", \"from\": \"dotted\"}");
    int before = server.get("/t/mine/edit/draft").json().path("edgeCases").size();
    int samples = samples("mine");
    EditorServer.Reply added = add("mine", "logo.png", image(8, 8, "png"));
    assertThat(added.status()).as(added.head()).isEqualTo(201);
    assertThat(added.json().path("assets").size()).isGreaterThan(1);
    EditorServer.Reply draft = server.get("/t/mine/edit/draft");
    assertThat(draft.json().path("draft").path("faults")).isEmpty();
    assertThat(draft.json().path("edgeCases")).hasSize(before);
    assertThat(samples("mine")).isEqualTo(samples).isPositive();
    ObjectNode publish = new ObjectMapper().createObjectNode().put("as", "template");
    publish.putNull("published");
    EditorServer.Reply published =
        server.post("/t/mine/edit/publish", publish.toString(), "If-Match", draft.header("ETag"));
    assertThat(published.status()).as(published.head()).isEqualTo(200);
    assertThat(server.templates().resolve("mine/assets/logo.png")).exists();
    assertThat(server.templates().resolve("mine/samples.json")).exists();
  }

  private static int samples(String id) {
    return server.get("/t/" + id + "/edit/draft").json().path("samples").size();
  }

  @Test
  void fileThatOnlyClaimsToBeAPicture_isRefused() {
    assertThat(refused("photo.png", "<html>".getBytes(StandardCharsets.UTF_8)))
        .contains("'photo.png' is no picture by its content", "PNG and JPEG");
    assertThat(refused("logo.svg", svg())).contains("SVG", "export it as a PNG");
    assertThat(refused("logo.png", svg())).contains("SVG");
    assertThat(refused("move.png", "GIF89a…".getBytes(StandardCharsets.UTF_8))).contains("a GIF");
    assertThat(refused("none.png", new byte[0])).contains("empty");
    byte[] whole = image(200, 200, "png");
    assertThat(refused("half.png", Arrays.copyOf(whole, whole.length / 2))).contains("half.png");
  }

  private static byte[] svg() {
    return "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>"
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void pictureOfThirtyThousandPixels_isRefused_beforeItIsDecoded() {
    assertThat(refused("wide.png", withSize(image(20, 20, "png"), 30_000, 30_000)))
        .contains("wide.png", "900000000 pixels");
    assertThat(refused("strip.png", image(30_000, 2, "png"))).contains("30000 × 2", "8192");
  }

  /** A PNG whose header claims another size (ISO/IEC 15948, section 11.2.2). */
  private static byte[] withSize(byte[] png, int width, int height) {
    byte[] file = png.clone();
    ByteBuffer.wrap(file).putInt(16, width).putInt(20, height);
    CRC32 sum = new CRC32();
    sum.update(file, 12, 17);
    ByteBuffer.wrap(file).putInt(29, (int) sum.getValue());
    return file;
  }

  @Test
  void body_thatIsTooLargeOrNoBase64_isRefused() {
    String route = "/t/" + PLAIN + "/edit/assets";
    assertThat(server.post(route, "{\"name\": \"a.png\", \"data\": \"#\"}").status())
        .isEqualTo(422);
    String large = "A".repeat(4_000_000);
    assertThat(server.post(route, "{\"name\": \"a.png\", \"data\": \"" + large + "\"}").status())
        .isEqualTo(413);
    assertThat(server.send("GET", "/t/" + PLAIN + "/edit/asset?path=assets/../x.png", "").status())
        .isEqualTo(404);
  }

  @Test
  void brand_isOffered_andItsLogosAreCopied_butNothingElseIs() throws IOException {
    Path root = server.templates();
    Files.createDirectories(root.resolve("brand"));
    Files.write(root.resolve("brand/logo.png"), image(12, 6, "png"));
    Files.writeString(
        root.resolve("brand.json"),
        """
        {"colors": ["#1f3d2b", "green"], "fonts": ["Source Serif 4"],
         "logos": ["brand/logo.png", "../secret.png"]}
        """);
    String page = server.get("/t/" + PLAIN + "/edit").text();
    assertThat(page)
        .contains("\"colors\":[\"#1f3d2b\"]", "\"logos\":[\"brand/logo.png\"]")
        .contains("$.colors[1]: allowed: #rrggbb");
    String route = "/t/" + PLAIN + "/edit/assets";
    EditorServer.Reply logo = server.post(route, "{\"logo\": \"brand/logo.png\"}");
    assertThat(logo.json().path("path").asText()).isEqualTo("assets/logo.png");
    for (String other : new String[] {"../secret.png", "dotted/assets/dot.png", "brand.json"}) {
      EditorServer.Reply refused = server.post(route, "{\"logo\": \"" + other + "\"}");
      assertThat(refused.code()).isEqualTo("unknown_asset");
    }
    Files.writeString(root.resolve("brand.json"), "[");
    assertThat(server.get("/t/" + PLAIN + "/edit").text()).contains("cannot be read as JSON");
    Files.delete(root.resolve("brand.json"));
  }

  @Test
  void serverThatWritesNoTemplates_takesNone(@TempDir Path own) throws IOException {
    try (EditorServer readOnly =
        new EditorServer(own, Map.of("NAMEPLATE_EDITOR_READ_ONLY", "on"), "none")) {
      String data = Base64.getEncoder().encodeToString(image(4, 4, "png"));
      EditorServer.Reply reply =
          readOnly.post(
              "/t/" + PLAIN + "/edit/assets", "{\"name\": \"a.png\", \"data\": \"" + data + "\"}");
      assertThat(reply.code()).isEqualTo("read_only");
      assertThat(Files.exists(readOnly.templates().resolve(PLAIN).resolve("assets"))).isFalse();
    }
  }
}
