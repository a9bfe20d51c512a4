package dev.nameplate.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.token.Grant;
import dev.nameplate.access.token.JwtTokens;
import dev.nameplate.access.token.Scope;
import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.PreparedWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The pages of lists in a real browser. */
final class ListsInBrowserTest {
  /** More rows than are drawn before a person has pressed a button. */
  private static final int ROWS = 6000;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path folder;

  /** What other tests left in the console is not of these. */
  @BeforeEach
  void forget() {
    Browser.shared().ifPresent(Browser::complaints);
  }

  private Path list(int rows) throws IOException {
    StringBuilder text = new StringBuilder("First Name,City\n");
    for (int row = 0; row < rows; row++) {
      text.append("Ann ").append((char) ('A' + row % 26)).append(",Ulm ").append(row).append('\n');
    }
    return Files.writeString(folder.resolve("people.csv"), text.toString());
  }

  private Application server(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("NAMEPLATE_HOST", "127.0.0.1");
    settings.put("PORT", "0");
    settings.put("NAMEPLATE_WARM_UP", "0");
    settings.put("NAMEPLATE_WORK", PreparedWork.in(folder).toString());
    for (int at = 0; at < more.length; at += 2) {
      settings.put(more[at], more[at + 1]);
    }
    return Applications.open(Settings.read(settings, Map.of()));
  }

