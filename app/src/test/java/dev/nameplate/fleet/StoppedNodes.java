package dev.nameplate.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.PreparedWork;
import dev.nameplate.support.Waiting;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A node that is stopped at seeded instants, by SIGTERM and by SIGKILL in turn, while a job runs, a
 * stream tells of it, templates are published and pictures are prepared, and is started again:
 * whatever was answered before is there afterwards.
 */
final class StoppedNodes implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROWS = 600;
  private static final int LATEST_MILLIS = 900;

  /** The bits of colors on which white text can be read, so that no finding stops publishing. */
  private static final int DARK = 0x3f3f3f;

  private final Path folder;
  private final Random random;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final String list;
  private final String reference;
  private final List<Integer> colors = new ArrayList<>();
  private NodeProcess node;
  private NodeCalls calls;
  private int next;

  StoppedNodes(Path folder, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
    write("list", "#202020");
    write("card", "#000000");
    this.list =
        IntStream.range(0, ROWS)
            .mapToObj(row -> "Name" + (char) ('a' + row % 26) + (char) ('a' + row / 26) + "\n")
            .collect(Collectors.joining("", "name\n", ""));
    start();
    String job = begin("reference").orElseThrow();
    this.reference = results(job);
  }

  /**
   * Rounds of their own, for a script.
   *
   * @param words an empty folder, how many rounds, and a seed
   */
  public static void main(String... words) {
    int rounds = Integer.parseInt(words[1]);
    try (StoppedNodes nodes = new StoppedNodes(Path.of(words[0]), Long.parseLong(words[2]))) {
      for (int round = 1; round <= rounds; round++) {
        nodes.round(round);
        System.out.println(
            "round " + round + ": " + nodes.colors.size() + " versions, nothing lost");
      }
    }
    System.exit(0);
  }

  private void write(String id, String color) {
    try {
      Path template = Files.createDirectories(folder.resolve("templates").resolve(id));
      Files.writeString(template.resolve("template.json"), template(id, color));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String template(String id, String color) {
    return "{\n  \"title\": \""
        + id
        + "\",\n  \"alt\": \"A card\",\n  \"width\": 480,\n  \"height\": 40,\n  \"background\": \""
        + color
        + "\",\n"
        + "  \"fields\": {\"name\": {\"kind\": \"name\"}},\n"
        + "  \"layers\": [\n"
        + "    {\"type\": \"text\", \"box\": [20, 8, 440, 24], \"text\": [\"{{ name }}\","
        + " \"Hello\"], \"size\": 14, \"color\": \"#ffffff\"}\n"
        + "  ]\n"
        + "}\n";
  }

  private void start() {
    node =
        NodeProcess.start(
            folder,
            Map.of(
                "NAMEPLATE_TEMPLATES",
                folder.resolve("templates").toString(),
                "NAMEPLATE_WORK",
                PreparedWork.in(folder).toString(),
                "NAMEPLATE_BASE_URL",
                "https://img.example.com",
                "NAMEPLATE_DEADLINE",
                "30s"));
    calls = new NodeCalls(node.port());
  }

  /**
   * One stop, and the start after it.
   *
   * @throws AssertionError where something is lost
   */
  void round(int round) {
    boolean asked = round % 2 == 1;
    Future<Optional<String>> job = threads.submit(() -> begin("round " + round));
    Future<Boolean> stream = threads.submit(() -> read(job));
    Future<?> publishing = threads.submit(this::publish);
    Future<?> pictures = threads.submit(this::draw);
    try {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(LATEST_MILLIS));
      if (asked) {
        node.terminate();
        check(node.awaitEnd(), "the node ended by itself: " + node.errors());
      } else {
        node.kill();
      }
      publishing.get(30, TimeUnit.SECONDS);
      pictures.get(30, TimeUnit.SECONDS);
      boolean whole = stream.get(30, TimeUnit.SECONDS);
      check(whole || !asked, "a stream was broken off by a stop that was asked for");
      start();
      compare(job.get());
    } catch (Exception failed) {
      throw new AssertionError("round " + round + ": " + node.errors(), failed);
    }
  }

  private void compare(Optional<String> job) {
    job.ifPresent(
        id -> {
          check(results(id).equals(reference), "results differ from an undisturbed run's");
          check(calls.events(id, true), "the stream tells no end after the start");
        });
    // A version whose publishing was not answered may be there or not, but whole.
    int known = colors.size();
    for (int version = 1; version <= known + 1; version++) {
      NodeCalls.Reply picture = calls.get("/i/card.png?_v=" + version);
      boolean there = picture.status() == 200;
      check(there || version > known, "version " + version + " is lost");
      if (there) {
        int color = color(picture);
        check(version > known || color == colors.get(version - 1), "version " + version);
        if (version > known) {
          colors.add(color);
        }
      }
    }
    int shown = color(calls.get("/i/card.png?name=Maria"));
    int last = colors.isEmpty() ? 0 : colors.get(colors.size() - 1);
    check(shown == last, "the template is another than its newest version");
  }

  private static int color(NodeCalls.Reply picture) {
    BufferedImage image = Pictures.decode(picture.body());
    return image.getRGB(2, 2) & 0xffffff;
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  /** A job's id, where it was answered. */
  private Optional<String> begin(String key) {
    try {
      NodeCalls.Reply reply =
          calls.send(
              "POST",
              "/v1/batches?template=list&mode=prerender",
              list,
              Map.of("Content-Type", "text/csv", "Idempotency-Key", key));
      return Optional.of(JSON.readTree(reply.body()).path("id").asText());
    } catch (IOException stopped) {
      return Optional.empty();
    }
  }

  private String results(String job) {
    Waiting.until(
        "a job ends", () -> calls.get("/v1/batches/" + job).text().contains("\"completed\""));
    return calls.get("/v1/batches/" + job + "/results.csv").text();
  }

  private boolean read(Future<Optional<String>> job) throws Exception {
    Optional<String> id = job.get();
    return id.isEmpty() || calls.events(id.get(), false);
  }

  private void draw() {
    try {
      for (int name = 0; ; name++) {
        NodeCalls.Reply reply =
            calls.send("GET", "/i/card.png?name=N" + (char) ('a' + name % 26), "", Map.of());
        check(reply.status() == 200, "a picture is " + reply.status());
      }
    } catch (IOException stopped) {
      // The node has ended.
    }
  }

  /** Publishes one color after the other. */
  private void publish() {
    try {
      while (true) {
        int color = ++next * 7919 & DARK;
        JsonNode state = json(calls.send("GET", "/t/card/edit/draft", "", Map.of()));
        String draft = state.at("/draft/etag").asText();
        JsonNode saved =
            json(edit("PUT", "draft", template("card", String.format("#%06x", color)), draft));
        String body =
            JSON.createObjectNode()
                .put("published", state.at("/published/etag").asText())
                .toString();
        NodeCalls.Reply reply = edit("POST", "publish", body, saved.at("/draft/etag").asText());
        int version = json(reply).path("version").asInt();
        check(version == colors.size() + 1, "published as " + version + ": " + reply.text());
        colors.add(color);
      }
    } catch (IOException stopped) {
      // The node has ended.
    }
  }

  private NodeCalls.Reply edit(String method, String what, String body, String tag)
      throws IOException {
    return calls.send(
        method,
        "/t/card/edit/" + what,
        body,
        Map.of(
            "If-Match", tag, "Content-Type", "application/json", "Sec-Fetch-Site", "same-origin"));
  }

  private static JsonNode json(NodeCalls.Reply reply) throws IOException {
    check(reply.status() < 300 || reply.status() == 503, "an answer is " + reply.text());
    if (reply.status() == 503) {
      throw new IOException("the node is stopping");
    }
    return JSON.readTree(reply.body());
  }

  @Override
  public void close() {
    node.close();
    threads.shutdownNow();
  }
}
