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
  private static final Path LOOKED_AT = Path.of("app/target/pictures");
  private static final boolean UPDATE = Boolean.getBoolean("nameplate.update");

  /** Keys of which each changes another thing than the one before. */
  private static final String THIRTY_KEYS =
      "for (let step = 0; step < 30; step++) document.getElementById('stage').dispatchEvent(new"
          + " KeyboardEvent('keydown', {key: ['ArrowLeft', '[', 'ArrowUp', ']'][step % 4],"
          + " bubbles: true, cancelable: true}))";

  private static final Optional<EditorBench> BENCH = EditorBench.shared();

  @Test
  void undo_survivesSavingReloadingAndTwoHundredSteps() {
    BENCH.ifPresent(
        here -> {
          here.edit("reload", "welcome");
          String first = here.draft();
          here.click(60, 276);
          for (int round = 0; round < 7; round++) {
            here.browser().script(THIRTY_KEYS);
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
          // The browser itself remarks that the list was refused, and what the strip gave up.
          assertThat(here.browser().complaints())
              .allMatch(line -> line.matches(".*(/worst|409).*"));
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
    states.put("files", () -> browser.find("#tab-files").click());
    states.put(
        "edge cases",
        () -> {
          browser.find("#choose-cases summary").click();
          here.looked();
        });
    states.put(
        "a list",
        () -> {
          browser.find("#choose-cases summary").click();
          browser.find("#list-paste").click();
          browser.find("#list-text");
        });
    states.put(
        "a faulty list",
        () -> {
          browser.find("#list-text").sendKeys("nothing of it\n1\n");
          browser.find("#list-send").click();
          browser.await("document.querySelector('dialog .error') !== null");
        });
    states.put(
        "share",
        () -> {
          browser.press(Keys.ESCAPE);
          browser.find("#share").click();
          browser.find("#share-make");
        });
    states.put("after dialogs", () -> browser.press(Keys.ESCAPE));
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
      Files.createDirectories(LOOKED_AT);
      BENCH.ifPresent(
          here -> {
            here.blank("first", "mail-header");
            for (boolean dark : List.of(false, true)) {
              take(here, dark);
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

  /** Takes the pictures of the readme, and those that are only looked at. */
  private static void take(EditorBench here, boolean dark) {
    String look = dark ? "-dark.png" : ".png";
    here.open("event-ticket", dark);
    here.click(140, 100);
    here.settled();
    here.looked();
    stripped(here);
    keep(here, PICTURES.resolve("editor-canvas" + look));
    for (String side : List.of("data", "files")) {
      here.browser().find("#tab-" + side).click();
      here.browser().await("[...document.images].every(each => each.complete)");
      keep(here, LOOKED_AT.resolve(side + look));
    }
    for (String dialog : List.of("list-paste", "preview", "share")) {
      here.browser().find("#" + dialog).click();
      here.browser().await("document.querySelector('dialog[open]') !== null");
      here.browser().await("[...document.images].every(each => each.complete)");
      here.browser().answer("setTimeout(arguments[0], 400)");
      keep(here, LOOKED_AT.resolve(dialog + look));
      here.browser().press(Keys.ESCAPE);
    }
    here.open("first", dark);
    keep(here, LOOKED_AT.resolve("empty" + look));
    here.open("welcome", dark);
    here.click(60, 154);
    here.click(60, 44, Keys.SHIFT);
    here.click(60, 180, Keys.SHIFT);
    int[] from = here.at(60, 154);
    int[] to = here.at(63, 170);
    here.browser()
        .whileDragging(
            from[0],
            from[1],
            to[0],
            to[1],
            () -> {
              here.settled();
              keep(here, LOOKED_AT.resolve("several" + look));
            });
    here.settled();
    here.review();
    here.browser().await("document.querySelectorAll('dialog .frame-of img').length > 0");
    here.browser().await("document.querySelector('dialog .wait') === null");
    keep(here, LOOKED_AT.resolve("publish" + look));
    here.browser().press(Keys.ESCAPE);
    here.browser().chord("z", Keys.CONTROL);
    here.saved();
    here.visit("/new", dark);
    here.browser().await("[...document.images].every(each => each.complete)");
    keep(here, LOOKED_AT.resolve("new" + look));
  }

  /** Waits until the check is that of the newest draft. */
  private static void stripped(EditorBench here) {
    here.browser()
        .answer(
            "const done = arguments[0];"
                + "nameplate.stripped().then(() => requestAnimationFrame(() => done()))");
  }

  private static void keep(EditorBench here, Path file) {
    try {
      Files.write(file, here.browser().picture());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
