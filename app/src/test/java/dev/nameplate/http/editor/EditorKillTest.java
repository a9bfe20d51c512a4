package dev.nameplate.http.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.boot.Application;
import dev.nameplate.support.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while it publishes leaves the old or the new template, and whole. */
final class EditorKillTest {
  private static final int KILLS = Integer.getInteger("nameplate.kills", 2);
  private static final long SEED = Long.getLong("nameplate.seed", 1);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  /** The text of the template whose title has a number. */
  private static String text(int number) {
    return "{\n  \"title\": \"Number "
        + number
        + "\",\n"
        + "  \"width\": 40,\n"
        + "  \"height\": 20,\n"
        + "  \"alt\": \"Plain\",\n"
        + "  \"layers\": [\n"
        + "    {\"type\": \"shape\", \"shape\": \"rect\", \"box\": [4, 4, 9, 9], \"fill\":"
        + " \"#135\"}\n"
        + "  ]\n"
        + "}\n";
  }

  @Test
  void serversKilledWhilePublishing_leaveOneWholeTemplate_andEveryVersionWhole() throws Exception {
    Path file = folder.resolve("templates/plain/template.json");
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text(0));
    Random random = new Random(SEED);
    int published = 0;
    for (int round = 0; round < KILLS; round++) {
      published = killed(published, random.nextInt(150));
      assertThat(Files.readString(file)).isIn(text(published), text(published + 1));
      published = Files.readString(file).equals(text(published)) ? published : published + 1;
      versionsAreWhole(published + 1);
    }
    try (Application server = EditorProcess.open(folder)) {
      publish(server.port(), published + 2);
    }
    assertThat(Files.readString(file)).isEqualTo(text(published + 2));
    versionsAreWhole(published + 2);
  }

  /**
   * Publishes one after the other until the server is killed; returns the last that was answered.
   */
  private int killed(int before, int millis) throws Exception {
    Process process =
        JavaProcess.of(List.of(), EditorProcess.class.getName(), folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    int port = Integer.parseInt(String.valueOf(lines.readLine()));
    publish(port, before + 1);
    CompletableFuture<Void> kill =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    int last = before + 1;
    try {
      while (true) {
        publish(port, last + 1);
        last++;
      }
    } catch (IOException gone) {
      kill.join();
      process.waitFor();
    }
    return last;
  }

  private static void publish(int port, int number) throws IOException {
    HttpResponse<String> draft = send(port, "GET", "draft", "", "");
    HttpResponse<String> saved = send(port, "PUT", "draft", text(number), tag(draft));
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    JsonNode seen = MAPPER.readTree(draft.body()).at("/published/etag");
    HttpResponse<String> published =
        send(port, "POST", "publish", "{\"published\": " + seen + "}", tag(saved));
    assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
  }

  private static String tag(HttpResponse<String> reply) {
    return reply.headers().firstValue("ETag").orElseThrow();
  }

  private static HttpResponse<String> send(
      int port, String method, String route, String body, String tag) throws IOException {
    String host = "http://127.0.0.1:" + port;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(host + "/t/plain/edit/" + route))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!tag.isEmpty()) {
      request.header("If-Match", tag).header("Content-Type", "application/json");
      request.header("Origin", host);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private void versionsAreWhole(int most) throws IOException {
    try (Stream<Path> versions = Files.list(folder.resolve("templates/plain/versions"))) {
      for (Path version : versions.toList()) {
        String name = version.getFileName().toString();
        if (!name.startsWith(".")) {
          String text = Files.readString(version.resolve("template.json"));
          int number = Integer.parseInt(text.replaceAll("(?s).*Number (\\d+).*", "$1"));
          assertThat(text).isEqualTo(text(number));
          assertThat(number).isLessThanOrEqualTo(most);
        }
      }
    }
  }
}
