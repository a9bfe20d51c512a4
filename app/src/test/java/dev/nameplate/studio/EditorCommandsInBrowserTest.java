package dev.nameplate.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.RequiresTools;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Every way to change a draft, each with undo and redo behind it. */
@RequiresTools({"chromium", "chromedriver"})
final class EditorCommandsInBrowserTest {
  private static final Optional<EditorBench> BENCH = EditorBench.shared();

  @Test
  void controls_ofEveryKind_areUndoneAndDoneAgainExactly() {
    BENCH.ifPresent(
        here -> {
          here.blank("controls", "mail-header");
          for (String kind : List.of("text", "image", "rect", "line", "qr")) {
            here.browser().script("document.activeElement.blur()");
            here.browser().press(kind.substring(0, 1));
            if (kind.equals("text")) {
              here.browser().press(Keys.ESCAPE);
            }
            useControls(here, kind, kind.equals("image") ? 8 : 12);
          }
          for (String kind : List.of("barcode", "progress", "stars", "countdown", "stack")) {
            here.browser().find("#add-more > summary").click();
            int at = List.of("barcode", "progress", "stars", "countdown", "stack").indexOf(kind);
            here.browser().find("#add-more button:nth-child(" + (at + 1) + ")").click();
            useControls(here, kind, 8);
          }
          here.browser().press(Keys.ESCAPE);
          here.browser().script("document.getElementById('stage').focus()");
          here.browser().press(Keys.ESCAPE);
          useControls(here, "picture", 10);
          assertThat(here.browser().complaints()).allMatch(line -> line.contains("422"));
        });
  }

  private static void useControls(EditorBench here, String kind, int least) {
    here.settled();
    Map<?, ?> told = (Map<?, ?>) here.browser().answer(controls());
    assertThat((List<?>) told.get("wrong")).as(kind).isEmpty();
    assertThat((List<?>) told.get("changed")).as(kind).hasSizeGreaterThanOrEqualTo(least);
  }

  @Test
  void drags_moveResizeTurnAndDuplicate() {
    BENCH.ifPresent(
        here -> {
          here.edit("drags", "welcome");
          here.click(60, 276);
          here.click(120, 280);
          assertThat(selected(here)).as("a second press goes deeper").isEqualTo("[4]");
          changes(here, "move", () -> here.drag(50, 276, 50, 216));
          changes(here, "size", () -> here.drag(216, 296, 260, 310));
          changes(here, "turn", () -> here.drag(128, 226, 200, 250));
          changes(here, "duplicate", () -> here.drag(50, 276, 90, 216, Keys.ALT));
          here.browser().press(Keys.ESCAPE);
          int[] corner = here.at(0, 0);
          int[] end = here.at(300, 200);
          here.browser().drag(corner[0] - 20, corner[1] - 20, end[0], end[1]);
          assertThat(selected(here)).as("a marquee over texts").isEqualTo("[1,2,3]");
          changes(here, "move together", () -> here.drag(80, 44, 100, 44));
          for (String key : List.of("h", "w")) {
            changes(here, "align " + key, () -> here.browser().chord(key, Keys.ALT));
          }
          assertThat(here.browser().complaints()).isEmpty();
        });
  }

  @Test
  void snapping_holdsAnEdge_andAKeySwitchesItOff() {
    BENCH.ifPresent(
        here -> {
          here.edit("snapping", "welcome");
          here.click(60, 180);
          here.drag(60, 180, 64, 240);
          assertThat(here.json().at("/layers/3/box/0").asInt())
              .as("the others' edge")
              .isEqualTo(40);
          here.drag(60, 240, 64, 240, Keys.CONTROL);
          assertThat(here.json().at("/layers/3/box/0").asInt()).isEqualTo(44);
          here.drag(60, 240, 700, 240);
          assertThat(here.json().at("/layers/3/box/0").asInt())
              .as("no layer leaves the picture")
              .isEqualTo(280);
        });
  }

  @Test
  void keys_moveDuplicateGroupOrderAndDelete() {
    BENCH.ifPresent(
        here -> {
          here.edit("keys", "welcome");
          Browser browser = here.browser();
          here.click(60, 276);
          changes(here, "left", () -> browser.press(Keys.ARROW_LEFT));
          changes(here, "ten up", () -> browser.chord(Keys.ARROW_UP, Keys.SHIFT));
          changes(here, "duplicate", () -> browser.chord("d", Keys.CONTROL));
          changes(here, "group", () -> browser.chord("g", Keys.CONTROL));
          changes(here, "back", () -> browser.press("["));
          changes(here, "to the back", () -> browser.chord("[", Keys.SHIFT));
          changes(here, "delete", () -> browser.press(Keys.DELETE));
          browser.chord("g", Keys.CONTROL);
          here.settled();
          changes(here, "ungroup", () -> browser.chord("g", Keys.CONTROL, Keys.SHIFT));
          changes(here, "cut", () -> browser.chord("x", Keys.CONTROL));
          browser.chord("c", Keys.CONTROL);
          changes(here, "paste", () -> browser.chord("v", Keys.CONTROL));
          browser.press(Keys.ESCAPE);
          browser.press(Keys.TAB);
          assertThat(selected(here)).isEqualTo("[0]");
          browser.chord(Keys.TAB, Keys.SHIFT);
          browser.press("?");
          browser.await("document.querySelector('dialog .help') !== null");
          browser.press(Keys.ESCAPE);
          browser.await("document.querySelector('dialog') === null");
          assertThat(browser.complaints()).isEmpty();
        });
  }

