package dev.nameplate.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The pages of lists in a real browser. */
final class ListsInBrowserTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path folder;

  private Path list(int rows) throws IOException {
    StringBuilder text = new StringBuilder("First Name,City\n");
    for (int row = 0; row < rows; row++) {
      text.append("Ann ").append((char) ('A' + row % 26)).append(",Ulm ").append(row).append('\n');
    }
    return Files.writeString(folder.resolve("people.csv"), text.toString());
  }

  private Application server() {
    return Application.open(
        Settings.read(
            Map.of(
                "NAMEPLATE_HOST",
                "127.0.0.1",
                "PORT",
                "0",
                "NAMEPLATE_WORK",
                folder.resolve("work").toString()),
            Map.of()));
  }

  private static void isSound(Browser browser) {
    assertThat(browser.seriousFaults()).isEqualTo(List.of());
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void list_uploadedByKeyboard_isChecked_started_watched_andDownloaded() throws IOException {
    Optional<Browser> found = Browser.open();
    if (found.isEmpty()) {
      return;
    }
    try (Application server = server();
        Browser browser = found.get()) {
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

  @Test
  void job_cancelled_saysSo() throws IOException {
    Optional<Browser> found = Browser.open();
    if (found.isEmpty()) {
      return;
    }
    try (Application server = server();
        Browser browser = found.get()) {
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
