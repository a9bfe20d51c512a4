package dev.nameplate.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.token.Grant;
import dev.nameplate.access.token.JwtTokens;
import dev.nameplate.access.token.Scope;
import dev.nameplate.fleet.NodeProcess;
import dev.nameplate.support.PreparedWork;
import dev.nameplate.support.RedisServer;
import dev.nameplate.support.RequiresTools;
import dev.nameplate.support.TemplateCopies;
import dev.nameplate.support.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nodes as processes of their own work on one job. In the middle one is killed, and Redis,
 * which keeps a file, is killed and started again.
 */
@RequiresTools("redis-server")
final class SharedBatchTest {
  private static final int ROWS = 1000;
  private static final String CANARY = "Quetzalxyw";
  private static final String KEYS = "k1:0123456789abcdef0123456789abcdef";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path folder;

  private static String token() {
    return JwtTokens.issue(
        KeyRing.parse(KEYS).orElseThrow(),
        new Grant(
            "id",
            "shop",
            Set.of(Scope.values()),
            List.of(),
            Instant.parse("2099-01-01T00:00:00Z"),
            Optional.empty(),
            OptionalLong.empty(),
            false));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(
          request.header("Authorization", "Bearer " + token()).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static HttpRequest.Builder to(NodeProcess node, String target) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + target));
  }

  private static String get(NodeProcess node, String target) {
    HttpResponse<String> answer = send(to(node, target).GET());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String list() {
    StringBuilder text = new StringBuilder("name,number\n");
    for (int row = 0; row < ROWS; row++) {
      text.append(CANARY).append((char) ('a' + row % 26)).append((char) ('a' + row / 26 % 26));
      text.append((char) ('a' + row / 676)).append(',').append(row).append('\n');
    }
    return text.toString();
  }

  private NodeProcess node(RedisServer redis, Path templates, String name) {
    return NodeProcess.start(
        folder,
        Map.of(
            "NAMEPLATE_REDIS",
            redis.uri(),
            "NAMEPLATE_REDIS_SLOW",
            "1s",
            "NAMEPLATE_KEYS",
            KEYS,
            "NAMEPLATE_TEMPLATES",
            templates.toString(),
            "NAMEPLATE_WORK",
            PreparedWork.in(folder.resolve(name)).toString()));
  }

  private static boolean isDone(NodeProcess node, String job) {
    return get(node, job).contains("\"completed\"");
  }

  /** How many rows of a job are done. */
  private static long rows(String job) {
    Matcher counts = Pattern.compile("\"counts\" *: *\\{([^}]*)}").matcher(job);
    assertThat(counts.find()).as(job).isTrue();
    Matcher count = Pattern.compile(": *(\\d+)").matcher(counts.group(1));
    long rows = 0;
    while (count.find()) {
      rows += Long.parseLong(count.group(1));
    }
    return rows;
  }

  private static String submitted(NodeProcess node) {
    String[] answer = {""};
    Waiting.until(
        "the list is taken",
        () -> {
          HttpResponse<String> reply =
              send(
                  to(node, "/v1/batches?template=welcome&mode=prerender")
                      .header("Content-Type", "text/csv")
                      .POST(HttpRequest.BodyPublishers.ofString(list())));
          answer[0] = reply.headers().firstValue("Location").orElse("");
          return reply.statusCode() == 202;
        });
    return answer[0];
  }

  @Test
  void job_survivesANodeAndRedis_eachRowOnce_noNameInRedis() throws IOException {
    Path templates = TemplateCopies.make(folder.resolve("templates"), "welcome");
    try (RedisServer redis = new RedisServer("--appendonly", "yes");
        NodeProcess one = node(redis, templates, "one");
        NodeProcess other = node(redis, templates, "other");
        NodeProcess third = node(redis, templates, "third")) {
      String job = submitted(one);
      String state = "np:job:" + job.replaceAll(".*/", "");
      Waiting.until("a unit is done", () -> redis.send("HGET", state, "left").endsWith("4\r\n"));
      third.kill();
      redis.restart();
      Waiting.until(
          "the job ends", () -> redis.send("HGET", state, "status").contains("completed"));
      Waiting.until("both show it", () -> isDone(one, job) && isDone(other, job));
      assertThat(rows(get(one, job))).isEqualTo(ROWS);
      String results = get(one, job + "/results.csv");
      assertThat(get(other, job + "/results.csv")).isEqualTo(results);
      List<String> lines = results.lines().toList();
      assertThat(lines).hasSize(ROWS + 1);
      for (int row = 0; row < ROWS; row++) {
        assertThat(lines.get(row + 1)).contains("," + row + ",http", ",done,");
      }
      Matcher pictures = Pattern.compile("\"pictures\" *: *(\\d+)").matcher(get(one, job));
      if (pictures.find()) {
        assertThat(Long.parseLong(pictures.group(1))).isLessThanOrEqualTo(ROWS);
      }
      noName(RedisContent.of(redis));
    }
  }

  private static void noName(List<String> all) {
    byte[] plain = CANARY.getBytes(StandardCharsets.UTF_8);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(plain);
    List<String> forms =
        List.of(
            CANARY.toLowerCase(Locale.ROOT),
            HexFormat.of().formatHex(plain),
            base64.toLowerCase(Locale.ROOT).substring(0, 12));
    assertThat(all.toString()).contains("np:job:", ":rows", ":done", "np:c:");
    List<String> found = new ArrayList<>();
    for (String value : all) {
      String lower = value.toLowerCase(Locale.ROOT);
      forms.stream().filter(lower::contains).forEach(found::add);
    }
    assertThat(found).isEmpty();
  }
}
