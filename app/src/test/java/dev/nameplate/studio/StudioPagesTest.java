package dev.nameplate.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.SignedServer;
import dev.nameplate.access.client.TrustedProxies;
import dev.nameplate.access.ratelimit.MailProxies;
import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.access.ratelimit.RateSettings;
import dev.nameplate.batch.audit.RowFault;
import dev.nameplate.http.ConnectionLimits;
import dev.nameplate.http.HttpServer;
import dev.nameplate.http.HttpSettings;
import dev.nameplate.http.monitor.MonitoringSettings;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Access;
import dev.nameplate.template.library.TemplateLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The studio gives nothing that a picture's address does not give, and goes where it is not wanted.
 */
final class StudioPagesTest {
  private static final List<String> PAGES =
      List.of("/", "/t/welcome", "/t/welcome/sheet", "/t/welcome/snippet?esp=klaviyo");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void studioThatIsOff_hasNoPage_andPicturesAllTheSame() {
    String style = style();
    try (HttpServer server = server(false, RateSettings.OFF)) {
      for (String page : PAGES) {
        assertThat(RawSocket.get(server.port(), page).status()).as(page).isEqualTo(404);
      }
      assertThat(RawSocket.get(server.port(), style).status()).as(style).isEqualTo(404);
      assertThat(RawSocket.get(server.port(), "/i/welcome.png").status()).isEqualTo(200);
    }
    try (HttpServer server = server(true, RateSettings.OFF)) {
      for (String page : PAGES) {
        assertThat(RawSocket.get(server.port(), page).status()).as(page).isEqualTo(200);
      }
      assertThat(RawSocket.get(server.port(), style).status()).as(style).isEqualTo(200);
    }
  }

  @Test
  void templateThatIsNot_hasAPageThatLeadsOn_andShowsNothingOfTheAddress() {
    for (String page : List.of("/t/nope", "/t/nope/sheet", "/t/%3Cb%3Enope?name=%3Ci%3E")) {
      RawSocket.Answer answer = RawSocket.get(TestApplication.application().port(), page);
      assertThat(answer.status()).as(page).isEqualTo(404);
      assertThat(answer.text())
          .as(page)
          .contains("There is no such template", "href=\"/\"")
          .doesNotContain("nope");
    }
  }

  @Test
  void valueLongerThanMay_isSaidToBeCut() {
    int port = TestApplication.application().port();
    assertThat(text(port, "/t/rewards?company=" + "Widget".repeat(10)))
        .contains("Cut to 40 characters");
    assertThat(text(port, "/t/rewards?company=Widgets")).doesNotContain("Cut to");
  }

  @Test
  void worstRowsOfTheSheet_areRankedAsTheAuditRanksThem() throws IOException {
    String script = Files.readString(Path.of("app/src/main/resources/studio/sheet.js"));
    Matcher order = Pattern.compile("const FAULTS = \\[([^]]+)]").matcher(script);
    assertThat(order.find()).isTrue();
    List<String> here =
        Arrays.stream(order.group(1).split(","))
            .map(name -> name.replace("'", "").strip())
            .filter(name -> !name.equals("wording"))
            .toList();
    List<String> audit =
        Arrays.stream(RowFault.values())
            .filter(fault -> fault != RowFault.LONG_URL && fault != RowFault.UNREADABLE)
            .map(RowFault::label)
            .toList();
    assertThat(here).isEqualTo(audit);
  }

  @Test
  void contactSheet_isLaidOut_withinTheAskersRate() {
    assertThat(text(TestApplication.application().port(), "/t/welcome/sheet"))
        .contains("name unmerged: left out")
        .doesNotContain("the server is busy");
    RateSettings few =
        new RateSettings(
            Optional.of(new Rate(1, 3)), Optional.empty(), Optional.empty(), MailProxies.NONE);
    try (HttpServer server = server(true, few)) {
      assertThat(text(server.port(), "/t/welcome/sheet"))
          .contains("the server is busy", "src=\"/i/welcome@2x.png?name=")
          .doesNotContain("name unmerged");
    }
  }

  @Test
  void signedTemplate_hasPages_butNoPictureAndNoSignature() {
    try (SignedServer server = new SignedServer(folder, Access.OPEN, false)) {
      for (String page : List.of("/", "/t/signed", "/t/signed/sheet", "/t/signed?title=Mine")) {
        RawSocket.Answer answer = server.get(page);
        assertThat(answer.status()).as(page).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
            .as(page)
            .contains("key is needed")
            .doesNotContain("src=\"/i/signed", "_sig=", "id=\"formats\"");
      }
      assertThat(server.get("/t/signed/snippet?esp=klaviyo").status()).isEqualTo(200);
    }
  }

  @Test
  void pages_readNoFileOfATemplate_untilOneHasChanged() throws IOException {
    Path template = Files.createDirectories(folder.resolve("card"));
    Files.writeString(
        template.resolve("template.json"),
        "{\"width\": 40, \"height\": 40, \"background\": \"#ffffff\","
            + " \"fields\": {\"name\": {\"kind\": \"name\"}}, \"layers\": []}");
    Files.writeString(template.resolve("samples.json"), "{\"first\": {\"name\": \"Anneliese\"}}");
    TemplateLibrary library = new TemplateLibrary(folder, List.of());
    try (HttpServer server = server(library, true, RateSettings.OFF)) {
      List<String> pages = List.of("/", "/t/card", "/t/card/sheet");
      for (String page : pages) {
        assertThat(text(server.port(), page)).as(page).contains("Anneliese");
      }
      Files.writeString(template.resolve("samples.json"), "{\"other\": {\"name\": \"Bo\"}}");
      for (String page : pages) {
        assertThat(text(server.port(), page)).as(page).contains("Anneliese");
      }
      library.refresh();
      for (String page : pages) {
        assertThat(text(server.port(), page)).as(page).contains("Bo").doesNotContain("Anneliese");
      }
    }
  }

  private static String style() {
    Matcher link =
        Pattern.compile("href=\"(/studio/[^\"]+[.]css)\"")
            .matcher(text(TestApplication.application().port(), "/"));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static String text(int port, String page) {
    return new String(RawSocket.get(port, page).body(), StandardCharsets.UTF_8);
  }

  private static HttpServer server(boolean studio, RateSettings rates) {
    return server(TestApplication.application().templates(), studio, rates);
  }

  private static HttpServer server(TemplateLibrary templates, boolean studio, RateSettings rates) {
    return new HttpServer(
            templates,
            TestApplication.application().images(),
            new HttpSettings(
                "127.0.0.1",
                0,
                16_384,
                false,
                1 << 20,
                ConnectionLimits.DEFAULT,
                TrustedProxies.NONE,
                rates,
                MonitoringSettings.DEFAULT,
                studio),
            () -> new byte[] {1})
        .start();
  }
}
