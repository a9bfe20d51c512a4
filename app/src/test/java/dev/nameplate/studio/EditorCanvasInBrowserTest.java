package dev.nameplate.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.support.RequiresTools;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** How the picture is looked at, and what dragged layers hold on to. */
@RequiresTools({"chromium", "chromedriver"})
final class EditorCanvasInBrowserTest {
  private static final Optional<EditorBench> BENCH = EditorBench.shared();

  /** Four boxes in a row, the last out of it, and two texts of different size. */
  private static final String ROW =
      """
      {"width": 600, "height": 400, "layers": [
        {"type": "shape", "shape": "rect", "box": [20, 20, 60, 60], "fill": "#2a6f4e"},
        {"type": "shape", "shape": "rect", "box": [100, 20, 80, 60], "fill": "#2a6f4e"},
        {"type": "shape", "shape": "rect", "box": [217, 27, 50, 50], "fill": "#8a3b12"},
        {"type": "text", "box": [20, 200, 200, 80], "text": "Large", "size": 60, "color": "#111"},
        {"type": "text", "box": [300, 240, 120, 30], "text": "Small", "size": 18, "color": "#111"}
      ]}
      """;

  private static double zoom(EditorBench here) {
    return here.state("view").path("zoom").asDouble();
  }

  @Test
  void wheelAndFingers_moveTheView_andZoomWhereTheyAre() {
    BENCH.ifPresent(
        here -> {
          here.edit("looks", "welcome");
          Browser browser = here.browser();
          JsonNode fits = here.state("view");
          int[] place = here.at(200, 100);
          browser.wheel(place[0], place[1], 0, 60, false);
          browser.await("nameplate.state.view.y === " + (fits.path("y").asDouble() - 60));
          browser.wheel(place[0], place[1], 30, 0, false);
          browser.await("nameplate.state.view.x === " + (fits.path("x").asDouble() - 30));
          browser.press("0");
          browser.await("nameplate.state.fits");

          double fitting = zoom(here);
          browser.wheel(place[0], place[1], 0, -120, true);
          browser.await("nameplate.state.view.zoom > " + fitting * 1.3);
          here.settled();
          assertThat(here.at(200, 100))
              .as("what is under the pointer stays there")
              .isEqualTo(place);
          assertThat(here.state("shown.scale").asDouble())
              .as("the picture is sharp at its size")
              .isGreaterThanOrEqualTo(zoom(here) - 0.01);

          double before = zoom(here);
          browser.pinch(place[0], place[1], 60, 30);
          browser.await("nameplate.state.view.zoom < " + before * 0.6);
          int[] there = here.at(200, 100);
          assertThat(there[0]).isCloseTo(place[0], within(2));
          assertThat(there[1]).isCloseTo(place[1], within(2));
          assertThat(here.steps()).as("looking changes nothing").isZero();
          assertThat(here.state("selection")).isEmpty();
          assertThat(browser.complaints()).isEmpty();
        });
  }

  @Test
  void spaceAndKeys_moveTheView_andFitIt() {
    BENCH.ifPresent(
        here -> {
          here.edit("pans", "welcome");
          Browser browser = here.browser();
          JsonNode fits = here.state("view");
          browser.script("document.getElementById('stage').focus()");
          browser.holdSpace(true);
          here.drag(60, 276, 160, 236);
          browser.holdSpace(false);
          JsonNode moved = here.state("view");
          assertThat(moved.path("x").asDouble() - fits.path("x").asDouble())
              .isCloseTo(100 * zoom(here), within(2.0));
          assertThat(here.steps()).isZero();
          browser.press("1");
          browser.await("nameplate.state.view.zoom === 1");
          browser.press("+");
          browser.await("nameplate.state.view.zoom === 1.5");
          browser.press("-", "-");
          browser.await("nameplate.state.view.zoom < 1");
          browser.press("0");
          browser.await("nameplate.state.fits");
          assertThat(here.state("view")).isEqualTo(fits);
        });
  }

  @Test
  void snapping_holdsEqualGaps_centers_andBaselines_withGuides() {
    BENCH.ifPresent(
        here -> {
          here.write("row", ROW);
          int[] from = here.at(240, 50);
          int[] to = here.at(226, 50);
          here.browser()
              .whileDragging(
                  from[0],
                  from[1],
                  to[0],
                  to[1],
                  () -> {
                    here.drawn();
                    assertThat(here.browser().find(".gap span").getText()).isEqualTo("20");
                    assertThat(here.browser().find(".guide.center").getRect().getWidth())
                        .isGreaterThan(100);
                    assertThat(here.browser().find(".still canvas, .still img").isDisplayed())
                        .as("a still copy goes with the pointer")
                        .isTrue();
                  });
          assertThat(here.json().at("/layers/2/box").toString())
              .as("as far as the two before, on their middle")
              .isEqualTo("[200,25,50,50]");

          here.click(360, 255);
          int[] low = here.at(360, 255);
          double line = baseline(here, 3) - baseline(here, 4);
          int[] near = here.at(360, 255 + line + 3);
          here.browser()
              .whileDragging(
                  low[0],
                  low[1],
                  near[0],
                  near[1],
                  () -> {
                    here.drawn();
                    assertThat(here.browser().find(".guide.baseline").getRect().getWidth())
                        .isGreaterThan(100);
                  });
          here.settled();
          assertThat(baseline(here, 4)).isCloseTo(baseline(here, 3), within(0.01));
          assertThat(here.browser().complaints()).isEmpty();
        });
  }

  private static double baseline(EditorBench here, int layer) {
    return here.state("boxes && [...nameplate.state.boxes.values()].map(b => b.text?.lines)")
        .get(layer)
        .get(0)
        .path("baseline")
        .asDouble();
  }

  @Test
  void whatIsCopied_isPastedIntoAnotherTemplate_withItsFields() {
    BENCH.ifPresent(
        here -> {
          here.edit("from-here", "welcome");
          Browser browser = here.browser();
          here.click(60, 154);
          JsonNode layer = here.json().at("/layers/2");
          browser.chord("c", Keys.CONTROL);
          here.blank("to-there", "mail-header");
          browser.script("document.getElementById('stage').focus()");
          browser.chord("v", Keys.CONTROL);
          here.settled();
          assertThat(here.json().at("/layers/0")).isEqualTo(layer);
          assertThat(here.json().path("fields").has("name")).isTrue();
          browser.chord("v", Keys.CONTROL);
          here.settled();
          assertThat(here.json().at("/layers/1/box/0").asInt())
              .as("not right on top of the first")
              .isEqualTo(layer.at("/box/0").asInt() + 16);
          assertThat(here.steps()).isEqualTo(2);
          assertThat(browser.complaints()).isEmpty();
        });
  }
}
