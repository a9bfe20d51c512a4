package dev.nameplate.studio;

import dev.nameplate.support.TestApplication;
import dev.nameplate.support.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window, before the pages of the real server. */
final class Browser {
  private static final String CHROMIUM = "/usr/bin/chromium";
  private static final String DRIVER = "/usr/bin/chromedriver";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_STOPS = 120;

  /** How long a move of the pointer takes. */
  private static final Duration STEP = Duration.ofMillis(20);

  private static final int DRAG_STEPS = 3;

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Opens one.
   *
   * @return empty where none is installed, which is said on the standard error
   * @throws AssertionError in its place where checkers are required
   */
  private static Optional<Browser> open() {
    if (Tool.find("chromium").isEmpty() || Tool.find("chromedriver").isEmpty()) {
      System.err.println(
          "The studio was NOT tested in a browser: chromium and chromedriver are not installed"
              + " (Debian: chromium, chromium-driver).");
      return Optional.empty();
    }
    LoggingPreferences console = new LoggingPreferences();
    console.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    options.setCapability("goog:loggingPrefs", console);
    options.addArguments(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--hide-scrollbars",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(DRIVER))
            // The tests may run without fontconfig; a browser cannot.
            .withEnvironment(Map.of("LD_LIBRARY_PATH", ""))
            .build();
    return Optional.of(new Browser(new ChromeDriver(service, options)));
  }

  /**
   * The one that all tests of a process share, closed with the program, since its start takes a
   * second; empty as for {@link #open}.
   */
  static Optional<Browser> shared() {
    return Shared.BROWSER;
  }

  private static final class Shared {
    static final Optional<Browser> BROWSER = open();

    static {
      BROWSER.ifPresent(
          browser -> Runtime.getRuntime().addShutdownHook(new Thread(browser::close, "browser")));
    }
  }

  /** Goes to a page, in a window of a width. */
  void go(String target, int width, boolean dark) {
    go(TestApplication.application().port(), target, width, dark);
  }

  /** The same for a server on a port. */
  void go(int port, String target, int width, boolean dark) {
    visit("http://127.0.0.1:" + port + target, width, 900, dark);
  }

  /** Goes to a page of any server, in a window of a size. */
  void visit(String address, int width, int height, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    look(dark);
    driver.get(address);
  }

  private void look(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** What a script passes to its last argument. */
  Object answer(String script, Object... arguments) {
    return driver.executeAsyncScript(script, arguments);
  }

  /** Presses the main button at a place of the window, with keys held down. */
  void click(int x, int y, CharSequence... held) {
    Actions actions = new Actions(driver, STEP).moveToLocation(x, y);
    List.of(held).forEach(actions::keyDown);
    actions.click();
    List.of(held).forEach(actions::keyUp);
    actions.perform();
  }

  /** Presses the main button twice at a place of the window. */
  void doubleClick(int x, int y) {
    new Actions(driver, STEP).moveToLocation(x, y).doubleClick().perform();
  }

  /** Drags from one place of the window to another in a few steps, with keys held down. */
  void drag(int fromX, int fromY, int toX, int toY, CharSequence... held) {
    Actions actions = new Actions(driver, STEP).moveToLocation(fromX, fromY);
    List.of(held).forEach(actions::keyDown);
    steps(actions.clickAndHold(), fromX, fromY, toX, toY).release();
    List.of(held).forEach(actions::keyUp);
    actions.perform();
  }

  /** Presses a place of the window, and holds the button while something is looked at. */
  void whileDragging(int fromX, int fromY, int toX, int toY, Runnable look) {
    Actions actions = new Actions(driver, STEP).moveToLocation(fromX, fromY).clickAndHold();
    steps(actions, fromX, fromY, toX, toY).perform();
    look.run();
    new Actions(driver, STEP).release().perform();
  }

  private static Actions steps(Actions actions, int fromX, int fromY, int toX, int toY) {
    for (int step = 1; step <= DRAG_STEPS; step++) {
      actions.moveToLocation(
          fromX + (toX - fromX) * step / DRAG_STEPS, fromY + (toY - fromY) * step / DRAG_STEPS);
    }
    return actions.pause(STEP);
  }

  /** Holds the space key down, or lets it go. */
  void holdSpace(boolean down) {
    Actions actions = new Actions(driver, STEP);
    (down ? actions.keyDown(Keys.SPACE) : actions.keyUp(Keys.SPACE)).perform();
  }

  /** Turns the wheel at a place of the window. */
  void wheel(int x, int y, int right, int down, boolean control) {
    driver.executeCdpCommand(
        "Input.dispatchMouseEvent",
        Map.of(
            "type",
            "mouseWheel",
            "x",
            x,
            "y",
            y,
            "deltaX",
            right,
            "deltaY",
            down,
            "modifiers",
            control ? 2 : 0));
  }

  /** Two fingers, as far from a place of the window as told, move apart or together. */
  void pinch(int x, int y, int from, int to) {
    touch("touchStart", x, y, from);
    for (int step = 1; step <= DRAG_STEPS; step++) {
      touch("touchMove", x, y, from + (to - from) * step / DRAG_STEPS);
    }
    driver.executeCdpCommand(
        "Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
  }

  private void touch(String type, int x, int y, int apart) {
    driver.executeCdpCommand(
        "Input.dispatchTouchEvent",
        Map.of(
            "type",
            type,
            "touchPoints",
            List.of(
                Map.of("x", x - apart, "y", y, "id", 1), Map.of("x", x + apart, "y", y, "id", 2))));
  }

  /** Files that pages offer are written into a folder. */
  void downloadTo(Path folder) {
    driver.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toString()));
  }

  /** Waits until a file is there, whole. */
  byte[] awaitFile(Path file) throws IOException {
    new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
        .withMessage(String.valueOf(file))
        .until(there -> Files.exists(file));
    return Files.readAllBytes(file);
  }

  /** Forgets all cookies of the page, as when they have ended. */
  void forgetCookies() {
    driver.manage().deleteAllCookies();
  }

  /** Presses a key while others are held down. */
  void chord(CharSequence key, CharSequence... held) {
    Actions actions = new Actions(driver, STEP);
    List.of(held).forEach(actions::keyDown);
    actions.sendKeys(key);
    List.of(held).forEach(actions::keyUp);
    actions.perform();
  }

  /** Opens another tab, which has the focus then. */
  String newTab() {
    driver.switchTo().newWindow(WindowType.TAB);
    return driver.getWindowHandle();
  }

  /** The tab that has the focus. */
  String tab() {
    return driver.getWindowHandle();
  }

  /** Goes to another tab. */
  void switchTo(String tab) {
    driver.switchTo().window(tab);
  }

  /** Closes this tab. */
  void closeTab() {
    driver.close();
  }

  /** Goes to a page that stands anywhere. */
  void visit(String address) {
    driver.get(address);
  }

  /** What the last copy left in the clipboard. */
  String copied() {
    driver.executeCdpCommand(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    return String.valueOf(
        driver.executeAsyncScript(
            "const done = arguments[0];"
                + "navigator.clipboard.readText().then(done, e => done('unread: ' + e))"));
  }

  /** An element, once it is there: pages that are made by scripts take their time. */
  WebElement find(String css) {
    await("document.querySelector(arguments[0]) !== null", css);
    return driver.findElement(By.cssSelector(css));
  }

  /** What stands in an input. */
  String value(String css) {
    return Optional.ofNullable(find(css).getDomProperty("value")).orElse("");
  }

  /** Waits until a script's condition holds. */
  void await(String condition, Object... arguments) {
    new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
        .withMessage(condition)
        .until(
            there -> Boolean.TRUE.equals(driver.executeScript("return " + condition, arguments)));
  }

  /** Waits until the picture for an address with some text in it is in sight. */
  void awaitPicture(String part) {
    await(
        "(p => p.complete && p.naturalWidth > 1 && (p.dataset.address ??"
            + " '').includes(arguments[0]))(document.getElementById('picture'))",
        part);
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  void choose(String css, String value) {
    new Select(find(css)).selectByValue(value);
  }

  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Goes on with the tabulator until an element has the focus. */
  void tabTo(String id) {
    tabToMatch("#" + id);
  }

  /** Goes on with the tabulator until an element that a selector matches has the focus. */
  void tabToMatch(String css) {
    for (int i = 0; i < MOST_STOPS; i++) {
      if (Boolean.TRUE.equals(script("return document.activeElement.matches(arguments[0])", css))) {
        return;
      }
      press(Keys.TAB);
    }
    throw new AssertionError("the tabulator does not come to " + css);
  }

  /** What the console holds that is no mere remark; a violated policy is among it. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** What axe-core finds that is serious. */
  Object seriousFaults() {
    return Axe.faults(driver, "");
  }

  /** What it finds of contrast in the dark look, without leaving the page. */
  Object darkContrastFaults() {
    look(true);
    Object found = Axe.faults(driver, ", runOnly: ['color-contrast']");
    look(false);
    return found;
  }

  /** The whole page as a PNG. */
  byte[] picture() {
    Object height = driver.executeScript("return document.documentElement.scrollHeight");
    Object width = driver.executeScript("return innerWidth");
    Object data =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                    "captureBeyondViewport",
                    true,
                    "clip",
                    Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)))
            .get("data");
    return Base64.getDecoder().decode(String.valueOf(data));
  }

  private void close() {
    driver.quit();
  }
}
