package dev.nameplate.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.token.Grant;
import dev.nameplate.access.token.JwtTokens;
import dev.nameplate.access.token.Scope;
import dev.nameplate.support.RequiresTools;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A session that ends costs nothing, and a folder that git owns is not written to. */
@RequiresTools({"chromium", "chromedriver"})
final class EditorSessionInBrowserTest {
  private static final String KEYS = "k1:22222222222222222222222222222222";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private static String token() {
    return JwtTokens.issue(
        KeyRing.parse(KEYS).orElseThrow(),
        new Grant(
            "t1",
            "shop",
            Set.of(Scope.TEMPLATES_WRITE),
            List.of(),
            Instant.now().plusSeconds(3600),
            Optional.empty(),
            OptionalLong.empty(),
            false));
  }

  @Test
  void sessionThatEnds_costsNoKeystroke_andGitKeepsItsFolder() throws IOException {
    Optional<Browser> found = Browser.shared();
    if (found.isEmpty()) {
      return;
    }
    Browser browser = found.get();
    try (EditorBench here =
        EditorBench.open(
            browser,
            Map.of("NAMEPLATE_KEYS", KEYS, "NAMEPLATE_EDITOR_READ_ONLY", "on"),
            "welcome")) {
      here.visit("/t/welcome/edit", false);
      browser.find("input[name=token]").sendKeys(token());
      browser.press(Keys.ENTER);
      here.ready();
      typeOnThroughTheEnd(here);
      takeTheFiles(here);
      browser.forgetCookies();
    }
  }

  private static void typeOnThroughTheEnd(EditorBench here) {
    Browser browser = here.browser();
    here.click(60, 44);
    browser.find("#wording").click();
    browser.chord("a", Keys.CONTROL);
    browser.press("Good ");
    browser.forgetCookies();
    for (String letter : "morning, ".split("")) {
      browser.press(letter);
    }
    browser.await("document.getElementById('sign-in') !== null");
    browser.press("all of you");
    assertThat(browser.value("#wording")).isEqualTo("Good morning, all of you");
    assertThat(browser.find("#saved").getText()).isEqualTo("Kept in this browser");
    assertThat(browser.seriousFaults()).isEqualTo(List.of());
    String draft = here.draft();

    browser.script("location.reload()");
    browser.find("input[name=token]").sendKeys(token());
    browser.press(Keys.ENTER);
    here.ready();
    assertThat(here.draft()).as("also if the page is loaded anew").isEqualTo(draft);

    browser.forgetCookies();
    here.click(60, 44);
    browser.press(Keys.ARROW_DOWN);
    browser.find("#token").sendKeys("np_wrong");
    browser.press(Keys.ENTER);
    browser.await("document.querySelector('dialog .error') !== null");
    assertThat(browser.seriousFaults()).isEqualTo(List.of());
    browser.find("#token").clear();
    browser.find("#token").sendKeys(token());
    browser.press(Keys.ENTER);
    browser.await("document.querySelector('dialog') === null");
    assertThat(here.saved()).isTrue();
    assertThat(
            browser.answer(
                "fetch('/t/welcome/edit/draft').then(r => r.json())"
                    + ".then(told => arguments[0](JSON.stringify(told.draft.json)))"))
        .asString()
        .contains("Good morning, all of you");
  }

  private void takeTheFiles(EditorBench here) throws IOException {
    Browser browser = here.browser();
    String before = Files.readString(here.file("welcome"));
    browser.downloadTo(folder);
    here.review();
    assertThat(browser.find("dialog footer").getText()).contains("Git owns the folder");
    assertThat(browser.script("return document.getElementById('publish-now') === null"))
        .isEqualTo(true);
    browser.find("#patch").click();
    assertThat(
            new String(browser.awaitFile(folder.resolve("welcome.patch")), StandardCharsets.UTF_8))
        .startsWith("--- a/welcome/template.json")
        .contains("+", "Good morning, all of you");
    browser.find("#files").click();
    byte[] zip = browser.awaitFile(folder.resolve("welcome.zip"));
    try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
      assertThat(files.getNextEntry().getName()).isEqualTo("welcome/template.json");
      assertThat(new String(files.readAllBytes(), StandardCharsets.UTF_8))
          .contains("Good morning, all of you");
    }
    assertThat(Files.readString(here.file("welcome"))).isEqualTo(before);
    assertThat(here.file("welcome").resolveSibling("versions")).doesNotExist();
  }
}
