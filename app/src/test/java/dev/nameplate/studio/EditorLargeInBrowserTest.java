package dev.nameplate.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.RequiresTools;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Drafts as large as they may be, which stay usable and say what stands in the way. */
@RequiresTools({"chromium", "chromedriver"})
final class EditorLargeInBrowserTest {
  private static final Optional<EditorBench> BENCH = EditorBench.shared();

  private static String layers(int count, String more) {
    return IntStream.range(0, count)
        .mapToObj(
            at ->
                "{\"type\": \"shape\", \"shape\": \"rect\", \"box\": [%d, %d, 20, 12], \"fill\":"
                        .formatted(at % 25 * 24, at / 25 * 16)
                    + " \"#2a6f4e\"}")
        .collect(
            Collectors.joining(
                ",", "{\"width\": 600, \"height\": 340," + more + " \"layers\": [", "]}"));
  }

  @Test
  void fiveHundredLayers_areListed_moved_andSaved_andPublishingSaysWhyNot() {
    BENCH.ifPresent(
        here -> {
          Browser browser = here.browser();
          here.write("many", layers(500, ""));
          assertThat(browser.script("return document.querySelectorAll('.layers li').length"))
              .isEqualTo(500L);
          assertThat(browser.find("#faults").getText()).contains("cannot be drawn yet", "100");
          browser.find(".layers li:first-child button.name").click();
          browser.script("document.getElementById('stage').focus()");
          browser.chord(Keys.ARROW_LEFT, Keys.SHIFT);
          assertThat(here.json().at("/layers/499/box/0").asInt()).isEqualTo(566);
          browser.chord("d", Keys.CONTROL);
          browser.await("nameplate.state.saving.state === 'refused'");
          assertThat(browser.find(".notices").getText()).contains("501 layers", "at most 500");
          browser.chord("z", Keys.CONTROL);
          assertThat(here.saved()).isTrue();
          browser.find("#publish").click();
          browser.await("document.querySelector('dialog .error') !== null");
          assertThat(browser.find("dialog").getText()).contains("$.layers");
          assertThat(browser.complaints()).allMatch(line -> line.matches(".*4(13|22).*"));
        });
  }

  @Test
  void twoMegabytes_areEdited_saved_andOneMoreIsRefused() {
    BENCH.ifPresent(
        here -> {
          Browser browser = here.browser();
          String comment = " \"$comment\": \"" + "x".repeat((2 << 20) - 2_000) + "\",";
          here.write("long", layers(3, comment));
          browser.find(".layers li:first-child button.name").click();
          browser.script("document.getElementById('stage').focus()");
          browser.chord(Keys.ARROW_RIGHT, Keys.SHIFT);
          assertThat(here.saved()).isTrue();
          browser.script(
              "nameplate.set(['$comment'], nameplate.state.doc.$comment + 'x'.repeat(3000))");
          browser.await("nameplate.state.saving.state === 'refused'");
          assertThat(browser.find(".notices").getText()).contains("2097152");
          browser.chord("z", Keys.CONTROL);
          assertThat(here.saved()).isTrue();
          assertThat(browser.complaints()).allMatch(line -> line.matches(".*4(13|22).*"));
        });
  }
}
