package dev.nameplate.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.snippet.EmailPlatform;
import dev.nameplate.snippet.SnippetTest;
import dev.nameplate.snippet.client.ClientCode;
import dev.nameplate.snippet.client.ClientLanguage;
import dev.nameplate.snippet.client.ImageCall;
import dev.nameplate.support.RequiresTools;
import dev.nameplate.support.TestApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The studio as people use it. */
@RequiresTools({"chromium", "chromedriver"})
final class StudioInBrowserTest {
  private static final Optional<Browser> BROWSER = Browser.shared();
  private static final Path PICTURES = Path.of("app/docs/pictures");
  private static final boolean UPDATE = Boolean.getBoolean("nameplate.update");
  private static final List<String> PAGES =
      List.of("/", "/t/event-ticket?name=Maria&seat=*|SEAT|*", "/t/event-ticket/sheet");
  private static final int WIDE = 1280;
  private static final int NARROW = 375;

  /** What other tests left in the console is not of these. */
  @BeforeEach
  void forget() {
    Browser.shared().ifPresent(Browser::complaints);
  }

  @Test
  void typing_changesThePicture_andSaysWhatItTook() {
    BROWSER.ifPresent(
        browser -> {
          browser.go("/", WIDE, false);
          browser.find("a[href='/t/welcome']").click();
          browser.awaitPicture("/i/welcome@2x.");
          browser.find("#f-name").sendKeys("Zo\u00eb");
          browser.awaitPicture("name=Zo%C3%AB");
          browser.await("/kB/.test(document.getElementById('facts').textContent)");
          assertThat(browser.find("#why-name").getText()).isEqualTo("Drawn as it is");
          browser.find("#f-name").clear();
          browser.find("#f-name").sendKeys("*|FNAME|*");
          browser.await("/Mailchimp/.test(document.getElementById('why-name').textContent)");
          assertThat(browser.complaints()).isEmpty();
        });
  }

  @Test
  void eachTool_isChosen_copied_andItsMailDrawsTheValues() {
    BROWSER.ifPresent(
        browser -> {
          browser.go("/t/welcome", WIDE, false);
          for (EmailPlatform tool : SnippetTest.senders()) {
            browser.choose("#esp", tool.id());
            browser.await("document.getElementById('for').value === arguments[0]", tool.id());
            browser.find("#copy").click();
            browser.await("/Copied/.test(document.getElementById('snippet-copied').textContent)");
            String tag = browser.value("#t-name");
            assertThat(drawn(browser.copied(), tag)).as(tool.id()).isEqualTo("Zo\u00eb");
          }
          assertThat(browser.complaints()).isEmpty();
        });
  }

  @Test
  void html_isCopied_andAPageOfItShowsAndSaysTheValueInIt(@TempDir Path folder) {
    BROWSER.ifPresent(
        browser -> {
          open(browser, EmailPlatform.HTML);
          assertThat(browser.find("#maps").isDisplayed()).as("it has no tags").isFalse();
          browser.find("#f-name").sendKeys("Ann & \"Bo\"");
          String page = landingPage(folder, copied(browser, "Bo"));
          assertThat(shown(browser, page)).isEqualTo("Ann & \"Bo\"");
        });
  }

  @Test
  void javascript_isCopied_andAPageOfItShowsAndSaysWhatItsAddressHolds(@TempDir Path folder) {
    BROWSER.ifPresent(
        browser -> {
          open(browser, EmailPlatform.JAVASCRIPT);
          browser.find("#t-name").clear();
          browser.find("#t-name").sendKeys("who");
          String page = landingPage(folder, copied(browser, "get('who')"));
          assertThat(shown(browser, page + "?who=Zo%C3%AB+%26+Bo")).isEqualTo("Zo\u00eb & Bo");
          assertThat(shown(browser, page + "?first_name=Ada")).isNull();
        });
  }

