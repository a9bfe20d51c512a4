package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.sign.UrlSpec;
import dev.nameplate.access.sign.UrlWriter;
import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.geometry.Scale;
import dev.nameplate.support.Applications;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.PreparedWork;
import dev.nameplate.support.RawSocket;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.library.PublishResult;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was published is drawn as it was, whatever happens to the template since. */
final class VersionsStayTest {
  private static final String KEYS = "k1:0123456789abcdef0123456789abcdef";
  private static final int RED = 0xffff0000;
  private static final int GREEN = 0xff00ff00;
  private static final int BLUE = 0xff0000ff;
  private static final int BLACK = 0xff000000;
  private static final int WHITE = 0xffffffff;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit calls what sets it.
  private Path templates;

  @SuppressWarnings("NullAway.Init") // JUnit calls what sets it.
  private Application application;

  private int edits;

  @BeforeEach
  void start() throws IOException {
    templates = folder.resolve("templates");
    edit("card", "open", RED, BLACK);
    edit("letter", "signed", RED, BLACK);
    application = open(templates);
  }

  @AfterEach
  void stop() {
    application.close();
  }

  /** With every template read, so that a look sees each edit. */
  private Application open(Path root) {
    Application opened = opened(root);
    assertThat(opened.templates().faults()).isEmpty();
    return opened;
  }

  private Application opened(Path root) {
    return Applications.open(
        Settings.read(
            Map.of(
                "NAMEPLATE_HOST", "127.0.0.1",
                "PORT", "0",
                "NAMEPLATE_WARM_UP", "0",
                "NAMEPLATE_KEYS", KEYS,
                "NAMEPLATE_TEMPLATES", root.toString(),
                "NAMEPLATE_WORK", PreparedWork.in(folder).toString(),
                "NAMEPLATE_RELOAD", "1h",
                "NAMEPLATE_ASSET_CACHE_BYTES", "0",
                "NAMEPLATE_DEADLINE", "60s",
                "NAMEPLATE_RATE_CLIENT", "off"),
            Map.of()));
  }

