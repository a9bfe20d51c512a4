package dev.nameplate.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.PreparedWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The editor in the browser that all tests share, with templates of its own. */
final class EditorBench implements AutoCloseable {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Application application;
  private final Browser browser;
  private final Path templates;

  private EditorBench(Application application, Browser browser, Path templates) {
    this.application = application;
    this.browser = browser;
    this.templates = templates;
  }

  /** The one that all tests share, each with drafts of its own; empty where no browser is there. */
  static Optional<EditorBench> shared() {
    return Shared.BENCH;
  }

  /** Opened at its first use and closed with the program. */
  private static final class Shared {
    static final Optional<EditorBench> BENCH =
        Browser.shared()
            .map(browser -> open(browser, Map.of(), "welcome", "rewards", "event-ticket"));

    static {
      BENCH.ifPresent(
          bench -> Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "editor-bench")));
    }
  }

  /**
   * Another server before the same browser.
   *
   * @param more settings beside the usual ones
   * @param ids the templates that it begins with; each one is prepared, which takes a while
   */
  static EditorBench open(Browser browser, Map<String, String> more, String... ids) {
    try {
      Path folder = Files.createTempDirectory("nameplate-editor");
      Path templates = folder.resolve("templates");
      for (String id : ids) {
        copy(Path.of("templates", id), templates.resolve(id));
      }
      Map<String, String> settings = new HashMap<>(more);
      settings.put("NAMEPLATE_HOST", "127.0.0.1");
      settings.put("PORT", "0");
      settings.put("NAMEPLATE_WARM_UP", "0");
      settings.put("NAMEPLATE_DEADLINE", "60s");
      settings.put("NAMEPLATE_TEMPLATES", templates.toString());
      settings.put("NAMEPLATE_WORK", PreparedWork.in(folder).toString());
      settings.put("NAMEPLATE_RATE_CLIENT", "off");
      settings.put("NAMEPLATE_RELOAD", "1h");
      Application application = Applications.open(Settings.read(settings, Map.of()));
      return new EditorBench(application, browser, templates);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Browser browser() {
    return browser;
  }

  /** Goes to a page; what the console held before is forgotten. */
  void visit(String target, boolean dark) {
    browser.complaints();
    browser.visit(address(target), WIDTH, HEIGHT, dark);
  }

  /** Makes a draft of a shipped template under a new id and opens it. */
  void edit(String id, String from) {
    make("{\"name\": \"%s\", \"id\": \"%s\", \"from\": \"%s\"}".formatted(id, id, from));
    open(id, false);
  }

  /** Makes an empty draft of a size and opens it. */
  void blank(String id, String size) {
    make("{\"name\": \"%s\", \"id\": \"%s\", \"size\": \"%s\"}".formatted(id, id, size));
    open(id, false);
  }

  /** Makes a draft that holds a JSON text, and opens it. */
  void write(String id, String json) {
    make("{\"name\": \"%s\", \"id\": \"%s\", \"size\": \"blank\"}".formatted(id, id));
    String path = "/t/" + id + "/edit/draft";
    HttpResponse<byte[]> saved =
        send(
            HttpRequest.newBuilder(URI.create(address(path)))
                .header("Content-Type", "application/json")
                .header("If-Match", get(path).headers().firstValue("ETag").orElseThrow())
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    if (saved.statusCode() != 200) {
      throw new AssertionError(saved.statusCode() + " " + text(saved));
    }
    open(id, false);
  }

  private static String text(HttpResponse<byte[]> reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  private void make(String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address("/new")))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<byte[]> made = send(request);
    if (made.statusCode() != 201) {
      throw new AssertionError(made.statusCode() + " " + text(made));
    }
  }

  /** Opens the editor and waits until it can be used. */
  void open(String id, boolean dark) {
    visit("/t/" + id + "/edit", dark);
    ready();
  }

  /** Waits until the editor can be used. */
  void ready() {
    browser.await(
        "Boolean(globalThis.nameplate?.state.shown ||"
            + " globalThis.nameplate?.state.drawnFaults.length)");
    settled();
  }

  /** Waits until the picture of the newest draft is shown. */
  void settled() {
    browser.answer(
        "const done = arguments[0]; requestAnimationFrame(() =>"
            + " nameplate.settled().then(() => requestAnimationFrame(() => done())));");
  }

  /** Waits until every case in the strip shows the newest draft. */
  void looked() {
    browser.answer(
        "const done = arguments[0]; requestAnimationFrame(() =>"
            + " nameplate.looked().then(() => requestAnimationFrame(() => done())));");
  }

  /** Waits until the server has the draft. */
  boolean saved() {
    return Boolean.TRUE.equals(browser.answer("nameplate.saved().then(arguments[0])"));
  }

  /** The draft as the browser holds it. */
  String draft() {
    return String.valueOf(browser.script("return JSON.stringify(nameplate.state.doc)"));
  }

  /** The draft as the browser holds it. */
  JsonNode json() {
    return json(draft().getBytes(StandardCharsets.UTF_8));
  }

  /** A template's file as it is published. */
  Path file(String id) {
    return templates.resolve(id).resolve("template.json");
  }

  /** Shows what publishing would do, accepts all findings, and publishes. */
  void publish() {
    review();
    browser.script(
        "document.querySelectorAll('.findings input:not(:checked)').forEach(each => each.click())");
    browser.await("document.getElementById('publish-now')?.disabled === false");
    browser.find("#publish-now").click();
    browser.await("document.querySelector('dialog :is(.done, footer .error)') !== null");
  }

  /** Shows what publishing would do. */
  void review() {
    browser.find("#publish").click();
    browser.await("document.querySelector('dialog .review') !== null");
  }

  /** What a script says of the state, as JSON. */
  JsonNode state(String of) {
    String text =
        String.valueOf(browser.script("return JSON.stringify(nameplate.state." + of + ")"));
    return json(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Waits until the page has been drawn. */
  void drawn() {
    browser.answer("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
  }

  /** How many steps back there are. */
  long steps() {
    return (long) browser.script("return nameplate.state.history.past.length");
  }

  /** A place of the picture as one of the window. */
  int[] at(double x, double y) {
    Object place =
        browser.script(
            "const box = document.querySelector('.board').getBoundingClientRect();"
                + "return [Math.round(box.x + arguments[0] * nameplate.state.zoom),"
                + " Math.round(box.y + arguments[1] * nameplate.state.zoom)]",
            x,
            y);
    Object[] both = ((List<?>) place).toArray();
    return new int[] {((Number) both[0]).intValue(), ((Number) both[1]).intValue()};
  }

  /** Presses a place of the picture. */
  void click(double x, double y, CharSequence... held) {
    int[] place = at(x, y);
    browser.click(place[0], place[1], held);
  }

  /** Drags between two places of the picture. */
  void drag(double x, double y, double toX, double toY, CharSequence... held) {
    int[] from = at(x, y);
    int[] to = at(toX, toY);
    browser.drag(from[0], from[1], to[0], to[1], held);
  }

  /** Asks the server. */
  HttpResponse<byte[]> get(String target) {
    return send(HttpRequest.newBuilder(URI.create(address(target))).build());
  }

  /** Asks the server for JSON. */
  JsonNode getJson(String target) {
    return json(get(target).body());
  }

  private String address(String target) {
    return "http://127.0.0.1:" + application.port() + target;
  }

  private static JsonNode json(byte[] text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(file, target);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    application.close();
    try (Stream<Path> files = Files.walk(templates.getParent())) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException leftBehind) {
      System.err.println(templates.getParent() + " is left behind: " + leftBehind.getMessage());
    }
  }
}
