package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.KeepAlive;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.PreparedWork;
import dev.nameplate.support.RawSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 1 for a few seconds of five times what a server can take: with one picture drawn at a
 * time and three waiting, twenty clients ask for new pictures without a pause.
 */
final class ShortOverloadTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private static final String TEMPLATE = "certificate";
  private static final String DEGRADED = "Nameplate-Degraded";
  private static final int TAKEN = 4;
  private static final int CLIENTS = 5 * TAKEN;
  private static final long NANOS = TimeUnit.SECONDS.toNanos(3);

  /**
   * What a client saw.
   *
   * @param files each only once
   * @param degraded how many answers were not the recipient's own picture
   */
  private record Seen(Map<Integer, byte[]> files, int answers, int degraded) {}

  @Test
  void fiveTimesTheLoad_isAnswered_withPictures() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (Application server =
        Applications.open(
            Settings.read(
                Map.of(
                    "NAMEPLATE_HOST", "127.0.0.1",
                    "PORT", "0",
                    "NAMEPLATE_PERMITS", "1",
                    "NAMEPLATE_QUEUE", String.valueOf(TAKEN - 1),
                    "NAMEPLATE_DEADLINE", "2s",
                    "NAMEPLATE_WARM_UP", "0",
                    "NAMEPLATE_WORK", PreparedWork.in(folder).toString(),
                    "NAMEPLATE_LOG", "off",
                    "NAMEPLATE_RATE_CLIENT", "off"),
                Map.of()))) {
      awaitWholePicture(server.port());
      int answers = 0;
      int degraded = 0;
      for (Seen seen : run(clients, server.port())) {
        seen.files().values().forEach(ShortOverloadTest::assertPicture);
        answers += seen.answers();
        degraded += seen.degraded();
      }
      assertThat(degraded).as("of %s answers", answers).isPositive().isLessThan(answers);
    } finally {
      clients.shutdownNow();
    }
  }

  /** Asks until a recipient's own picture comes: the first ones of a server are slow. */
  private static void awaitWholePicture(int port) {
    try (KeepAlive connection = new KeepAlive(port)) {
      int asked = 0;
      while (connection
          .get("/i/" + TEMPLATE + ".png?name=First+" + asked)
          .head()
          .contains(DEGRADED)) {
        asked++;
        assertThat(asked).isLessThan(100);
      }
    }
  }

  private static List<Seen> run(ExecutorService clients, int port)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + NANOS;
    List<Future<Seen>> all = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      int number = client;
      all.add(clients.submit(() -> ask(port, number, end)));
    }
    List<Seen> seen = new ArrayList<>();
    for (Future<Seen> one : all) {
      seen.add(one.get());
    }
    return seen;
  }

  /** Decodes nothing, so that the load is the server's. */
  private static Seen ask(int port, int client, long end) {
    Map<Integer, byte[]> files = new HashMap<>();
    int answers = 0;
    int degraded = 0;
    try (KeepAlive connection = new KeepAlive(port)) {
      while (answers == 0 || System.nanoTime() < end) {
        String target = target(client * 100_000 + answers);
        RawSocket.Answer answer = connection.get(target);
        assertThat(answer.status()).as(target).isEqualTo(200);
        files.putIfAbsent(Arrays.hashCode(answer.body()), answer.body());
        degraded += answer.head().contains(DEGRADED) ? 1 : 0;
        answers++;
      }
    }
    return new Seen(files, answers, degraded);
  }

  /** A picture of a name that nobody else has; of letters alone, so that it is drawn. */
  private static String target(int number) {
    StringBuilder name = new StringBuilder("Ann");
    for (int rest = number; rest > 0; rest /= 26) {
      name.append((char) ('a' + rest % 26));
    }
    return "/i/" + TEMPLATE + ".png?name=" + name;
  }

  private static void assertPicture(byte[] file) {
    assertThat(Pictures.decode(file).getWidth()).isPositive();
  }
}
