package dev.nameplate.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.KeepAlive;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.PreparedWork;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.RequiresTools;
import dev.nameplate.support.Waiting;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A deploy in its middle: an old build that lacks the newest version of a template, and two new
 * ones, behind one nginx under load. No address ever shows another version's pixels, nothing is
 * kept that should not be, and nothing is seen of a node that is killed or of one that stops.
 */
@RequiresTools("nginx")
final class MixedVersionsTest {
  private static final int CLIENTS = 4;
  private static final int ADDRESSES = 40;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private static String template(String color) {
    return "{\"title\": \"Card\", \"width\": 120, \"height\": 40, \"background\": \""
        + color
        + "\", \"fields\": {\"name\": {\"kind\": \"name\"}}, \"layers\": [{\"type\": \"text\","
        + " \"box\": [4, 4, 112, 32], \"text\": [\"{{ name }}\", \"Hello\"], \"size\": 16,"
        + " \"color\": \"#000000\"}]}";
  }

  /** A folder of templates with some published versions, each with a background of its own. */
  private Path templates(String name, String... colors) throws IOException {
    Path card = folder.resolve(name).resolve("card");
    for (int version = 1; version <= colors.length; version++) {
      Path each = Files.createDirectories(card.resolve("versions/" + version));
      Files.writeString(each.resolve("template.json"), template(colors[version - 1]));
    }
    Files.writeString(card.resolve("template.json"), template(colors[colors.length - 1]));
    return folder.resolve(name);
  }

  private NodeProcess node(Path templates, Path... classes) {
    return NodeProcess.start(
        folder,
        Map.of(
            "NAMEPLATE_TEMPLATES", templates.toString(),
            "NAMEPLATE_WORK", PreparedWork.in(folder).toString(),
            "NAMEPLATE_PROXIES", "127.0.0.1/32",
            "NAMEPLATE_DRAIN", "500ms",
            "NAMEPLATE_DEADLINE", "20s"),
        classes);
  }

  private Path otherBuild() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("old"));
    Files.writeString(classes.resolve("engine.txt"), "an older build");
    return classes;
  }

  @Test
  void oldAndNewBuild_behindOneProxy_neverMix() throws Exception {
    Path before = templates("before", "#ffd0d0");
    Path after = templates("after", "#ffd0d0", "#d0d0ff");
    try (NodeProcess old = node(before, otherBuild());
        NodeProcess one = node(after);
        NodeProcess two = node(after);
        Nginx nginx = Nginx.shipped(folder, List.of(old.port(), one.port(), two.port()))) {
      Load load = new Load(nginx.port(), expected(one.port()));
      load.run(120, () -> {});
      buildsShareNoTag(old.port(), one.port());
      load.run(120, two::kill);
      load.run(120, old::terminate);
      assertThat(old.awaitEnd()).isTrue();
      load.run(60, () -> {});
      assertThat(load.answers.get()).isEqualTo(CLIENTS * 420);
    }
  }

  private static String target(int version, int name) {
    return "/i/card.png?_v="
        + version
        + "&name=Name"
        + (char) ('a' + name % 26)
        + (char) ('a' + name / 26);
  }

  private static Map<String, BufferedImage> expected(int port) {
    Map<String, BufferedImage> expected = new HashMap<>();
    try (KeepAlive connection = new KeepAlive(port)) {
      for (int name = 0; name < ADDRESSES; name++) {
        for (int version = 1; version <= 2; version++) {
          String target = target(version, name);
          expected.put(target, Pictures.decode(connection.get(target).body()));
        }
        assertThat(
                Pictures.largestDifference(
                    of(expected, target(1, name)), of(expected, target(2, name))))
            .isPositive();
      }
    }
    return expected;
  }

  private static BufferedImage of(Map<String, BufferedImage> expected, String target) {
    return Optional.ofNullable(expected.get(target)).orElseThrow();
  }

  /** The same pixels of two builds have two tags, so none answers 304 for the other's. */
  private static void buildsShareNoTag(int old, int current) {
    String target = target(1, 0);
    RawSocket.Answer first = RawSocket.get(old, target);
    try (KeepAlive connection = new KeepAlive(current)) {
      RawSocket.Answer held =
          connection.ask("GET", target, "If-None-Match: " + first.header("ETag"));
      assertThat(held.status()).isEqualTo(200);
      assertThat(held.header("ETag")).isNotEqualTo(first.header("ETag"));
    }
    RawSocket.Answer lacking = RawSocket.get(old, target(2, 0));
    assertThat(lacking.status()).isEqualTo(404);
    assertThat(lacking.header("Cache-Control")).isEqualTo("no-store");
  }

  /** Clients that ask for pictures of both versions and compare every pixel. */
  private static final class Load {
    final AtomicInteger answers = new AtomicInteger();
    private final int port;
    private final Map<String, BufferedImage> expected;

    Load(int port, Map<String, BufferedImage> expected) {
      this.port = port;
      this.expected = expected;
    }

    /**
     * Runs until each client has asked so often.
     *
     * @param event happens in the middle
     */
    void run(int requests, Runnable event) throws Exception {
      ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
      try {
        int half = answers.get() + CLIENTS * requests / 2;
        List<Future<?>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
          Random random = new Random(answers.get() + client);
          clients.add(threads.submit(() -> ask(random, requests)));
        }
        Waiting.until("half of them", () -> answers.get() >= half);
        event.run();
        for (Future<?> client : clients) {
          client.get();
        }
      } finally {
        threads.shutdownNow();
      }
    }

    private void ask(Random random, int requests) {
      try (KeepAlive connection = new KeepAlive(port)) {
        for (int request = 0; request < requests; request++) {
          String target = target(1 + random.nextInt(2), random.nextInt(ADDRESSES));
          // Some pass the cache, so that nodes are asked all the time.
          String extra = random.nextBoolean() ? "" : "&utm_id=" + random.nextInt(1_000_000);
          check(target, connection.get(target + extra));
          answers.incrementAndGet();
        }
      }
    }

    private void check(String target, RawSocket.Answer answer) {
      assertThat(answer.status()).as(target).isEqualTo(200);
      assertThat(answer.header("Nameplate-Degraded")).as(target).isEmpty();
      assertThat(Pictures.largestDifference(of(expected, target), Pictures.decode(answer.body())))
          .as(target)
          .isZero();
    }
  }
}
