package dev.nameplate.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.support.RequiresTools;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Fields, wordings, conditions, and the data that nobody thinks of, as a person meets them. */
@RequiresTools({"chromium", "chromedriver"})
final class EditorDataInBrowserTest {
  private static final Optional<EditorBench> BENCH = EditorBench.shared();

  @Test
  void coupon_madeByMouse_turnsCasesRedAndGreen() {
    BENCH.ifPresent(
        here -> {
          Browser browser = here.browser();
          here.blank("coupon-by-mouse", "mail-header");
          fields(here);
          stack(here);
          write(here, "#wording", "Hello {{ name }}");
          write(here, "#size", "60");
          assertThat(verdict(here, "60 letters")).isEqualTo("bad");
          assertThat(verdict(here, "All caps")).isEqualTo("bad");
          assertThat(verdict(here, "One letter")).isEqualTo("fine");
          assertThat(row(here, "Hello {{ name }}")).contains("cut");

          browser.find("#add-wording").click();
          write(here, "#wording-2", "Hello");
          assertThat(verdict(here, "60 letters")).isEqualTo("fine");
          assertThat(verdict(here, "All caps")).isEqualTo("fine");
          assertThat(browser.find(".ladder li:nth-child(2) .uses").getText())
              .contains("60 letters", "All caps");

          write(here, ".color .hex", "#fffffe");
          assertThat(verdict(here, "One letter")).isEqualTo("bad");
          browser.find("#undo").click();
          assertThat(verdict(here, "One letter")).isEqualTo("fine");

          browser.find("[data-case='60 letters']").click();
          here.settled();
          assertThat(browser.script("return nameplate.state.sample")).isEqualTo("60 letters");
          second(here);
          assertThat(here.saved()).isTrue();
          assertThat(browser.seriousFaults()).isEqualTo(List.of());
          assertThat(browser.complaints()).isEmpty();
        });
  }

  /** A choice with two options, and a name. */
  private static void fields(EditorBench here) {
    Browser browser = here.browser();
    browser.find("#tab-data").click();
    for (String name : List.of("tier", "name")) {
      browser.find("#new-field").sendKeys(name);
      browser.find("form.adder button").click();
      browser.find("#value-" + name);
    }
    browser.find(".datum summary").click();
    browser.choose("#kind-tier", "choice");
    write(here, "[aria-label='Option 1 of tier']", "VIP");
    browser.press(Keys.TAB);
    here.settled();
    assertThat(here.json().at("/fields/tier/options").toString()).isEqualTo("[\"VIP\",\"Two\"]");
  }

  private static void stack(EditorBench here) {
    Browser browser = here.browser();
    browser.find("#tab-layers").click();
    browser.find("#add-more > summary").click();
    browser.script(
        "[...document.querySelectorAll('#add-more button')].find(each =>"
            + " each.textContent.includes('Stack')).id = 'stack-button'");
    browser.find("#stack-button").click();
    here.settled();
    browser.find(".layers ul ul li:first-child button.name").click();
  }

  /** The other part of the stack: a color by the choice, and shown only for one option. */
  private static void second(EditorBench here) {
    Browser browser = here.browser();
    browser.find(".layers ul ul li:nth-child(2) button.name").click();
    browser.script(
        "[...document.querySelectorAll('aside.right .link')].find(each =>"
            + " each.textContent.includes('By tier')).click()");
    browser.find("#add-condition").click();
    here.settled();
    JsonNode part = here.json().at("/layers/0/children/1");
    assertThat(part.at("/when").asText()).isEqualTo("tier == 'VIP'");
    assertThat(part.at("/color/by").asText()).isEqualTo("tier");
    browser.find("#tab-data").click();
    browser.find(".datum summary").click();
    write(here, "[aria-label='Option 1 of tier']", "Gold");
    browser.press(Keys.TAB);
    here.settled();
    JsonNode renamed = here.json().at("/layers/0/children/1");
    assertThat(renamed.at("/when").asText()).isEqualTo("tier == 'Gold'");
    assertThat(renamed.at("/color").has("Gold")).isTrue();
  }

  @Test
  void list_ofFiveHundredRows_showsItsWorstEight() {
    BENCH.ifPresent(
        here -> {
          Browser browser = here.browser();
          here.edit("pasted", "welcome");
          String list =
              IntStream.range(0, 500)
                  .mapToObj(EditorDataInBrowserTest::person)
                  .collect(Collectors.joining("\n", "First Name,Email\n", "\n"));
          browser.find("#list-paste").click();
          browser.find("#list-text");
          browser.script("document.getElementById('list-text').value = arguments[0]", list);
          browser.find("#list-send").click();
          browser.await(
              "nameplate.state.list?.worst.length === 8 &&"
                  + " document.querySelectorAll('.case-card img').length === 8");
          assertThat(browser.find(".strip h2").getText()).isEqualTo("Worst of 500 rows");
          assertThat(String.valueOf(browser.script("return JSON.stringify(nameplate.state.list)")))
              .contains("*|FNAME|*", "Maximilian");
          browser.find(".case-card").click();
          assertThat(String.valueOf(browser.script("return nameplate.state.sample")))
              .startsWith("Row ");

          browser.find("#list-paste").click();
          browser.find("#list-text");
          browser.script(
              "document.getElementById('list-text').value = 'name\\n' + 'x'.repeat(5_000_000)");
          browser.find("#list-send").click();
          browser.await("document.querySelector('dialog .error') !== null");
          assertThat(browser.find("dialog .error").getText()).contains("5.0 MB", "2 MB");
          browser.press(Keys.ESCAPE);
          browser.find("#list-away").click();
          browser.await("document.querySelector('[data-case=Arabic]') !== null");
          assertThat(browser.complaints()).isEmpty();
        });
  }