  private static void isSound(Browser browser) {
    assertThat(browser.seriousFaults()).isEqualTo(List.of());
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void list_uploadedByKeyboard_isChecked_started_watched_andDownloaded() throws IOException {
    Optional<Browser> found = Browser.shared();
    if (found.isEmpty()) {
      return;
    }
    Browser browser = found.get();
    try (Application server = server()) {
      int port = server.port();
      browser.go(port, "/t/welcome/batch", 375, true);
      isSound(browser);
      browser.find("#file").sendKeys(list(90).toString());
      browser.tabTo("check");
      browser.press(Keys.ENTER);
      browser.await("document.getElementById('status')?.textContent === 'paused'");
      isSound(browser);
      assertThat(browser.find(".found").getText()).contains("name <- \"First Name\" (column 1)");
      String job = String.valueOf(browser.script("return location.pathname"));
      browser.go(port, job + "/report", 1280, false);
      assertThat(browser.find("h1").getText()).contains("welcome");
      assertThat(browser.script("return getComputedStyle(document.body).maxWidth"))
          .as("the report's own styles, allowed by their digest")
          .isEqualTo("1152px");
      browser.go(port, job, 1280, false);
      browser.tabTo("go");
      browser.press(Keys.ENTER);
      browser.await(
          "document.getElementById('status')?.textContent === 'completed'"
              + " && document.getElementById('read').textContent === '90'");
      isSound(browser);
      browser.go(port, job, 1280, false);
      browser.await("document.getElementById('status')?.textContent === 'completed'");
      String csv =
          String.valueOf(
              browser.script(
                  "const r = new XMLHttpRequest();"
                      + "r.open('GET', document.querySelector('.downloads a').href, false);"
                      + "r.send(); return r.responseText"));
      assertThat(csv.lines()).hasSize(91);
      browser.find("#delete").click();
      browser.await("location.pathname === '/batches'");
      isSound(browser);
    }
  }

  /** Drops a list on the page as a file manager does. */
  private static void drop(Browser browser, String list) {
    browser.script(
        "const held = new DataTransfer();"
            + "held.items.add(new File([arguments[0]], 'people.csv', {type: 'text/csv'}));"
            + "const event = kind => new DragEvent(kind,"
            + " {dataTransfer: held, bubbles: true, cancelable: true});"
            + "const target = document.querySelector('.drop');"
            + "target.dispatchEvent(event('dragover'));"
            + "target.dispatchEvent(event('drop'));",
        list);
  }

  @Test
  void list_dropped_mapped_pausedInTheMiddle_reloaded_cancelled_andDownloaded() throws IOException {
    Optional<Browser> found = Browser.shared();
    if (found.isEmpty()) {
      return;
    }
    StringBuilder list = new StringBuilder("Rufname;\"Ort; x\"\n");
    for (int row = 0; row < ROWS; row++) {
      list.append("Ann ").append(letters(row)).append(";Ulm\n");
    }
    Browser browser = found.get();
    try (Application server = server()) {
      int port = server.port();
      browser.go(port, "/t/welcome/batch", 375, false);
      drop(browser, list.toString());
      browser.await("document.getElementById('file').files.length === 1");
      browser.await("document.querySelectorAll('#headings option').length === 2");
      assertThat(browser.script("return document.querySelectorAll('#headings option')[1].value"))
          .isEqualTo("Ort; x");
      browser.find("summary").click();
      browser.find("[id='map.name']").sendKeys("Rufname");
      browser.find("input[value=files]").click();
      isSound(browser);
      browser.find("#check").click();
      browser.await("document.getElementById('status')?.textContent === 'paused'");
      assertThat(browser.find(".found").getText()).contains("name <- \"Rufname\" (column 1)");
      String job = String.valueOf(browser.script("return location.pathname"));
      browser.find("#go").click();
      browser.await("Number(document.getElementById('read')?.textContent) > 0");
      browser.find("#pause").click();
      browser.await("document.getElementById('status')?.textContent === 'paused'");
      browser.go(port, job, 1280, true);
      long read = Long.parseLong(browser.find("#read").getText());
      assertThat(read).isBetween(1L, ROWS - 1L);
      isSound(browser);
      browser.find("#go").click();
      browser.await("Number(document.getElementById('read')?.textContent) > " + read);
      browser.find("#cancel").click();
      browser.await("document.getElementById('status')?.textContent === 'cancelled'");
      isSound(browser);
      assertThat(
              browser.answer(
                  "const done = arguments[0];fetch([...document.querySelectorAll('.downloads"
                      + " a')].at(-1).href).then(r => r.arrayBuffer()).then(b => done(new"
                      + " Uint8Array(b, 0, 2).join()))"))
          .as("PK: an archive of what was done")
          .isEqualTo("80,75");
    }
  }

  /** A number as letters, since names hold no digits. */
  private static String letters(int number) {
    return (number < 26 ? "" : letters(number / 26 - 1)) + (char) ('a' + number % 26);
  }

  @Test
  void pages_withKeys_areOpenedByASession() throws IOException {
    Optional<Browser> found = Browser.shared();
    if (found.isEmpty()) {
      return;
    }
    String keys = "k1:11111111111111111111111111111111";
    Instant end = Instant.now().plusSeconds(3600);
    Grant grant =
        new Grant(
            "t1",
            "shop",
            Set.of(Scope.BATCHES),
            List.of(),
            end,
            Optional.empty(),
            OptionalLong.empty(),
            false);
    Browser browser = found.get();
    try (Application server = server("NAMEPLATE_KEYS", keys)) {
      int port = server.port();
      browser.go(port, "/t/welcome/batch", 1280, false);
      browser.find("#token").sendKeys(JwtTokens.issue(KeyRing.parse(keys).orElseThrow(), grant));
      browser.press(Keys.ENTER);
      browser.await("location.pathname === '/t/welcome/batch'");
      browser.find("#file").sendKeys(list(92).toString());
      browser.find("#start").click();
      browser.await("document.getElementById('status')?.textContent === 'completed'");
      assertThat(
              browser.answer(
                  "const done = arguments[0]; fetch(document.querySelector('.downloads a').href)"
                      + ".then(r => r.text()).then(t => done(t.trim().split('\\n').length))"))
          .isEqualTo(93L);
      isSound(browser);
    }
  }

  @Test
  void job_cancelled_saysSo() throws IOException {
    Optional<Browser> found = Browser.shared();
    if (found.isEmpty()) {
      return;
    }
    Browser browser = found.get();
    try (Application server = server()) {
      int port = server.port();
      browser.go(port, "/t/welcome/batch", 1280, false);
      browser.find("#file").sendKeys(list(91).toString());
      browser.find("#check").click();
      browser.await("document.getElementById('status')?.textContent === 'paused'");
      browser.find("#cancel").click();
      browser.await("document.getElementById('status')?.textContent === 'cancelled'");
      isSound(browser);
      browser.find("#delete").click();
      browser.await("location.pathname === '/batches'");
    }
  }
}