  @Test
  void keyboard_isEnough() {
    BROWSER.ifPresent(
        browser -> {
          browser.go("/", WIDE, false);
          browser.press(Keys.TAB);
          assertThat(browser.script("return document.activeElement.className")).isEqualTo("skip");
          browser.go("/t/welcome", WIDE, false);
          browser.awaitPicture("/i/welcome@2x.");
          browser.tabTo("f-name");
          browser.press("Ada");
          browser.awaitPicture("name=Ada");
          browser.tabTo("esp");
          browser.press("Kl");
          browser.await("document.getElementById('for').value === 'klaviyo'");
          browser.tabTo("copy");
          browser.press(Keys.ENTER);
          browser.await("document.getElementById('snippet-copied').textContent !== ''");
          assertThat(browser.complaints()).isEmpty();
        });
  }

  @Test
  void callOfTheApi_isChosen_copied_andIsThatOfWhatIsShown() {
    BROWSER.ifPresent(
        browser -> {
          browser.go("/t/welcome", WIDE, false);
          browser.find("#f-name").sendKeys("O'Neil \"Zo\u00eb\" $1 </pre>");
          browser.choose("[name=_scale]", "3");
          browser.choose("[name=_format]", "png");
          for (ClientLanguage language : ClientLanguage.values()) {
            browser.choose("#language", language.id());
            ImageCall call =
                new ImageCall(
                    "http://localhost:" + TestApplication.application().port(),
                    "welcome",
                    Map.of("name", "O'Neil \"Zo\u00eb\" $1 </pre>"),
                    "png",
                    "3");
            String expected = ClientCode.write(language, call);
            browser.await(
                "document.getElementById('program').textContent.replace(/127\\.0\\.0\\.1/,"
                    + " 'localhost') === arguments[0]",
                expected);
            browser.find("[data-copies=program]").click();
            browser.await("/Copied/.test(document.getElementById('program-copied').textContent)");
            assertThat(browser.copied().replace("127.0.0.1", "localhost"))
                .as(language.title())
                .isEqualTo(expected);
          }
          assertThat(browser.complaints()).isEmpty();
        });
  }

  @Test
  void pastedTable_showsItsWorstRows_inTheOrderOfTheAudit() {
    BROWSER.ifPresent(
        browser -> {
          browser.go("/t/welcome/sheet", WIDE, false);
          browser
              .find("#csv")
              .sendKeys("FNAME,city\nZo\u00eb,Oslo\n*|FNAME|*,Rome\n\"Ada, Countess\",Paris\n");
          browser.find("#show").click();
          browser.await("document.querySelectorAll('#worst figure').length === 3");
          assertThat(browser.find("#status").getText())
              .isEqualTo("The worst 3 of 3 rows. Not used: city.");
          assertThat(browser.find("#worst figure:first-child").getText())
              .contains("Row 3", "name refused");
          assertThat(browser.find("#worst figure:nth-child(2)").getText())
              .contains("Row 2", "name unmerged");
          browser.script("document.querySelectorAll('img').forEach(i => { i.loading = 'eager' })");
          browser.await("[...document.images].every(i => i.complete && i.naturalWidth > 1)");
          assertThat(browser.complaints()).isEmpty();
        });
  }

  @Test
  void pages_haveNoSeriousFault_inAnyLook() {
    BROWSER.ifPresent(
        browser -> {
          for (String page : PAGES) {
            for (int width : List.of(WIDE, NARROW)) {
              for (boolean dark : List.of(false, true)) {
                browser.go(page, width, dark);
                assertThat(browser.seriousFaults())
                    .as("%s, %s px, dark %s", page, width, dark)
                    .isEqualTo(List.of());
                assertThat(browser.script("return document.documentElement.scrollWidth"))
                    .as("%s, %s px: nothing sticks out", page, width)
                    .isEqualTo((long) width);
              }
            }
          }
          assertThat(browser.complaints()).isEmpty();
        });
  }

  @Test
  void pages_haveTheirPicturesInTheReadme() throws IOException {
    if (UPDATE && BROWSER.isPresent()) {
      // So that the page tells how long a picture takes, and not a template's first.
      assertThat(TestApplication.get("/i/event-ticket@2x.png?name=First").statusCode())
          .isEqualTo(200);
      for (int width : List.of(WIDE, NARROW)) {
        for (boolean dark : List.of(false, true)) {
          String look = "-" + width + (dark ? "-dark" : "") + ".png";
          keep(BROWSER.get(), "/", width, dark, "studio-gallery" + look);
          keep(
              BROWSER.get(),
              "/t/event-ticket?name=Maria+Lindqvist&date=2026-09-18&ticket=AX7-2291&seat=*|SEAT|*",
              width,
              dark,
              "studio-template" + look);
        }
      }
    }
    String readme = Files.readString(Path.of("README.md"));
    for (String page : List.of("gallery", "template")) {
      for (String look : List.of("1280", "1280-dark", "375", "375-dark")) {
        String name = "studio-" + page + "-" + look + ".png";
        assertThat(PICTURES.resolve(name)).exists();
        assertThat(readme).contains("app/docs/pictures/" + name);
      }
    }
    assertThat(UPDATE).as("pictures were taken; look at them and run again").isFalse();
  }

