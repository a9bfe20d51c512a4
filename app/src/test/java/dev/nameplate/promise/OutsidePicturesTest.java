package dev.nameplate.promise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.asset.PictureFiles;
import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.fetch.PhotoHost;
import dev.nameplate.fetch.RawHost;
import dev.nameplate.support.Applications;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.RawSocket;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures from outside, over HTTP: whatever their host does, there is a picture in the mail. */
@SuppressWarnings("NullAway.Init") // Set before all.
final class OutsidePicturesTest {
  private static final String TEMPLATE =
      """
      {"width": 120, "height": 120, "background": "#ffffff", "palette": ["#102030"],
       "fields": {"name": {"kind": "name"},
                  "photo": {"kind": "image", "hosts": ["127.0.0.1"]%s}},
       "layers": [{"type": "image", "src": "{{ photo }}", "box": [20, 20, 80, 80]%s}]}
      """;
  private static final Color DISC = new Color(0x10, 0x20, 0x30);

  @TempDir private static Path root;
  private static Application application;
  private static CountDownLatch never;

  @BeforeAll
  static void open() throws IOException {
    write("card", "", ", \"default\": \"initials:name\"");
    write("plain", "", "");
    write("asset", "", ", \"default\": \"assets/red.png\"");
    write("fallback", ", \"fallback\": \"assets/red.png\"", "");
    write("both", ", \"fallback\": \"assets/red.png\"", ", \"default\": \"initials:name\"");
    never = new CountDownLatch(1);
    application =
        Applications.open(
            Settings.read(
                Map.of(
                    "NAMEPLATE_HOST", "127.0.0.1",
                    "NAMEPLATE_PORT", "0",
                    "NAMEPLATE_DEADLINE", "30s",
                    "NAMEPLATE_TEMPLATES", root.toString(),
                    "NAMEPLATE_REMOTE_TIMEOUT", "2s",
                    "NAMEPLATE_REMOTE_ALLOW", "127.0.0.1"),
                Map.of()));
  }

  @AfterAll
  static void close() {
    never.countDown();
    application.close();
  }

  private static void write(String id, String field, String layer) throws IOException {
    Path folder = Files.createDirectories(root.resolve(id).resolve("assets"));
    Files.write(folder.resolve("red.png"), PhotoHost.square(Color.RED));
    Files.writeString(
        folder.resolveSibling("template.json"), TEMPLATE.formatted(field, layer), UTF_8);
  }

  @Test
  void picture_isDrawn_andKeptLikeAnyOther() {
    try (PhotoHost host = PhotoHost.ofSquares()) {
      RawSocket.Answer first = get("card", host.url("/a.png"));
      assertThat(first.status()).isEqualTo(200);
      assertThat(first.header("Nameplate-Degraded")).isEmpty();
      assertThat(first.header("ETag")).isNotEmpty();
      assertThat(centre(first)).isEqualTo(PhotoHost.TEAL);
      RawSocket.Answer again = get("card", host.url("/a.png"));
      assertThat(again.header("Cache-Status")).contains("hit");
      assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
      assertThat(host.requests()).isEqualTo(1);
    }
  }

  @Test
  void refresh_fetchesThePictureAnew_forItsTemplateAlone() {
    AtomicBoolean other = new AtomicBoolean();
    try (PhotoHost host =
        new PhotoHost(
            path -> {
              Color color = other.get() ? Color.ORANGE : PhotoHost.TEAL;
              return PhotoHost.picture(PhotoHost.square(color)).build();
            })) {
      String target = target("plain", "png", host.url("/r.png"));
      RawSocket.Answer first = RawSocket.get(application.port(), target);
      for (int time = 0; time < 2; time++) {
        assertThat(RawSocket.get(application.port(), target).header("ETag"))
            .isEqualTo(first.header("ETag"));
      }
      other.set(true);
      assertThat(RawSocket.get(application.port(), target).header("ETag"))
          .as("fresh, as its origin says")
          .isEqualTo(first.header("ETag"));
      assertThat(refresh("nothing").status()).isEqualTo(404);
      String answer = refresh("plain").text();
      assertThat(answer)
          .contains("\"template\":\"plain\"", "\"cache_tag\":\"plain\"", "\"forgotten\":");
      assertThat(answer).doesNotContain("\"forgotten\":0");
      RawSocket.Answer later = RawSocket.get(application.port(), target);
      assertThat(centre(later)).isEqualTo(Color.ORANGE);
      assertThat(later.header("ETag")).isNotEqualTo(first.header("ETag"));
      assertThat(later.header("Cache-Tag")).isEqualTo("plain");
      assertThat(host.requests()).isEqualTo(2);
      assertThat(refresh("plain").status()).isEqualTo(200);
      other.set(false);
      RawSocket.Answer back = RawSocket.get(application.port(), target);
      assertThat(back.header("ETag")).as("the old picture again").isEqualTo(first.header("ETag"));
    }
  }

