package dev.nameplate.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.RequiresTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** No work is lost, nothing is overwritten in silence, and nobody is left out. */
@RequiresTools({"chromium", "chromedriver"})
final class EditorSafetyInBrowserTest {
  private static final Path PICTURES = Path.of("app/docs/pictures");
  private static final boolean UPDATE = Boolean.getBoolean("nameplate.update");

  private static final Optional<EditorBench> BENCH = EditorBench.shared();

  @Test
  void undo_survivesSavingReloadingAndTwoHundredSteps() {
    BENCH.ifPresent(
        here -> {
          here.edit("reload", "welcome");
          String first = here.draft();
          here.click(60, 276);
          for (int step = 0; step < 210; step++) {
            here.browser().script(key(List.of("ArrowLeft", "[", "ArrowUp", "]").get(step % 4)));
          }
          assertThat(here.steps()).isEqualTo(200);
          assertThat(here.saved()).isTrue();
          String last = here.draft();
          here.browser().script("location.reload()");
          here.ready();
          assertThat(here.draft()).isEqualTo(last).isNotEqualTo(first);
          assertThat(here.steps()).isEqualTo(200);
          here.browser()
              .script("for (let i = 0; i < 200; i++) document.getElementById('undo').click()");
          assertThat(here.steps()).isZero();
          here.browser().answer("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
          here.browser()
              .script("for (let i = 0; i < 200; i++) document.getElementById('redo').click()");
          assertThat(here.draft()).isEqualTo(last);
        });
  }

  @Test
  void serverThatIsAway_costsNothing() {
    BENCH.ifPresent(
        here -> {
          here.edit("away", "welcome");
          Browser browser = here.browser();
          browser.script(
              "globalThis.real = fetch; globalThis.fetch = () => Promise.reject(new"
                  + " TypeError('away'))");
          here.click(60, 276);
          browser.press(Keys.ARROW_LEFT);
          browser.await("document.getElementById('saved').dataset.state === 'local'");
          String draft = here.draft();
          browser.script("location.reload()");
          here.ready();
          assertThat(here.draft()).isEqualTo(draft);
          assertThat(here.saved()).isTrue();
          assertThat(browser.find("#saved").getText()).isEqualTo("Saved");
        });
  }

  @Test
  void twoTabs_neverOverwriteInSilence() {
    BENCH.ifPresent(
        here -> {
          here.edit("tabs", "welcome");
          Browser browser = here.browser();
          String one = browser.tab();
          String other = browser.newTab();
          here.open("tabs", false);
          here.click(60, 276);
          browser.chord(Keys.ARROW_UP, Keys.SHIFT);
          assertThat(here.saved()).isTrue();
          String theirs = here.draft();

          browser.switchTo(one);
          here.click(60, 180);
          browser.chord(Keys.ARROW_RIGHT, Keys.SHIFT);
          String mine = here.draft();
          browser.await("document.querySelectorAll('dialog .frame-of img').length === 2");
          assertThat(browser.find("dialog").getText()).contains("$.layers[5].box");
          assertThat(browser.seriousFaults()).isEqualTo(List.of());
          browser.find("#take-theirs").click();
          assertThat(here.draft()).isEqualTo(theirs);
          browser.script("document.getElementById('undo').click()");
          assertThat(here.draft()).as("mine is one step back").isEqualTo(mine);
          assertThat(here.saved()).isTrue();

          browser.switchTo(other);
          browser.chord(Keys.ARROW_UP, Keys.SHIFT);
          String kept = here.draft();
          browser.await("document.getElementById('keep-mine') !== null");
          browser.find("#keep-mine").click();
          assertThat(here.saved()).isTrue();
          assertThat(here.draft()).isEqualTo(kept);
          browser.closeTab();
          browser.switchTo(one);
          // The browser itself remarks that calls were refused.
          assertThat(browser.complaints()).allMatch(line -> line.contains("409"));
        });
  }

  @Test
  void states_haveNoSeriousFault_lightAndDark() {
    BENCH.ifPresent(
        here -> {
          here.blank("empty", "mail-header");
          here.edit("states", "rewards");
          here.visit("/new", false);
          here.browser().await("document.querySelector('#name') !== null");
          judged(here, "new");
          here.open("empty", false);
          judged(here, "empty");
          here.open("states", false);
          for (Map.Entry<String, Runnable> state : states(here).entrySet()) {
            state.getValue().run();
            judged(here, state.getKey());
          }
          assertThat(here.browser().complaints()).isEmpty();
        });
  }

  private static Map<String, Runnable> states(EditorBench here) {
    Browser browser = here.browser();
    Map<String, Runnable> states = new LinkedHashMap<>();
    states.put("one layer", () -> here.click(60, 154));
    states.put("all layers", () -> browser.chord("a", Keys.CONTROL));
    states.put("JSON", () -> browser.find("#tab-json").click());
    states.put(
        "data",
        () -> {
          browser.find("#tab-design").click();
          browser.find("#tab-data").click();
        });
    states.put(
        "help",
        () -> {
          browser.script("document.getElementById('help').click()");
          browser.await("document.querySelector('dialog .help') !== null");
        });
    states.put(
        "typing",
        () -> {
          browser.press(Keys.ESCAPE);
          browser.find("#add-text").click();
          browser.await("document.activeElement.id === 'typing'");
        });
    states.put(
        "review",
        () -> {
          browser.press(Keys.ENTER);
          browser.find("#publish").click();
          browser.await("document.querySelectorAll('dialog .frame-of img').length > 0");
        });
    return states;
  }

  private static void judged(EditorBench here, String state) {
    here.browser().answer("setTimeout(arguments[0], 160)");
    assertThat(here.browser().seriousFaults()).as(state).isEqualTo(List.of());
    assertThat(here.browser().darkContrastFaults()).as("%s, dark", state).isEqualTo(List.of());
  }

  @Test
  void pages_haveTheirPicturesInTheReadme() throws IOException {
    if (UPDATE) {
      BENCH.ifPresent(
          here -> {
            for (boolean dark : List.of(false, true)) {
              here.open("event-ticket", dark);
              here.click(140, 100);
              here.settled();
              here.looked();
              keep(here, "editor-canvas" + (dark ? "-dark" : "") + ".png");
            }
          });
    }
    String readme = Files.readString(Path.of("README.md"));
    for (String name : List.of("editor-canvas.png", "editor-canvas-dark.png")) {
      assertThat(PICTURES.resolve(name)).exists();
      assertThat(readme).contains("app/docs/pictures/" + name);
    }
    assertThat(UPDATE).as("pictures were taken; look at them and run again").isFalse();
  }

  private static void keep(EditorBench here, String name) {
    try {
      Files.write(PICTURES.resolve(name), here.browser().picture());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String key(String key) {
    return "document.getElementById('stage').dispatchEvent(new KeyboardEvent('keydown', {key: '"
        + key
        + "', bubbles: true, cancelable: true}))";
  }
}