  private static String person(int row) {
    String name =
        switch (row % 50) {
          case 7 -> "*|FNAME|*";
          case 19 -> "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren";
          case 31 -> "";
          default -> List.of("Ann", "Łukasz", "Maximilian", "Zoë").get(row % 4);
        };
    return name
        + (name.isEmpty() ? "" : " " + (char) ('A' + row % 26))
        + ",a"
        + row
        + "@example.com";
  }

  @Test
  void picture_thatIsTooLarge_isOfferedSmaller_andBecomesALayer() {
    BENCH.ifPresent(
        here -> {
          Browser browser = here.browser();
          here.blank("with-picture", "mail-header");
          browser.find("#tab-files").click();
          browser.find("#add-files");
          give(browser, "9000, 40", "wide.png");
          browser.await("document.getElementById('shrink') !== null");
          assertThat(browser.find("dialog").getText()).contains("9000 × 40", "PNG or JPEG");
          browser.find("#shrink").click();
          browser.await("nameplate.state.doc.layers.length === 1");
          here.settled();
          assertThat(here.json().at("/layers/0/src").asText()).startsWith("assets/wide.");
          give(browser, "", "logo.svg");
          browser.await("document.getElementById('file-trouble') !== null");
          assertThat(browser.find("#file-trouble").getText()).contains("logo.svg", "script");
          assertThat(browser.seriousFaults()).isEqualTo(List.of());

          browser.find("#share").click();
          browser.find("#share-make").click();
          String link = browser.value("#share-link");
          assertThat(browser.seriousFaults()).isEqualTo(List.of());
          browser.press(Keys.ESCAPE);
          assertThat(browser.complaints()).isEmpty();
          browser.visit(link);
          browser.await("document.querySelectorAll('.looks img').length > 1");
          assertThat(browser.seriousFaults()).isEqualTo(List.of());
          assertThat(browser.complaints()).isEmpty();
        });
  }

  /** Gives a file to the input: a picture of a size, or a text. */
  private static void give(Browser browser, String size, String name) {
    browser.answer(
        "const [size, name, done] = arguments;"
            + "const give = (blob) => { const files = new DataTransfer();"
            + " files.items.add(new File([blob], name, {type: blob.type}));"
            + " const input = document.getElementById('add-files');"
            + " input.files = files.files; input.dispatchEvent(new Event('change')); done(); };"
            + "if (!size) give(new Blob(['<svg/>'], {type: 'image/svg+xml'}));"
            + "else { const canvas = new OffscreenCanvas(...size.split(',').map(Number));"
            + " canvas.getContext('2d').fillRect(0, 0, 99, 99);"
            + " canvas.convertToBlob().then(give); }",
        size,
        name);
  }

  @Test
  void previews_showPhoneDarkMailAndTheAlternativeText() {
    BENCH.ifPresent(
        here -> {
          Browser browser = here.browser();
          here.edit("previews", "welcome");
          browser.find("#preview").click();
          browser.await("document.querySelectorAll('.mails .shown img').length === 2");
          assertThat(browser.find(".mail.off .alt").getText()).contains("Maria");
          assertThat(
                  browser.script(
                      "return document.querySelector('.mail.phone').getBoundingClientRect().width"))
              .isEqualTo(320L);
          assertThat(browser.seriousFaults()).isEqualTo(List.of());
          browser.press(Keys.ESCAPE);
          assertThat(browser.complaints()).isEmpty();
        });
  }

  private static void write(EditorBench here, String css, String text) {
    here.browser().find(css).click();
    here.browser().chord("a", Keys.CONTROL);
    here.browser().press(text);
    here.settled();
  }

  private static String verdict(EditorBench here, String name) {
    // The cases come from the server once it knows of the fields.
    here.browser().find("[data-case='" + name + "']");
    here.looked();
    return String.valueOf(
        here.browser()
            .script(
                "return document.querySelector(`[data-case='${arguments[0]}']`).dataset.verdict",
                name));
  }

  private static String row(EditorBench here, String name) {
    return String.valueOf(
        here.browser()
            .script(
                "return [...document.querySelectorAll('.layers .row')].find(each =>"
                    + " each.textContent.includes(arguments[0]))?.textContent ?? ''",
                name));
  }
}
