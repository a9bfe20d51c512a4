package dev.nameplate.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.FontBytes;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.RequiresTools;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Fonts and samples that a person adds, and the panels around them by keyboard and in the dark. */
@RequiresTools({"chromium", "chromedriver"})
final class EditorFilesInBrowserTest {
  private static final Optional<EditorBench> BENCH = EditorBench.shared();
  private static final String TEMPLATE =
      """
      {"title": "With font", "width": 400, "height": 120, "alt": "Hamburg, {{ name }}",
       "background": "#ffffff",
       "fields": {"name": {"kind": "name", "fallback": "you"}},
       "layers": [{"type": "text", "text": "Hamburg, {{ name }}", "size": 40,
                   "box": [20, 20, 360, 80]}]}
      """;

  @Test
  void font_thatIsAdded_isUsed_andPublishedAsItIsShown() {
    BENCH.ifPresent(
        here -> {
          Browser browser = here.browser();
          here.write("with-font", TEMPLATE);
          BufferedImage before = canvas(here);
          browser.find("#tab-files").click();
          give(browser, "acme.ttf", "no font".getBytes(StandardCharsets.UTF_8));
          license(browser, "For Acme alone.");
          browser.await("document.querySelector('dialog .error') !== null");
          assertThat(browser.find("dialog .error").getText()).contains("'acme.ttf' is no font");
          browser.press(Keys.ESCAPE);
          give(browser, "acme.ttf", FontBytes.serif("Acme Slab"));
          browser.find("#font-license");
          assertThat(browser.script("return document.getElementById('font-send').disabled"))
              .isEqualTo(true);
          assertThat(browser.seriousFaults()).isEqualTo(List.of());
          license(browser, "For Acme alone.");
          browser.await("document.querySelector('.faces strong') !== null");
          browser.await("document.querySelector('.scripts li') !== null");
          assertThat(browser.find(".faces").getText()).contains("Acme Slab 400", "Latin: all ");
          assertThat(difference(canvas(here), before)).isZero();

          browser.find("#tab-layers").click();
          browser.find(".layers button.name").click();
          browser.find("#tab-files").click();
          browser.find(".faces button").click();
          here.settled();
          assertThat(here.json().at("/layers/0/font").asText()).isEqualTo("Acme Slab");
          BufferedImage shown = canvas(here);
          assertThat(difference(shown, before)).isGreaterThan(100);
          browser.find(".fonts summary").click();
          browser.await("document.querySelectorAll('.fonts .list canvas').length > 2");
          assertThat(browser.find(".fonts .list button").getText()).contains("Acme Slab");
          browser.find(".fonts summary").click();
          assertThat(browser.seriousFaults()).isEqualTo(List.of());
          assertThat(browser.darkContrastFaults()).isEqualTo(List.of());

          here.publish();
          BufferedImage live =
              Pictures.decode(here.get("/i/with-font@" + scale(shown) + "x.png?name=you").body());
          assertThat(difference(live, shown)).isZero();
          browser.press(Keys.ESCAPE);
          // The browser itself remarks that the file was refused, and what the strip gave up.
          assertThat(browser.complaints()).allMatch(line -> line.matches(".*(/fonts|409).*"));
        });
  }

  @Test
  void font_isAdded_andUsed_byKeyboard() {
    BENCH.ifPresent(
        here -> {
          Browser browser = here.browser();
          here.write("font-by-keys", TEMPLATE);
          here.settled();
          browser.find(".layers button.name").click();
          browser.find("#tab-files").click();
          browser.tabTo("add-font");
          give(browser, "acme.ttf", FontBytes.serif("Acme Slab"));
          browser.await("document.activeElement.id === 'font-license'");
          browser.press(Keys.ESCAPE);
          browser.await("document.querySelector('dialog') === null");
          assertThat(browser.script("return document.activeElement.id")).isEqualTo("add-font");

          give(browser, "acme.ttf", FontBytes.serif("Acme Slab"));
          browser.await("document.activeElement.id === 'font-license'");
          browser.press("For Acme alone.");
          browser.tabTo("license-file");
          browser.tabTo("font-send");
          browser.press(Keys.ENTER);
          browser.await("document.querySelector('.faces strong') !== null");
          assertThat(browser.script("return document.activeElement.id")).isEqualTo("add-font");
          browser.tabToMatch(".faces button");
          browser.press(Keys.ENTER);
          here.settled();
          assertThat(here.json().at("/layers/0/font").asText()).isEqualTo("Acme Slab");
          assertThat(browser.seriousFaults()).isEqualTo(List.of());
        });
  }

