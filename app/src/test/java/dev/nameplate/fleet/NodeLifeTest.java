package dev.nameplate.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.geometry.Scale;
import dev.nameplate.support.KeepAlive;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TemplateCopies;
import dev.nameplate.support.TestApplication;
import dev.nameplate.support.Waiting;
import dev.nameplate.template.Format;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a node starts, drains and ends, as a process of its own. */
final class NodeLifeTest {
  private static final int SLOW = 50;

  /** Longer than anything here may take on a machine that is busy with other tests. */
  private static final int PATIENCE_MILLIS = 60_000;

  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final String TEMPLATE =
      """
      {"title": "Slow", "width": 40, "height": 40,
       "fields": {"photo": {"kind": "image", "hosts": ["127.0.0.1"]}},
       "layers": [{"type": "image", "src": "{{ photo }}", "box": [0, 0, 40, 40]}]}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private Map<String, String> settings() throws IOException {
    Path templates = folder.resolve("templates");
    Files.createDirectories(templates.resolve("slow"));
    Files.writeString(templates.resolve("slow/template.json"), TEMPLATE);
    return Map.of(
        "NAMEPLATE_TEMPLATES", templates.toString(),
        "NAMEPLATE_WORK", "none",
        "NAMEPLATE_NODE", "node of a test",
        "NAMEPLATE_DRAIN", "500ms",
        "NAMEPLATE_DEADLINE", "60s",
        "NAMEPLATE_REMOTE_ALLOW", "127.0.0.1",
        "NAMEPLATE_REMOTE_TIMEOUT", "60s",
        "NAMEPLATE_REMOTE_PER_HOST", "64");
  }

  @Test
  void fiftySlowRequests_andSigterm_areAllAnswered() throws Exception {
    ExecutorService clients = Executors.newCachedThreadPool();
    try (StubNode photos = new StubNode();
        NodeProcess node = NodeProcess.start(folder, settings())) {
      assertThat(node.errors()).contains("This node has ", " core", "it draws ");
      assertThat(RawSocket.get(node.port(), "/fleet").text())
          .contains("nodeofatest-", "This node alone", "ready");
      photos.replies(
          new StubNode.Reply(
              200, "max-age=60", Files.readAllBytes(Nginx.DEPLOY.resolve("unavailable.png"))));
      CountDownLatch gate = photos.shut();
      List<Future<RawSocket.Answer>> answers = new ArrayList<>();
      for (int client = 0; client < SLOW; client++) {
        String target = "/i/slow.png?photo=http://127.0.0.1:" + photos.port() + "/" + client;
        answers.add(clients.submit(() -> get(node.port(), target)));
      }
      Waiting.until("all are in flight", () -> photos.requests() == SLOW);
      assertThat(get(node.port(), "/health/ready").header("Connection")).isEmpty();

      node.terminate();
      Waiting.until("it is not ready", () -> isDraining(node.port()));
      Waiting.until("it takes no more", () -> !isOpen(node.port()));
      gate.countDown();
      for (Future<RawSocket.Answer> answer : answers) {
        assertThat(answer.get().status()).isEqualTo(200);
        assertThat(answer.get().header("Nameplate-Degraded")).isEmpty();
      }
      assertThat(photos.traces()).as("passed on with fetches").containsExactly(TRACE);
      assertThat(node.awaitEnd()).isTrue();
    } finally {
      clients.shutdownNow();
    }
  }

  /** Fonts that were not used before the signal are read after it. */
  @Test
  void pictures_ofANodeThatDrains_haveTheirOwnFonts() {
    List<String> ids = List.of("welcome", "certificate", "coupon");
    Path templates = TemplateCopies.make(folder.resolve("templates"), ids.toArray(String[]::new));
    Map<String, String> settings =
        Map.of(
            "NAMEPLATE_TEMPLATES", templates.toString(),
            "NAMEPLATE_WORK", "none",
            "NAMEPLATE_DRAIN", "1m",
            "NAMEPLATE_DEADLINE", "60s");
    try (NodeProcess node = NodeProcess.start(folder, settings)) {
      node.terminate();
      Waiting.until("it is not ready", () -> get(node.port(), "/health/ready").status() == 503);
      for (String id : ids) {
        String query = "name=Zo%C3%AB%20Quill";
        BufferedImage drawn =
            Pictures.decode(get(node.port(), "/i/" + id + ".png?" + query).body());
        BufferedImage usual =
            Pictures.decode(
                TestApplication.draw(TestApplication.template(id), query, Scale.ONE, Format.PNG));
        assertThat(Pictures.largestDifference(drawn, usual)).as(id).isZero();
      }
    }
  }

  private static RawSocket.Answer get(int port, String target) {
    try (KeepAlive connection = new KeepAlive(port, PATIENCE_MILLIS)) {
      return connection.ask("GET", target, "traceparent: " + TRACE);
    }
  }

  /** Not ready, but alive, and answering as before with the last answer of the connection. */
  private static boolean isDraining(int port) {
    if (get(port, "/health/ready").status() != 503) {
      return false;
    }
    for (String target : List.of("/health/live", "/i/slow.png", "/i/slow.png")) {
      RawSocket.Answer answer = get(port, target);
      assertThat(answer.status()).as(target).isEqualTo(200);
      assertThat(answer.header("Connection")).as(target).isEqualTo("close");
    }
    return true;
  }

  private static boolean isOpen(int port) {
    try (KeepAlive connection = new KeepAlive(port)) {
      return connection != null;
    } catch (java.io.UncheckedIOException refused) {
      return false;
    }
  }
}
