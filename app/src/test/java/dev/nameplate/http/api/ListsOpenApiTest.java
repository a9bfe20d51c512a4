package dev.nameplate.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import dev.nameplate.support.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Lists and jobs answer what the OpenAPI document says of them, and all of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ListsOpenApiTest {
  private static final String URLS = "/v1/urls";
  private static final String JOBS = "/v1/batches";
  private static final String JOB = JOBS + "/{id}";
  private static final String LIST = "name\nMaria\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  private final Set<String> answered = new TreeSet<>();

  @SuppressWarnings("NullAway.Init") // BeforeAll sets it.
  private KeyedServer keyed;

  @SuppressWarnings("NullAway.Init") // BeforeAll sets it.
  private FailingServer failing;

  @SuppressWarnings("NullAway.Init") // BeforeAll sets it.
  private ApiCalls api;

  @SuppressWarnings("NullAway.Init") // BeforeAll sets it.
  private OpenApiDocument document;

  @BeforeAll
  void start() {
    keyed =
        new KeyedServer(
            folder,
            Map.of(
                "NAMEPLATE_LIST_BYTES", "2000000",
                "NAMEPLATE_BATCH_ROWS", "50"));
    failing = FailingServer.broken();
    api = keyed.calls();
    document = OpenApiDocument.of(api);
  }

  @AfterAll
  void stop() {
    keyed.close();
    failing.close();
  }

  /** An operation as the document names it, with a path of it. */
  private record Operation(String method, String path, String target) {
    ApiCalls.Reply send(ApiCalls server, String... headers) {
      boolean list = path.equals(URLS) || (path.equals(JOBS) && method.equals("post"));
      String query = list ? "?template=welcome" : "";
      String[] all =
          Stream.concat(Stream.of("Content-Type", "text/csv"), Stream.of(headers))
              .toArray(String[]::new);
      return list
          ? server.post(target + query, LIST, all)
          : server.send(method.toUpperCase(java.util.Locale.ROOT), target, all);
    }
  }

  private static List<Operation> operations(String job) {
    List<Operation> all =
        new ArrayList<>(
            List.of(
                new Operation("post", URLS, URLS),
                new Operation("get", JOBS, JOBS),
                new Operation("post", JOBS, JOBS)));
    String target = JOBS + "/" + job;
    Stream.of("", "/events", "/results.csv", "/failed.csv", "/files.zip", "/deliveries")
        .map(below -> new Operation("get", JOB + below, target + below))
        .forEach(all::add);
    Stream.of("/deliveries", "/pause", "/resume", "/cancel")
        .map(below -> new Operation("post", JOB + below, target + below))
        .forEach(all::add);
    all.add(new Operation("delete", JOB, target));
    return all;
  }

  private ApiCalls.Reply noted(Operation operation, ApiCalls.Reply reply) {
    answered.add(document.checked(operation.method(), operation.path(), reply));
    return reply;
  }

  private ApiCalls.Reply posted(String path, String query, String list, String... more) {
    String[] headers =
        Stream.of(KeyedServer.anything(), new String[] {"Content-Type", "text/csv"}, more)
            .flatMap(Stream::of)
            .toArray(String[]::new);
    return noted(new Operation("post", path, path), api.post(path + "?" + query, list, headers));
  }

  @Test
  void everyOperation_answersWhatTheDocumentSays_andAllOfIt() throws IOException {
    for (Operation each : operations("none")) {
      refused(each);
    }
    orders();
    jobs();
    inFlight();
    Set<String> documented =
        document.answers().stream()
            .filter(each -> each.contains(" " + URLS + " ") || each.contains(" " + JOBS))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(documented).as("documented, and answered").containsAll(answered);
    assertThat(answered).as("answered, and documented").containsAll(documented);
  }

  /** What every operation answers to those who may not call, call too often, or find it broken. */
  private void refused(Operation each) {
    Stream.of(
            new String[0],
            new String[] {"Authorization", "Bearer np_x"},
            KeyedServer.expired(),
            KeyedServer.revokedToken(),
            KeyedServer.otherScope(),
            KeyedServer.anything())
        .forEach(headers -> noted(each, each.send(api, headers)));
    noted(each, each.send(failing.calls(), "Authorization", "Bearer np_x"));
    if (each.path().startsWith(JOBS)) {
      noted(each, each.send(failing.calls()));
    }
    for (int calls = 0; calls < 50; calls++) {
      if (noted(each, each.send(api, KeyedServer.slow())).status() == 429) {
        break;
      }
    }
    if (each.method().equals("get")) {
      fromAForeignHost(each);
    } else {
      noted(each, each.send(local(), "Origin", "https://evil.example"));
    }
  }

  private static ApiCalls local() {
    return new ApiCalls(TestApplication.application().port());
  }

  /** A call by a name that is not this machine's, which no client of Java sends. */
  private void fromAForeignHost(Operation each) {
    RawSocket.Answer answer =
        RawSocket.exchange(
            TestApplication.application().port(),
            "GET "
                + each.target()
                + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assertThat(answer.status()).isEqualTo(403);
    answered.add(
        each.method()
            + " "
            + each.path()
            + " 403 "
            + ApiCalls.parsed(answer.body()).path("code").asText());
  }

  /** What is answered to orders and lists that cannot be used. */
  private void orders() {
    for (String path : List.of(URLS, JOBS)) {
      String welcome = "template=welcome";
      posted(path, "template=nothing", LIST);
      posted(path, welcome + "&version=9", LIST);
      posted(path, welcome + "&scale=x", LIST);
      posted(path, welcome + "&colour=1", LIST);
      posted(path, welcome + "&map.no=Name", LIST);
      posted(path, welcome + "&format=tiff", LIST);
      posted(path, welcome, "a,a\n1,2\n");
      posted(path, welcome, LIST, "Content-Type", "image/png");
      Operation operation = new Operation("post", path, path);
      noted(operation, operation.send(api, KeyedServer.otherTemplate()));
    }
    posted(URLS, "template=welcome", "{\"name\":\"Maria\"}\n");
    posted(URLS, "template=welcome", LIST, "Accept", "image/png");
    posted(URLS, "template=welcome", "name\n" + "Maria\n".repeat(400_000));
    posted(JOBS, "template=welcome", "name\n" + "Maria\n".repeat(51));
    posted(JOBS, "template=welcome", LIST, "Idempotency-Key", "one");
    posted(JOBS, "template=welcome", LIST + "Ada\n", "Idempotency-Key", "one");
    Operation urls = new Operation("post", URLS, URLS);
    noted(urls, urls.send(api, KeyedServer.withQuota()));
    noted(urls, urls.send(api, KeyedServer.withQuota()));
    Operation jobs = new Operation("post", JOBS, JOBS);
    noted(jobs, jobs.send(api, KeyedServer.withQuota()));
    noted(
        urls,
        failing
            .calls()
            .post(
                URLS + "?template=welcome",
                "name\n" + "Maria\n".repeat(200_000),
                "Content-Type",
                "text/csv"));
  }

  /** What is answered of jobs that there are. */
  private void jobs() {
    String[] token = KeyedServer.anything();
    String csv = submitted("name\nJob\n");
    Operation events = new Operation("get", JOB + "/events", csv + "/events");
    noted(events, events.send(api, token));
    for (Operation each : operations(csv.substring(JOBS.length() + 1))) {
      if (each.path().startsWith(JOB) && !each.method().equals("delete")) {
        noted(each, each.send(api, token));
      }
    }
    String lines = submitted("{\"name\":\"Job\"}\n");
    for (String below : List.of("/results.csv", "/failed.csv")) {
      Operation download = new Operation("get", JOB + below, lines + below);
      noted(download, download.send(api, token));
    }
    Operation deletion = new Operation("delete", JOB, csv);
    ApiCalls.Reply gone = noted(deletion, deletion.send(api, token));
    for (int tries = 0; tries < 1000 && gone.status() == 503; tries++) {
      Waiting.pause();
      gone = noted(deletion, deletion.send(api, token));
    }
  }

  private String submitted(String list) {
    return posted(JOBS, "template=welcome&mode=files&webhook=https://127.0.0.1/hook", list)
        .header("Location");
  }

  /** A second request of a name whose first one is still sending. */
  private void inFlight() throws IOException {
    String head =
        "POST /v1/batches?template=welcome HTTP/1.1\r\nHost: localhost\r\n"
            + "Authorization: "
            + KeyedServer.anything()[1]
            + "\r\nContent-Type: text/csv\r\nIdempotency-Key: two\r\nExpect: 100-continue\r\n"
            + "Content-Length: "
            + LIST.length()
            + "\r\n\r\n";
    try (Socket first = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
      first.setSoTimeout(30_000);
      first.getOutputStream().write(head.getBytes(UTF_8));
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(first.getInputStream(), UTF_8));
      assertThat(reader.readLine()).isEqualTo("HTTP/1.1 100 Continue");
      ApiCalls.Reply second = posted(JOBS, "template=welcome", LIST, "Idempotency-Key", "two");
      assertThat(second.code()).isEqualTo("idempotency_in_flight");
      first.getOutputStream().write(LIST.getBytes(UTF_8));
      assertThat(reader.readLine()).isEmpty();
      assertThat(reader.readLine()).startsWith("HTTP/1.1 202");
    }
  }
}