  private static String scale(BufferedImage shown) {
    return shown.getWidth() % 400 == 0
        ? "" + shown.getWidth() / 400
        : shown.getWidth() / 400.0 + "";
  }

  private static int difference(BufferedImage one, BufferedImage other) {
    return Pictures.largestDifference(one, other);
  }

  /** The picture on the canvas. */
  private static BufferedImage canvas(EditorBench here) {
    here.settled();
    Object data =
        here.browser()
            .answer(
                "const done = arguments[0], image = document.querySelector('.board img');"
                    + "const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);"
                    + "canvas.getContext('2d').drawImage(image, 0, 0);"
                    + "canvas.convertToBlob().then(blob => blob.arrayBuffer()).then(file =>"
                    + " done(btoa(String.fromCharCode(...new Uint8Array(file)))))");
    return Pictures.decode(Base64.getDecoder().decode(String.valueOf(data)));
  }

  private static void license(Browser browser, String text) {
    browser.find("#font-license").click();
    browser.press(text);
    browser.find("#font-send").click();
  }

  private static void give(Browser browser, String name, byte[] file) {
    browser.find("#add-font");
    browser.script(
        "const bytes = Uint8Array.from(atob(arguments[1]), each => each.charCodeAt(0));"
            + "const files = new DataTransfer(); files.items.add(new File([bytes], arguments[0]));"
            + "const input = document.getElementById('add-font');"
            + "input.files = files.files; input.dispatchEvent(new Event('change'));",
        name,
        Base64.getEncoder().encodeToString(file));
  }

  @Test
  void values_areKeptAsASample_byKeyboard_andPublished() throws IOException {
    if (BENCH.isEmpty()) {
      return;
    }
    EditorBench here = BENCH.get();
    Browser browser = here.browser();
    here.write("with-samples", TEMPLATE);
    browser.find("#tab-data").click();
    browser.tabTo("value-name");
    browser.press("Zoë");
    browser.tabTo("sample-name");
    browser.press("Short");
    browser.tabTo("keep-sample");
    browser.press(Keys.ENTER);
    browser.await("nameplate.state.samples.length === 1");
    assertThat(browser.find(".samples li button").getText()).isEqualTo("Short");
    assertThat(here.saved()).isTrue();
    assertThat(browser.seriousFaults()).isEqualTo(List.of());
    assertThat(browser.darkContrastFaults()).isEqualTo(List.of());

    here.open("with-samples", false);
    assertThat(here.state("samples").toString()).contains("\"values\":{\"name\":\"Zoë\"}");
    browser.find("#tab-data").click();
    browser.find(".datum summary").click();
    browser.find(".datum .settings input").click();
    browser.chord("a", Keys.CONTROL);
    browser.press("first");
    browser.press(Keys.TAB);
    here.settled();
    browser.await("'first' in nameplate.state.samples[0].values");
    assertThat(here.saved()).isTrue();
    here.publish();
    Path samples = here.file("with-samples").resolveSibling("samples.json");
    assertThat(Files.readString(samples)).contains("\"Short\"", "\"first\": \"Zoë\"");
    browser.press(Keys.ESCAPE);
    browser.find(".samples li .tool").click();
    browser.await("nameplate.state.samples.length === 0");
    assertThat(here.saved()).isTrue();
    assertThat(browser.complaints()).isEmpty();
  }
}
