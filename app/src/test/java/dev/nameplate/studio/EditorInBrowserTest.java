package dev.nameplate.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BarcodeFormat;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.RequiresTools;
import dev.nameplate.support.Scanner;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** From nothing to a picture that recipients get, as a person goes. */
@RequiresTools({"chromium", "chromedriver"})
final class EditorInBrowserTest {
  private static final int ACCENT = 0xff2a6f4e;

  private static final Optional<EditorBench> BENCH = EditorBench.shared();

  @Test
  void mouse_makesAMailHeaderWithAName_andPublishesIt() {
    BENCH.ifPresent(
        here -> {
          Browser browser = here.browser();
          here.visit("/new", false);
          browser.await("document.querySelector('#name') !== null");
          browser.find("#name").sendKeys("Spring mail");
          browser.find("#begin").click();
          here.ready();

          browser.find("#add-shape > summary").click();
          browser.find("#add-shape button").click();
          here.settled();
          browser.find("aside.right .hex").click();
          browser.chord("a", Keys.CONTROL);
          browser.press("#2a6f4e");
          here.drag(300, 160, 120, 260);

          browser.find("#add-text").click();
          browser.await("document.activeElement.id === 'typing'");
          browser.press("Hello ");
          browser.find(".typing .link:last-child").click();
          browser.press(Keys.ENTER);
          here.drag(300, 160, 200, 60);
          browser.find("#tab-data").click();
          browser.find("#value-name").sendKeys("Maria");
          here.settled();
          assertThat(here.json().at("/layers/1/text").asText()).isEqualTo("Hello {{ name }}");

          here.publish();
          BufferedImage ada = picture(here, "/i/spring-mail.png?name=Ada");
          assertThat(ada.getWidth()).isEqualTo(600);
          assertThat(ada.getRGB(120, 260)).isEqualTo(ACCENT);
          assertThat(here.getJson("/i/spring-mail.json?name=Ada").at("/fields/name/value").asText())
              .isEqualTo("Ada");
          BufferedImage longer = picture(here, "/i/spring-mail.png?name=Maximilian");
          assertThat(Pictures.largestDifference(ada, longer)).isGreaterThan(100);
          assertThat(browser.complaints()).isEmpty();
        });
  }

  @Test
  void mouse_makesATicketWithAQrCode_andPublishesIt() {
    BENCH.ifPresent(
        here -> {
          Browser browser = here.browser();
          here.visit("/new", false);
          browser.find("#name").sendKeys("Day ticket");
          browser.find("input[value='size ticket']").click();
          browser.find("#begin").click();
          here.ready();
          browser.find("#tab-data").click();
          browser.find("#new-field").sendKeys("code", Keys.ENTER);
          browser.find("#value-code").sendKeys("AX7-2291");
          browser.find("#add-qr").click();
          here.settled();
          here.drag(500, 200, 850, 200);
          browser.find("#qr-data").sendKeys(Keys.chord(Keys.CONTROL, "a"), "{{ code }}");
          browser.find("#add-text").click();
          browser.await("document.activeElement.id === 'typing'");
          browser.press("Admits one");
          browser.press(Keys.ENTER);
          here.settled();
          here.drag(500, 200, 260, 120);
          JsonNode layers = here.json().path("layers");
          assertThat(layers.at("/0/box/0").asInt()).isGreaterThan(600);
          assertThat(layers.at("/1/box/1").asInt()).isLessThan(130);

          here.publish();
          byte[] file = here.get("/i/day-ticket.png?code=ZX9-2").body();
          assertThat(Scanner.scan(file, BarcodeFormat.QR_CODE)).contains("ZX9-2");
          assertThat(browser.seriousFaults()).as("published").isEqualTo(List.of());
          assertThat(browser.complaints()).isEmpty();
        });
  }

  @Test
  void keyboardAlone_makesATicketWithAQrCode_andPublishesIt() {
    BENCH.ifPresent(
        here -> {
          Browser browser = here.browser();
          here.visit("/new", false);
          browser.await("document.activeElement.id === 'name'");
          browser.press("Night ticket");
          browser.press(Keys.TAB, Keys.TAB, Keys.TAB);
          browser.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
          browser.press(Keys.ENTER);
          here.ready();
          assertThat(here.json().at("/width").asInt()).isEqualTo(1000);

          browser.press("t");
          browser.await("document.activeElement.id === 'typing'");
          browser.press("Night of the arts");
          browser.press(Keys.ENTER);
          browser.chord(Keys.ARROW_UP, Keys.SHIFT);
          browser.press("q");
          here.settled();
          for (int times = 0; times < 20; times++) {
            browser.chord(Keys.ARROW_RIGHT, Keys.SHIFT);
          }
          browser.tabTo("tab-data");
          browser.press(Keys.ENTER);
          browser.tabTo("new-field");
          browser.press("code");
          browser.press(Keys.ENTER);
          browser.tabTo("value-code");
          browser.press("AX7-2291");
          browser.tabTo("qr-data");
          browser.chord("a", Keys.CONTROL);
          browser.press("{{ code }}");
          here.settled();

          browser.chord(Keys.ENTER, Keys.CONTROL);
          browser.await("document.getElementById('publish-now') !== null");
          while (!browser.find("#publish-now").isEnabled()) {
            browser.press(Keys.TAB);
            if (Boolean.TRUE.equals(
                browser.script(
                    "return document.activeElement.matches('.findings input:not(:checked)')"))) {
              browser.press(Keys.SPACE);
            }
          }
          browser.tabTo("publish-now");
          browser.press(Keys.ENTER);
          browser.await("document.querySelector('.done') !== null");
          byte[] file = here.get("/i/night-ticket.png?code=ZX9-1").body();
          assertThat(Scanner.scan(file, BarcodeFormat.QR_CODE)).contains("ZX9-1");
          assertThat(browser.complaints()).isEmpty();
        });
  }

  @Test
  void page_needsFewBytes_andNothingFromElsewhere() {
    BENCH.ifPresent(
        here -> {
          here.open("welcome", false);
          Object bytes =
              here.browser()
                  .script(
                      "return performance.getEntries().filter(e => e.encodedBodySize &&"
                          + " !/picture|asset/.test(e.name)).reduce((sum, e) => sum +"
                          + " e.encodedBodySize, 0)");
          assertThat(((Number) bytes).intValue()).isBetween(20_000, 250_000);
          assertThat(
                  here.browser()
                      .script(
                          "return performance.getEntriesByType('resource').filter(e => new"
                              + " URL(e.name).host !== location.host &&"
                              + " !e.name.startsWith('blob:')).length"))
              .isEqualTo(0L);
        });
  }

  private static BufferedImage picture(EditorBench here, String target) {
    return Pictures.decode(here.get(target).body());
  }
}
