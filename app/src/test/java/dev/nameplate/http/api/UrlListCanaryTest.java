package dev.nameplate.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.PreparedWork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Values of a list stand in no file, no log line, no metric and no header while it is worked on.
 */
final class UrlListCanaryTest {
  private static final String CANARY = "Kanarienvogel";
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void valuesOfAList_stayInListAndAnswer() throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(logged, true, UTF_8);
    Path work = PreparedWork.in(folder.toRealPath());
    System.setOut(both);
    System.setErr(both);
    List<String> heard = new ArrayList<>();
    try (Application application =
        Applications.open(
            Settings.read(
                Map.of(
                    "NAMEPLATE_HOST",
                    "127.0.0.1",
                    "PORT",
                    "0",
                    "NAMEPLATE_WARM_UP",
                    "0",
                    "NAMEPLATE_WORK",
                    work.toString()),
                Map.of()))) {
      String url = "http://127.0.0.1:" + application.port() + "/v1/urls?template=welcome";
      heard.add(whileItIsWorkedOn(url, work));
      heard.add(refused(url + "&open=" + CANARY + "&" + CANARY + "=1&map." + CANARY + "=x"));
      ApiCalls api = new ApiCalls(application.port());
      heard.add(api.send("GET", "/metrics").text());
      assertThat(spooled(work)).as("left open").isEmpty();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    heard.add(logged.toString(UTF_8));
    assertThat(heard).noneMatch(text -> text.contains(CANARY));
    assertThat(logged.toString(UTF_8)).contains("unsupported_property at ?,", "POST");
    assertThat(files(work)).allMatch(file -> !file.toString().contains("spool"));
  }

  /** All that lies on the disk while nobody reads the answer; the headers. */
  private static String whileItIsWorkedOn(String url, Path work) throws Exception {
    int rows = 150_000;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofString("name\n" + (CANARY + "\n").repeat(rows)))
            .build();
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream answer = response.body()) {
      assertThat(answer.readNBytes(4)).asString(UTF_8).isEqualTo("name");
      for (Path file : files(work)) {
        assertThat(Files.readAllBytes(file)).asString(UTF_8).doesNotContain(CANARY);
        assertThat(file.toString()).doesNotContain(CANARY);
      }
      if (Files.isDirectory(OPEN_FILES)) {
        List<Path> spooled = spooled(work);
        assertThat(spooled).as("the list lies on the disk, without a name").hasSize(1);
        byte[] sealed = Files.readAllBytes(spooled.get(0));
        assertThat(sealed.length).isGreaterThan(rows * CANARY.length());
        assertThat(sealed)
            .asString(java.nio.charset.StandardCharsets.ISO_8859_1)
            .doesNotContain(CANARY.substring(0, 6));
      }
      byte[] rest = answer.readAllBytes();
      assertThat(new String(rest, UTF_8).lines().filter(line -> line.contains("?name=" + CANARY)))
          .hasSize(rows);
    }
    return response.headers().map().toString();
  }

  private static String refused(String url) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "text/csv")
                    .POST(HttpRequest.BodyPublishers.ofString("name\n" + CANARY + "\n"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(422);
    return response.headers().map().toString();
  }

  /** Files of the work folder that this process has open and that have no name any more. */
  private static List<Path> spooled(Path work) throws IOException {
    if (!Files.isDirectory(OPEN_FILES)) {
      return List.of();
    }
    List<Path> spooled = new ArrayList<>();
    try (Stream<Path> open = Files.list(OPEN_FILES)) {
      for (Path each : open.toList()) {
        String target;
        try {
          target = Files.readSymbolicLink(each).toString();
        } catch (IOException closedMeanwhile) {
          continue;
        }
        if (target.startsWith(work.toString()) && target.endsWith("(deleted)")) {
          spooled.add(each);
        }
      }
    }
    return spooled;
  }

  private static List<Path> files(Path work) throws IOException {
    try (Stream<Path> files = Files.walk(work)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