  @Test
  void bytes_followWhileTheyAreCounted_andTheSnippetWithThem() {
    BROWSER.ifPresent(
        browser -> {
          browser.go("/t/welcome", WIDE, false);
          browser.await("document.querySelector('#formats .chosen a') !== null");
          String ending =
              browser
                  .script(
                      "return document.querySelector('#formats .chosen"
                          + " a').pathname.split('.').pop()")
                  .toString();
          browser.await(
              "document.getElementById('snippet').textContent.includes(arguments[0])",
              "/i/welcome@2x." + ending);
          browser.choose("[name=_format]", "png");
          browser.await(
              "document.getElementById('snippet').textContent.includes('/i/welcome@2x.png')");
          browser.choose("[name=_format]", "");
          browser.awaitPicture("/i/welcome@2x." + ending);
          assertThat(browser.complaints()).isEmpty();
        });
  }

  private static void keep(Browser browser, String page, int width, boolean dark, String name)
      throws IOException {
    browser.go(page, width, dark);
    browser.script("document.querySelectorAll('img').forEach(i => { i.loading = 'eager' })");
    browser.await("[...document.images].every(i => i.complete && i.naturalWidth > 1)");
    if (!page.equals("/")) {
      browser.await("document.querySelector('#formats .chosen') !== null");
      browser.awaitPicture("Lindqvist");
    }
    Files.write(PICTURES.resolve(name), browser.picture());
  }

  private static void open(Browser browser, EmailPlatform tool) {
    browser.go("/t/welcome", WIDE, false);
    browser.choose("#esp", tool.id());
    browser.await("document.getElementById('for').value === arguments[0]", tool.id());
  }

  /** What the page copies once something stands in its snippet. */
  private static String copied(Browser browser, String part) {
    browser.await("document.getElementById('snippet').textContent.includes(arguments[0])", part);
    browser.find("#copy").click();
    browser.await("/Copied/.test(document.getElementById('snippet-copied').textContent)");
    assertThat(browser.complaints()).isEmpty();
    return browser.copied();
  }

  private static String landingPage(Path folder, String snippet) {
    try {
      Path page = folder.resolve("page.html");
      Files.writeString(page, "<!doctype html><meta charset=\"utf-8\"><title>Hi</title>" + snippet);
      return page.toUri().toString();
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  /** The name in the picture that a page shows, of which its alternative text tells as well. */
  private static String shown(Browser browser, String page) {
    browser.visit(page);
    browser.await("[...document.images].every(i => i.complete && i.naturalWidth === 1200)");
    String src = String.valueOf(browser.script("return document.images[0].src"));
    JsonNode told = explanation(src.replaceFirst("https?://[^/]+", ""));
    assertThat(browser.script("return document.images[0].alt"))
        .isEqualTo(told.path("alt").asText());
    assertThat(browser.complaints()).isEmpty();
    return told.at("/fields/name/value").textValue();
  }

  /** The name that a mail made of a snippet draws. */
  private static String drawn(String snippet, String tag) {
    Map<String, String> recipient = new HashMap<>();
    recipient.put(tag, "Zo\u00eb");
    String mail = new Mail(recipient).sent(snippet);
    Matcher src = Pattern.compile("src=\"https?://[^/]+(/[^\"]+)\"").matcher(mail);
    assertThat(src.find()).isTrue();
    String target = src.group(1).replace("\u00eb", "%C3%AB");
    return explanation(target).at("/fields/name/value").asText();
  }

  private static JsonNode explanation(String target) {
    try {
      return new ObjectMapper()
          .readTree(TestApplication.get(target.replaceFirst("@2x\\.(png|jpg)", ".json")).body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
