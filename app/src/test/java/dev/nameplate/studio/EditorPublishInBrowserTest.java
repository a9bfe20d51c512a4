package dev.nameplate.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.RequiresTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Publishing as people see it: what changes, what stands in the way, and the way back. */
@RequiresTools({"chromium", "chromedriver"})
final class EditorPublishInBrowserTest {
  private static final Optional<EditorBench> BENCH = EditorBench.shared();

  /** One field, so that few cases are drawn. */
  private static final String SMALL =
      """
      {"width": 300, "height": 120, "alt": "For {{ name }}",
       "fields": {"name": {"kind": "name", "fallback": "you"}},
       "layers": [
         {"type": "shape", "shape": "rect", "box": [200, 20, 60, 60], "fill": "#2a6f4e"},
         {"type": "text", "box": [20, 20, 160, 60], "text": "For {{ name }}", "size": 24,
          "maxLines": 2, "color": "#111111"}
       ]}
      """;

  @Test
  void publish_keepsUndo_showsWhatChanges_andIsTakenBackByOneClick() {
    BENCH.ifPresent(
        here -> {
          Browser browser = here.browser();
          here.write("takes", SMALL);
          String first = here.draft();
          here.publish();
          String one = read(here.file("takes"));
          browser.find(".done .links button").click();
          here.click(230, 50);
          browser.chord(Keys.ARROW_RIGHT, Keys.SHIFT);
          String second = here.draft();
          here.review();
          browser.await("document.querySelectorAll('dialog .frame-of img').length === 2");
          assertThat(browser.find("dialog nav h3").getText()).contains("pictures change");
          assertThat(browser.script("return document.querySelectorAll('dialog nav li').length"))
              .isEqualTo((long) here.state("dialog.result.changes").size());
          browser.press(Keys.ESCAPE);
          browser.await("document.querySelector('dialog') === null");
          here.publish();
          assertThat(read(here.file("takes"))).isNotEqualTo(one);
          assertThat(here.steps()).isEqualTo(1);

          browser.find("#go-back").click();
          browser.await("document.querySelector('dialog') === null");
          browser.await("document.getElementById('said').textContent.includes('Version 1')");
          assertThat(read(here.file("takes"))).isEqualTo(one);
          browser.await("nameplate.state.history.past.length === 2");
          assertThat(here.draft()).as("the canvas shows what is live").isEqualTo(first);
          browser.chord("z", Keys.CONTROL);
          assertThat(here.draft()).isEqualTo(second);
          browser.chord("z", Keys.CONTROL);
          assertThat(here.draft()).as("undo goes past a publication").isEqualTo(first);
          assertThat(here.saved()).isTrue();
          assertThat(browser.complaints()).isEmpty();
        });
  }

  @Test
  void fileBrokenByHand_whileADraftIsOpen_isRepairedByPublishing() {
    BENCH.ifPresent(
        here -> {
          Browser browser = here.browser();
          here.write("mends", SMALL);
          here.publish();
          browser.find(".done .links button").click();
          here.click(230, 50);
          browser.press(Keys.ARROW_RIGHT);
          assertThat(here.saved()).isTrue();
          write(here.file("mends"), "{ broken\n");
          browser.press(Keys.ARROW_RIGHT);
          here.settled();
          assertThat(here.saved()).as("the draft goes on").isTrue();
          String draft = here.draft();

          refuse(here, "mends");
          here.publish();
          assertThat(browser.find("dialog footer .error").getText())
              .as("a disk that refuses")
              .contains("the old template is whole", "free space");
          assertThat(read(here.file("mends"))).isEqualTo("{ broken\n");
          assertThat(here.draft()).isEqualTo(draft);
          allow(here, "mends");
          browser.find("#publish-now").click();
          browser.await("document.querySelector('.done') !== null");
          assertThat(read(here.file("mends"))).startsWith("{\n").endsWith("}\n");
          assertThat(here.get("/i/mends.png?name=Ada").statusCode()).isEqualTo(200);
          assertThat(browser.complaints()).allMatch(line -> line.contains("507"));
        });
  }

  /** A file stands where a folder is needed, so that no version can be written. */
  private static void refuse(EditorBench here, String id) {
    Path versions = here.file(id).resolveSibling("versions");
    move(versions, versions.resolveSibling("kept"));
    write(versions, "");
  }

  private static void allow(EditorBench here, String id) {
    Path versions = here.file(id).resolveSibling("versions");
    try {
      Files.delete(versions);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    move(versions.resolveSibling("kept"), versions);
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void newTemplate_withATakenOrReservedId_isToldWhatToDo() {
    BENCH.ifPresent(
        here -> {
          Browser browser = here.browser();
          here.visit("/new", false);
          browser.find("#name").sendKeys("Welcome");
          browser.find("#begin").click();
          browser.await("document.querySelector('.error .link') !== null");
          assertThat(browser.find(".error").getText()).contains("welcome-2");
          browser.find(".error .link").click();
          assertThat(browser.value("#id")).isEqualTo("welcome-2");
          for (String id : new String[] {"assets", "../welcome", "spring/edit"}) {
            browser.script("document.getElementById('id').select()");
            browser.find("#id").sendKeys(id);
            browser.find("#begin").click();
            browser.await("document.querySelector('.error') !== null");
            assertThat(browser.find(".error").getText()).as(id).isNotBlank();
            assertThat(browser.script("return location.pathname")).isEqualTo("/new");
          }
        });
  }
}
