package dev.nameplate.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.openqa.selenium.chrome.ChromeDriver;

/** Checks pages for accessibility with axe-core. */
final class Axe {
  private Axe() {}

  /**
   * Returns what is serious or critical on the page, a sentence each.
   *
   * @param options of {@code axe.run}, as a script writes them
   */
  static Object faults(ChromeDriver driver, String options) {
    if (!"object".equals(driver.executeScript("return typeof axe"))) {
      driver.executeScript(script());
    }
    return driver.executeAsyncScript(
        "const done = arguments[0];"
            + "axe.run("
            + options
            + ").then(r => done(r.violations"
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