  @Test
  void list_orders_nests_hides_locks_andRenames() {
    BENCH.ifPresent(
        here -> {
          here.edit("list", "rewards");
          Browser browser = here.browser();
          browser.find(".layers > ul > li:first-child button.name").click();
          changes(here, "down", () -> browser.chord(Keys.ARROW_DOWN, Keys.ALT));
          changes(here, "into a stack", () -> browser.chord(Keys.ARROW_RIGHT, Keys.ALT));
          changes(
              here,
              "rename",
              () -> {
                browser.press(Keys.F2);
                browser.await("document.activeElement.matches('.rename')");
                browser.press("Right side");
                browser.press(Keys.ENTER);
              });
          String before = here.draft();
          browser.find(".layers li.chosen .mini:nth-child(2)").click();
          browser.await("document.querySelector('.notices').textContent.includes('hidden here')");
          browser.find(".layers li.chosen .mini").click();
          assertThat(here.draft())
              .as("hiding and locking are not part of the file")
              .isEqualTo(before);
          here.edit("sorting", "welcome");
          int[] rows = rows(here);
          changes(here, "by mouse", () -> browser.drag(rows[0], rows[1], rows[0], rows[2] + 12));
          assertThat(browser.complaints()).isEmpty();
        });
  }

  @Test
  void json_goesBothWays_andHasItsFaultAtItsLine() {
    BENCH.ifPresent(
        here -> {
          here.edit("json", "welcome");
          Browser browser = here.browser();
          browser.find("#tab-json").click();
          browser.await("document.getElementById('json')?.value.includes('ALDER TRAILS')");
          changes(
              here, "a value", () -> type(here, "t => t.replace('ALDER TRAILS', 'OAK TRAILS')"));
          browser.find("#undo").click();
          browser.await("document.getElementById('json')?.value.includes('ALDER TRAILS')");
          type(here, "t => t.replace('\"width\": 600,', '\"width\": 600')");
          browser.await("document.querySelector('.json .faults').textContent.includes('Line 5')");
          type(here, "t => t.replace('\"width\": 600', '\"width\": 600,')");
          type(here, "t => t.replace('\"size\": 13', '\"size\": 1')");
          browser.await("/Line \\d+/.test(document.querySelector('.json .faults').textContent)");
          assertThat(browser.find(".json .faults").getText()).contains("$.layers[1].size");
        });
  }

  private static void type(EditorBench here, String change) {
    here.browser()
        .script(
            "const area = document.getElementById('json'); area.value = ("
                + change
                + ")(area.value); area.dispatchEvent(new Event('input', {bubbles: true}))");
  }

  /** Does something that is one step, and takes it back and forth. */
  private static void changes(EditorBench here, String name, Runnable act) {
    String before = here.draft();
    long steps = here.steps();
    act.run();
    String after = here.draft();
    assertThat(after).as(name).isNotEqualTo(before);
    assertThat(here.steps()).as("%s is one step", name).isEqualTo(steps + 1);
    here.browser().script("document.getElementById('undo').click()");
    assertThat(here.draft()).as("%s, undone", name).isEqualTo(before);
    here.browser().answer("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
    here.browser().script("document.getElementById('redo').click()");
    assertThat(here.draft()).as("%s, done again", name).isEqualTo(after);
    here.browser().answer("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
    here.browser().script("document.getElementById('undo').click()");
    here.settled();
  }

  /** The places of the selected layers in the file. */
  private static String selected(EditorBench here) {
    return String.valueOf(
        here.browser()
            .script(
                "return JSON.stringify(nameplate.state.selection.map(id =>"
                    + " nameplate.state.doc.layers.findIndex(l =>"
                    + " l[Object.getOwnPropertySymbols(l)[0]] === id)).sort())"));
  }

  /** The middle of the list, and of its first and last row. */
  private static int[] rows(EditorBench here) {
    List<?> found =
        (List<?>)
            here.browser()
                .script(
                    "return [...document.querySelectorAll('.layers > ul > li > .row')].map(r =>"
                        + " Math.round(r.getBoundingClientRect().y + 16))");
    return new int[] {100, ((Number) found.get(0)).intValue(), ((Number) found.get(1)).intValue()};
  }

  private static String controls() {
    try (InputStream in = EditorCommandsInBrowserTest.class.getResourceAsStream("controls.js")) {
      return new String(
          Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
