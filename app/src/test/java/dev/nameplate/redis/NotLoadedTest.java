package dev.nameplate.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.TestApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without the setting no class of the Redis client is loaded. */
final class NotLoadedTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  /** A server that starts, answers a picture and ends. */
  static final class Served {
    private Served() {}

    public static void main(String[] arguments) {
      int status = TestApplication.get("/i/welcome.png?name=Maria").statusCode();
      TestApplication.application().close();
      System.exit(status == 200 ? 0 : 1);
    }
  }

  @Test
  void serverWithoutRedis_loadsNothingOfItsClient() throws IOException, InterruptedException {
    Path loaded = folder.resolve("classes");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Xlog:class+load=info:file=" + loaded,
                "-cp",
                System.getProperty("java.class.path"),
                Served.class.getName())
            .redirectErrorStream(true);
    builder.environment().remove("NAMEPLATE_REDIS");
    builder.environment().put("XDG_STATE_HOME", folder.toString());
    Process process = builder.start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = output.lines().toList();
      assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    }
    List<String> classes = Files.readAllLines(loaded);
    assertThat(classes.stream().filter(line -> line.contains("dev.nameplate.boot.FleetParts")))
        .isNotEmpty();
    assertThat(classes.stream().filter(NotLoadedTest::isOfRedis)).isEmpty();
  }

  private static boolean isOfRedis(String line) {
    return line.matches(
            ".*\\b(?:io\\.lettuce|io\\.netty|reactor|io\\.github\\.bucket4j\\.redis)\\..*")
        || line.matches(
            ".*\\] dev\\.nameplate\\.redis\\.(?!RedisSettings |Fleet |FleetReading"
                + " |NotLoadedTest).*");
  }
}