  /** A template of two halves: a shape of one color, and an asset of another. */
  private void edit(String id, String access, int shape, int asset) throws IOException {
    Path assets = Files.createDirectories(templates.resolve(id).resolve("assets"));
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int at = 0; at < 64; at++) {
      picture.setRGB(at % 8, at / 8, asset);
    }
    ImageIO.write(picture, "png", assets.resolve("half.png").toFile());
    Files.writeString(
        templates.resolve(id).resolve("template.json"),
        """
        {"width": 40, "height": 20, "access": "%s", "fields": {"name": {"kind": "name"}},
         "alt": "Half #%06x",
         "layers": [
           {"type": "shape", "shape": "rect", "box": [0, 0, 20, 20], "fill": "#%06x"},
           {"type": "image", "box": [20, 0, 20, 20], "src": "assets/half.png"}]}
        """
            .formatted(access, shape & 0xffffff, shape & 0xffffff));
    edits++; // The next edit may come within the file system's tick, and be as long.
    FileTime time = FileTime.fromMillis(1_700_000_000_000L + edits * 1000L);
    Files.setLastModifiedTime(templates.resolve(id).resolve("template.json"), time);
    Files.setLastModifiedTime(assets.resolve("half.png"), time);
  }

  private int publish(String id) {
    PublishResult result = application.publisher().publish(new TemplateId(id));
    return ((PublishResult.Published) result).version();
  }

  private RawSocket.Answer get(String target) {
    return RawSocket.get(application.port(), target);
  }

  private void draws(String target, int shape, int asset) {
    RawSocket.Answer answer = get(target);
    assertThat(answer.status()).as(target + "\n" + answer.head()).isEqualTo(200);
    assertThat(answer.header("Nameplate-Degraded")).as(target).isEmpty();
    BufferedImage picture = Pictures.decode(answer.body());
    assertThat(List.of(picture.getRGB(10, 10), picture.getRGB(30, 10)))
        .as(target)
        .containsExactly(shape, asset);
  }

  private void publishThree(String id, String access) throws IOException {
    assertThat(publish(id)).isEqualTo(1);
    edit(id, access, GREEN, BLACK);
    application.templates().refresh();
    assertThat(publish(id)).isEqualTo(2);
    edit(id, access, GREEN, BLUE);
    application.templates().refresh();
    assertThat(publish(id)).isEqualTo(3);
    edit(id, access, WHITE, WHITE);
    application.templates().refresh();
  }

  private void drawsEach() {
    for (int round = 0; round < 2; round++) {
      for (String form : List.of("/i/card.png?_v=%d", "/i/card.png?name=A&_V=%d&utm_source=x")) {
        draws(form.formatted(1), RED, BLACK);
        draws(form.formatted(2), GREEN, BLACK);
        draws(form.formatted(3), GREEN, BLUE);
      }
      draws("/i/card.png", WHITE, WHITE);
    }
  }

  @Test
  void eachVersion_drawsItsOwnPixels_alsoAfterRestarts_andFromACopiedFolder() throws IOException {
    publishThree("card", "open");
    drawsEach();
    List<String> tags = tags();
    assertThat(tags).doesNotHaveDuplicates();
    application.close();
    application = open(templates);
    drawsEach();
    assertThat(tags()).isEqualTo(tags);
    Path copy = folder.resolve("copy");
    copy(templates, copy);
    Files.delete(copy.resolve("card/template.json"));
    application.close();
    application = open(copy);
    draws("/i/card.png?_v=1", RED, BLACK);
    draws("/i/card.png?_v=2", GREEN, BLACK);
    draws("/i/card.png?_v=3", GREEN, BLUE);
    assertThat(tags().subList(0, 3)).isEqualTo(tags.subList(0, 3));
    assertThat(get("/i/card.png").status()).as("its template is gone").isEqualTo(404);
    assertThat(get("/i/card.json?_v=2").text())
        .contains("\"version\" : 2", "\"alt\" : \"Half #00ff00\"");
  }

  private List<String> tags() {
    return Stream.of("?_v=1", "?_v=2", "?_v=3", "")
        .map(query -> get("/i/card.png" + query).header("ETag"))
        .toList();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
  }

  @Test
  void signature_ofOneVersion_opensNoOther() throws IOException {
    publishThree("letter", "signed");
    String second = signed(Optional.of(2));
    draws(second, GREEN, BLACK);
    draws(second + "&_v=3", GREEN, BLACK);
    draws(second + "&name=A", GREEN, BLACK);
    String current = signed(Optional.empty());
    draws(current, WHITE, WHITE);
    draws(current + "&_v=", WHITE, WHITE);
    for (String target :
        List.of(
            second.replace("_v=2", "_v=3"),
            second.replace("_v=2&", ""),
            second.replace("?", "?_v=3&"),
            second.replace("_v=2", "_v="),
            current + "&_v=2",
            "/i/letter.png?_v=2")) {
      RawSocket.Answer answer = get(target);
      assertThat(answer.status()).as(target).isEqualTo(403);
      assertThat(answer.header("Nameplate-Fault")).isEqualTo("bad-signature");
    }
    assertThat(get(second.replace(".png", ".json")).text()).contains("\"version\" : 2");
  }

  private static String signed(Optional<Integer> version) {
    UrlSpec spec =
        new UrlSpec("letter", "png", Scale.ONE, Map.of(), List.of("name"), Optional.empty(), false)
            .ofVersion(version);
    return new UrlWriter(KeyRing.parse(KEYS).orElseThrow()).write(spec);
  }

  @Test
  void versionThatIsNot_is404_withAPicture_andKeptByNobody() throws IOException {
    publish("card");
    for (String version :
        List.of(
            "0",
            "2",
            "01",
            "x",
            "-1",
            "1.0",
            "1x",
            "99999999999",
            "999999999",
            "%D9%A1",
            "1%00",
            "../1",
            "1/..",
            "%2e%2e",
            "versions",
            "2&_v=1",
            "%20")) {
      RawSocket.Answer answer = get("/i/card.png?_v=" + version);
      assertThat(answer.status()).as(version).isEqualTo(404);
      assertThat(answer.header("Nameplate-Fault")).as(version).isEqualTo("unknown-version");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("ETag")).isEmpty();
      assertThat(Pictures.decode(answer.body()).getWidth()).isPositive();
    }
    draws("/i/card.png?_v=1&_v=2", RED, BLACK);
    draws("/i/card.png?%5Fv=1", RED, BLACK);
    draws("/i/card.png?_v=", RED, BLACK);
    assertThat(get("/i/none.png?_v=1").header("Nameplate-Fault")).isEqualTo("unknown-template");
    assertThat(get("/i/card/versions/1.png").header("Nameplate-Fault")).isEqualTo("bad-path");
  }

  @Test
  void versionBrokenByHand_isToldOf_andAnotherIsDrawn() throws IOException {
    publishThree("card", "open");
    Path versions = templates.resolve("card/versions");
    Files.writeString(versions.resolve("1/template.json"), "{\"width\": 40,");
    Files.delete(versions.resolve("2/assets/half.png"));
    Files.createSymbolicLink(versions.resolve("4"), templates.resolve("letter"));
    Files.createSymbolicLink(versions.resolve("5"), versions.resolve("3"));
    Files.createDirectories(versions.resolve("6"));
    for (int broken : List.of(1, 2, 4, 6)) {
      RawSocket.Answer answer = get("/i/card.png?_v=" + broken);
      assertThat(answer.status()).as("version " + broken).isEqualTo(404);
      assertThat(Pictures.decode(answer.body()).getWidth()).isPositive();
    }
    draws("/i/card.png?_v=3", GREEN, BLUE);
    draws("/i/card.png?_v=5", GREEN, BLUE);
    assertThat(publish("card")).isEqualTo(7);
    draws("/i/card.png?_v=7", WHITE, WHITE);
  }

  @Test
  void assetChangedBetweenTwoLooks_isNotDrawnUnderTheOldName() throws IOException {
    publish("card");
    String tag = get("/i/card.png").header("ETag");
    assertThat(tag).as("the same content").isEqualTo(get("/i/card.png?_v=1").header("ETag"));
    edit("card", "open", RED, BLUE); // Nobody looks at it yet.
    RawSocket.Answer live = get("/i/card@2x.png");
    assertThat(live.status()).isEqualTo(200);
    assertThat(live.header("ETag")).isEmpty();
    assertThat(live.header("Nameplate-Degraded")).isEqualTo("layer");
    RawSocket.Answer first = get("/i/card@2x.png?_v=1");
    assertThat(first.header("ETag")).isNotEmpty();
    assertThat(Pictures.decode(first.body()).getRGB(60, 20)).isEqualTo(BLACK);
    application.templates().refresh();
    draws("/i/card.png", RED, BLUE);
    draws("/i/card.png?_v=1", RED, BLACK);
  }
}
