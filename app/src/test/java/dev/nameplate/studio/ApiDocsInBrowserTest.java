package dev.nameplate.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.RequiresTools;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API's page as people use it: calls are tried from it, on the author's own machine. */
@RequiresTools({"chromium", "chromedriver"})
final class ApiDocsInBrowserTest {
  private static final Optional<Browser> BROWSER = Browser.shared();
  private static final int WIDE = 1280;
  private static final String CALL = "#operations-images-createImageUrl ";

  /** What other tests left in the console is not of these. */
  @BeforeEach
  void forget() {
    Browser.shared().ifPresent(Browser::complaints);
  }

  @Test
  void callThatIsTried_isAnswered_andAFaultyOneShowsItsProblem() {
    BROWSER.ifPresent(
        browser -> {
          open(browser);
          browser.find(CALL + "button.execute").click();
          assertThat(answer(browser, "200")).contains("\"image_url\"", "first_name=Maya");
          assertThat(browser.complaints()).isEmpty();
          browser.find(CALL + "textarea").clear();
          browser
              .find(CALL + "textarea")
              .sendKeys("{\"template\": \"welcome\", \"layers\": {\"nmae\": 1}}");
          browser.find(CALL + "button.execute").click();
          assertThat(answer(browser, "422")).contains("\"nearest\": \"name\"");
          // The browser itself remarks that the call failed.
          assertThat(browser.complaints()).allMatch(line -> line.contains("422"));
        });
  }

  @Test
  void everyOperation_opens_andThePolicyIsKept() {
    BROWSER.ifPresent(
        browser -> {
          open(browser);
          browser.script(
              "document.querySelectorAll('.opblock:not(.is-open) .opblock-summary-control')"
                  + ".forEach(each => each.click())");
          browser.await(
              "document.querySelectorAll('.opblock').length"
                  + " === document.querySelectorAll('.opblock.is-open .responses-table').length");
          browser.script(
              "document.querySelectorAll('.model-box-control, button.models-control')"
                  + ".forEach(each => each.click())");
          assertThat(browser.complaints()).isEmpty();
          assertThat(
                  browser.script(
                      "return getComputedStyle(document.querySelector('.opblock-post'))"
                          + ".borderStyle"))
              .as("the style sheet is in force")
              .isEqualTo("solid");
        });
  }

  /** Opens the page at the call that makes URLs. */
  private static void open(Browser browser) {
    browser.go("/docs/api", WIDE, false);
    browser.await("document.querySelector(arguments[0]) !== null", CALL + ".opblock-summary");
    browser.find(CALL + ".opblock-summary-control").click();
    browser.await("document.querySelector(arguments[0]) !== null", CALL + "button.execute");
    browser.await("document.querySelector(arguments[0])?.value.length > 0", CALL + "textarea");
  }

  /** The body that is shown once the answer has come. */
  private static String answer(Browser browser, String status) {
    String shown = CALL + ".live-responses-table .response .response-col_status";
    browser.await(
        "(document.querySelector(arguments[0])?.textContent ?? '').startsWith(arguments[1])",
        shown,
        status);
    return browser
        .find(CALL + ".live-responses-table .response .response-col_description")
        .getText();
  }
}