  private static RawSocket.Answer refresh(String id) {
    return RawSocket.exchange(
        application.port(),
        "POST /v1/templates/"
            + id
            + "/refresh HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
            + "Connection: close\r\n\r\n");
  }

  @Test
  void clockOfTheApplication_isThatOfRemotePicturesToo() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-01T00:00:00Z"));
    Settings settings =
        Settings.read(
            Map.of(
                "NAMEPLATE_HOST", "127.0.0.1",
                "NAMEPLATE_PORT", "0",
                "NAMEPLATE_DEADLINE", "30s",
                "NAMEPLATE_TEMPLATES", root.toString(),
                "NAMEPLATE_REMOTE_ALLOW", "127.0.0.1"),
            Map.of());
    try (Application application = Applications.open(settings, now::get);
        PhotoHost host = PhotoHost.ofSquares()) {
      String target = target("card", "png", host.url("/clock.png"));
      for (int minutes : new int[] {0, 59, 1}) {
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(minutes)));
        assertThat(RawSocket.get(application.port(), target).status()).isEqualTo(200);
      }
      assertThat(host.requests()).as("kept for an hour of that clock").isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "404",
        "500",
        "html",
        "nothing",
        "huge",
        "slow",
        "redirect",
        "down",
        "private",
        "cut"
      })
  void trouble_drawsInitials_forAShortWhile(String kind) throws IOException {
    try (PhotoHost host = new PhotoHost(OutsidePicturesTest::trouble);
        RawHost silent = new RawHost("127.0.0.1", socket -> never.await());
        RawHost inside = RawHost.forbidden("127.0.0.2")) {
      String url =
          switch (kind) {
            case "down" -> "http://127.0.0.1:1/a.png";
            case "slow" -> silent.url();
            default -> host.url("/" + kind);
          };
      RawSocket.Answer answer = get("card", url);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Nameplate-Degraded")).isEqualTo("picture");
      assertThat(answer.header("Cache-Control")).startsWith("public, max-age=30,");
      assertThat(answer.header("ETag")).isEmpty();
      assertThat(edge(answer)).isEqualTo(DISC);
      assertThat(get("card", url).header("Cache-Status")).contains("fwd=miss");
      assertThat(inside.connections()).isZero();
    }
  }

  private static MockResponse trouble(String path) {
    return switch (path) {
      case "/html" -> PhotoHost.picture("<html>".getBytes(UTF_8)).build();
      case "/nothing" -> PhotoHost.picture(new byte[0]).build();
      case "/huge" -> PhotoHost.picture(PictureFiles.blankPng(20_000, 20_000)).build();
      case "/redirect" -> PhotoHost.redirect("http://unlisted.example/");
      case "/private" -> PhotoHost.redirect("http://127.0.0.2/");
      case "/cut" ->
          PhotoHost.picture(PhotoHost.square(Color.RED))
              .setHeader("Content-Length", "9999")
              .build();
      default -> PhotoHost.status(Integer.parseInt(path.substring(1)));
    };
  }

  /** What such a value means is settled without a call, so that the picture is a good one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.2:1/a.png",
        "http://evil.example/a.png",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "http://me:secret@127.0.0.1/a.png",
        "ftp://127.0.0.1/a.png",
        "data:image/png;base64,AAAA",
        "no-such-asset.png",
        "*|PHOTO|*",
        "null",
        ""
      })
  void valueThatIsNoPicture_isMissing_notTrouble(String value) {
    RawSocket.Answer answer = get("card", value);
    assertThat(answer.header("Nameplate-Degraded")).isEmpty();
    assertThat(answer.header("ETag")).isNotEmpty();
    assertThat(edge(answer)).isEqualTo(DISC);
  }

  /** A failed fetch takes the layer's default, then the field's fallback; a missing value not. */
  @ParameterizedTest
  @CsvSource({
    "card,     true,  disc", "card,     false, disc",
    "plain,    true,  none", "plain,    false, none",
    "asset,    true,  red ", "asset,    false, red ",
    "fallback, true,  red ", "fallback, false, red ",
    "both,     true,  disc", "both,     false, red "
  })
  void standIn_isTheDefaultOrTheFallback(String template, boolean failed, String shows) {
    RawSocket.Answer answer = get(template, failed ? "http://127.0.0.1:1/a.png" : "");
    Color expected =
        switch (shows) {
          case "disc" -> DISC;
          case "red" -> Color.RED;
          default -> Color.WHITE;
        };
    assertThat(edge(answer)).isEqualTo(expected);
    assertThat(answer.header("Nameplate-Degraded")).isEqualTo(failed ? "picture" : "");
  }

  @Test
  void assetByItsName_isDrawn() {
    assertThat(centre(get("plain", "red.png"))).isEqualTo(Color.RED);
  }

  @Test
  void explanation_saysWhyThePictureIsLost() throws IOException {
    try (PhotoHost host = PhotoHost.ofSquares()) {
      JsonNode good = explain(host.url("/a.png"));
      assertThat(good.at("/fields/photo/state").asText()).isEqualTo("given");
      assertThat(good.at("/warnings")).isEmpty();
      assertThat(good.at("/etag").asText())
          .isEqualTo(get("card", host.url("/a.png")).header("ETag"));
      JsonNode bad = explain("http://127.0.0.1:1/a.png");
      assertThat(bad.at("/layers/0/state").asText()).isEqualTo("drawn");
      assertThat(bad.at("/warnings/0").asText())
          .startsWith("field photo: the picture could not be had, its host cannot be reached")
          .contains("troubleshooting.md#lost-picture");
    }
  }

  @Test
  void address_isInNoLogAndNoHeader() {
    String canary = "zyxwolfgang";
    PrintStream errBefore = System.err;
    PrintStream outBefore = System.out;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(log, true, UTF_8);
    System.setErr(both);
    System.setOut(both);
    StringBuilder heads = new StringBuilder();
    try (PhotoHost host = new PhotoHost(path -> PhotoHost.status(500))) {
      for (int i = 0; i < 8; i++) {
        heads.append(get("card", host.url("/" + canary + i)).head());
        heads.append(get("card", "http://me:" + canary + "@127.0.0.1/").head());
      }
    } finally {
      System.setErr(errBefore);
      System.setOut(outBefore);
    }
    assertThat(log.toString(UTF_8)).contains("127.0.0.1 fails too often").doesNotContain(canary);
    assertThat(heads.toString()).contains("Nameplate-Degraded").doesNotContain(canary);
  }

  private static RawSocket.Answer get(String template, String photo) {
    return RawSocket.get(application.port(), target(template, "png", photo));
  }

  private static JsonNode explain(String photo) throws IOException {
    return new ObjectMapper()
        .readTree(RawSocket.get(application.port(), target("card", "json", photo)).body());
  }

  private static String target(String template, String ending, String photo) {
    return "/i/" + template + "." + ending + "?name=Ada&photo=" + URLEncoder.encode(photo, UTF_8);
  }

  private static Color centre(RawSocket.Answer answer) {
    return new Color(Pictures.decode(answer.body()).getRGB(60, 60));
  }

  /** Near the left edge of the box, beside the letters. */
  private static Color edge(RawSocket.Answer answer) {
    BufferedImage picture = Pictures.decode(answer.body());
    assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(120, 120);
    return new Color(picture.getRGB(26, 60));
  }
}
