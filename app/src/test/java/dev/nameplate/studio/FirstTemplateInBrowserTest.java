package dev.nameplate.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.support.RequiresTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A first template is made in the editor as the page about it says, and the page shows it. */
@RequiresTools({"chromium", "chromedriver"})
final class FirstTemplateInBrowserTest {
  private static final boolean UPDATE = Boolean.getBoolean("nameplate.update");
  private static final Path PAGE = Path.of("app/docs/first-template/README.md");
  private static final Path PICTURES = Path.of("app/docs/first-template/editor");
  private static final List<String> NAMES = List.of("new", "words", "cases", "data", "publish");

  @Test
  void template_isMadeFromNothing_andPublished() throws IOException {
    EditorBench.shared().ifPresent(FirstTemplateInBrowserTest::made);
    String page = Files.readString(PAGE);
    for (String name : NAMES) {
      assertThat(PICTURES.resolve(name + ".png")).exists();
      assertThat(page).contains("(editor/" + name + ".png)");
    }
    assertThat(UPDATE).as("pictures were taken; look at them and run again").isFalse();
  }

  private static void made(EditorBench here) {
    Browser browser = here.browser();
    here.visit("/new", false);
    browser.find("#name").sendKeys("Spring sale");
    browser.await("[...document.images].every(each => each.complete)");
    keep(here, "new");
    browser.find("#begin").click();
    browser.await("location.pathname === '/t/spring-sale/edit'");
    here.ready();

    browser.find("#add-text").click();
    browser.await("document.activeElement.id === 'typing'");
    browser.press("Spring is here");
    browser.press(Keys.ENTER);
    write(here, "#size", "64");
    write(here, ".color .hex", "#1f3d2b");
    keep(here, "words");

    browser.find("#tab-data").click();
    browser.find("#new-field").sendKeys("name");
    browser.find("form.adder button").click();
    write(here, "#wording", "Spring is here, {{ name }}");
    browser.find("#add-wording").click();
    write(here, "#wording-2", "Spring is here");
    browser.await("document.querySelector('[data-case=Missing]') !== null");
    // Cards change their places when the checks' answers come.
    stripped(here);
    browser.find("[data-case='Missing']").click();
    stripped(here);
    keep(here, "cases");

    write(here, "#value-name", "Maria");
    browser.find("#sample-name").sendKeys("Maria");
    browser.find("#keep-sample").click();
    stripped(here);
    keep(here, "data");
    assertThat(here.saved()).isTrue();

    here.review();
    browser.await("document.querySelectorAll('dialog .frame-of img').length > 0");
    browser.await("document.querySelector('dialog .wait') === null");
    keep(here, "publish");
    browser.press(Keys.ESCAPE);
    here.publish();
    JsonNode text = here.getJson("/i/spring-sale.json?name=Maria");
    assertThat(text.toString()).contains("“Spring is here, {name}”", "\"value\":\"Maria\"");
    assertThat(here.file("spring-sale").resolveSibling("samples.json")).exists();
    browser.press(Keys.ESCAPE);
    assertThat(browser.complaints()).isEmpty();
  }

  private static void write(EditorBench here, String css, String text) {
    here.browser().find(css).click();
    here.browser().chord("a", Keys.CONTROL);
    here.browser().press(text);
    here.settled();
  }

  /** Waits until the strip and the check show the newest draft. */
  private static void stripped(EditorBench here) {
    here.browser()
        .answer(
            "const done = arguments[0];"
                + "nameplate.stripped().then(() => requestAnimationFrame(() => done()))");
  }

  private static void keep(EditorBench here, String name) {
    if (!UPDATE) {
      return;
    }
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".png"), here.browser().picture());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
