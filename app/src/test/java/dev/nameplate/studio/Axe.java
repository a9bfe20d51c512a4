package dev.nameplate.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.openqa.selenium.chrome.ChromeDriver;

/** Checks pages for accessibility with axe-core. */
final class Axe {
  /** Violations only, without selectors: what is told of them is the elements' own text. */
  private static final String VIOLATIONS = "resultTypes: ['violations'], selectors: false";

  private Axe() {}

  /**
   * Returns what is serious or critical on the page, a sentence each.
   *
   * @param rules options of {@code axe.run} beside the usual ones, as a script writes them
   */
  static Object faults(ChromeDriver driver, String rules) {
    if (!"object".equals(driver.executeScript("return typeof axe"))) {
      driver.executeScript(script());
    }
    return driver.executeAsyncScript(
        "const done = arguments[0];"
            + "axe.run({"
            + VIOLATIONS
            + rules
            + "}).then(r => done(r.violations"
            + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
            + ".map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' '))),"
            + " e => done([String(e)]))");
  }

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IllegalStateException("axe.min.js is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
