package dev.nameplate.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.support.Waiting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code /v1/batches}, against its document. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BatchesApiTest {
  private static final String PATH = "/v1/batches";
  private static final String LIST = "First Name,City\nMaria,Ulm\n,Bonn\nMaria,Ulm\ntoo,many,x\n";
  private static final String CANARY = "Zanzibarina";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  @SuppressWarnings("NullAway.Init") // BeforeAll sets it.
  private KeyedServer server;

  @SuppressWarnings("NullAway.Init") // BeforeAll sets it.
  private ApiCalls api;

  @SuppressWarnings("NullAway.Init") // BeforeAll sets it.
  private OpenApiDocument document;

  @BeforeAll
  void start() {
    server = new KeyedServer(folder, Map.of("NAMEPLATE_BATCH_ROWS", "20000"));
    api = server.calls();
    document = OpenApiDocument.of(api);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private ApiCalls.Reply post(String path, String body, String[] token, String... more) {
    List<String> headers = new ArrayList<>(List.of(token));
    headers.addAll(List.of("Content-Type", "text/csv"));
    headers.addAll(List.of(more));
    return checked("post", path, api.post(path, body, headers.toArray(String[]::new)));
  }

  private ApiCalls.Reply get(String path, String... headers) {
    return checked("get", path, api.send("GET", path, headers));
  }

  private static String operation(String path) {
    String plain = path.replaceFirst("\\?.*$", "");
    return plain.replaceFirst("^/v1/batches/[^/]+", "/v1/batches/{id}");
  }

  /** Holds an answer against the document. */
  private ApiCalls.Reply checked(String method, String path, ApiCalls.Reply reply) {
    assertThat(document.checked(method, operation(path), reply)).isNotEmpty();
    return reply;
  }

  private ApiCalls.Reply submitted(String query, String list) {
    ApiCalls.Reply reply = post(PATH + "?template=welcome&" + query, list, KeyedServer.anything());
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    return reply;
  }

  /** Follows the events of a job to its end. */
  private JsonNode ended(ApiCalls.Reply submitted) {
    String path = submitted.header("Location");
    ApiCalls.Reply events = get(path + "/events", KeyedServer.anything());
    assertThat(events.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(events.header("X-Accel-Buffering")).isEqualTo("no");
    assertThat(events.text()).contains("event: end\nid: completed-");
    return get(path, KeyedServer.anything()).json();
  }

  @Test
  void job_ofUrls_isDoneAndDownloaded() {
    ApiCalls.Reply reply = submitted("url=plain", LIST);
    JsonNode job = ended(reply);
    assertThat(job.path("status").asText()).isEqualTo("completed");
    assertThat(job.at("/counts/done").asInt()).isEqualTo(2);
    assertThat(job.at("/counts/fallback").asInt()).isEqualTo(1);
    assertThat(job.at("/counts/failed").asInt()).isEqualTo(1);
    assertThat(job.at("/links/self").asText()).startsWith(KeyedServer.BASE + PATH);
    String path = reply.header("Location");
    assertThat(get(path + "/results.csv", KeyedServer.anything()).text())
        .contains("Maria,Ulm," + KeyedServer.BASE + "/i/welcome.png?name=Maria");
    ApiCalls.Reply failed = get(path + "/failed.csv", KeyedServer.anything());
    assertThat(failed.text().lines()).hasSize(2).last().isEqualTo("too,many,x");
    assertThat(failed.header("Content-Disposition")).contains("failed.csv");
    assertThat(api.post("/v1/urls?template=welcome&url=plain", LIST, csv()).text())
        .isEqualTo(get(path + "/results.csv", KeyedServer.anything()).text());
    assertThat(get(path + "/files.zip", KeyedServer.anything()).code()).isEqualTo("not_found");
  }

  private static String[] csv() {
    return Stream.concat(Stream.of(KeyedServer.anything()), Stream.of("Content-Type", "text/csv"))
        .toArray(String[]::new);
  }

  @Test
  void job_ofFiles_isAnArchive() throws IOException {
    ApiCalls.Reply reply = submitted("mode=files&names=City", LIST);
    JsonNode job = ended(reply);
    assertThat(job.path("pictures").asInt()).isEqualTo(2);
    ApiCalls.Reply zip = get(reply.header("Location") + "/files.zip", KeyedServer.anything());
    assertThat(zip.header("Nameplate-Parts")).isEqualTo("1");
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.response().body()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertThat(names)
        .containsExactly(
            "0000/0000002-ulm.png",
            "0000/0000003-bonn.png",
            "0000/0000004-ulm.png",
            "manifest.csv");
    assertThat(get(reply.header("Location") + "/files.zip?part=2", KeyedServer.anything()).code())
        .isEqualTo("not_found");
  }

  @Test
  void job_prerendered_isAHit() {
    JsonNode job = ended(submitted("mode=prerender&url=plain", "name\nPrerendera\n"));
    assertThat(job.path("pictures").asInt()).isEqualTo(1);
    assertThat(job.path("error").isNull()).isTrue();
  }

  @Test
  void job_inAForm_isTheSame() {
    String boundary = "----form7";
    String body =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"template\"\r\n\r\nwelcome\r\n--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\nplain\r\n--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + LIST
            + "x\r\n--\r\n\r\n--"
            + boundary
            + "--\r\n";
    ApiCalls.Reply reply =
        checked(
            "post",
            PATH,
            api.post(
                PATH,
                body,
                Stream.concat(
                        Stream.of(KeyedServer.anything()),
                        Stream.of("Content-Type", "multipart/form-data; boundary=" + boundary))
                    .toArray(String[]::new)));
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    assertThat(ended(reply).path("rows").asInt()).isEqualTo(6);
  }

  @Test
  void job_changed_andDeleted() {
    String list = "name\n" + "Ann\n".repeat(19_000);
    String path = submitted("url=plain", list).header("Location");
    assertThat(post(path + "/pause", "", KeyedServer.anything()).status()).isEqualTo(200);
    assertThat(post(path + "/resume", "", KeyedServer.anything()).status()).isEqualTo(200);
    assertThat(post(path + "/cancel", "", KeyedServer.anything()).json().path("status").asText())
        .isIn("cancelled", "completed");
    ApiCalls.Reply gone = deleted(path);
    assertThat(gone.status()).isEqualTo(204);
    assertThat(get(path, KeyedServer.anything()).code()).isEqualTo("not_found");
  }

  /** Deletes a job, whose last rows may be worked on for a moment. */
  private ApiCalls.Reply deleted(String path) {
    ApiCalls.Reply reply = api.send("DELETE", path, KeyedServer.anything());
    for (int tries = 0; tries < 1000 && reply.status() == 503; tries++) {
      Waiting.pause();
      reply = api.send("DELETE", path, KeyedServer.anything());
    }
    return checked("delete", path, reply);
  }

  @Test
  void equalRequests_areOneJob_andANameStandsForOne() {
    String[] key = {"Idempotency-Key", "mailing-1"};
    ApiCalls.Reply first = submitted("url=plain", LIST + "Zoe,Ulm\n");
    ApiCalls.Reply second = submitted("url=plain", LIST + "Zoe,Ulm\n");
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    String path = PATH + "?template=welcome";
    assertThat(post(path, LIST, KeyedServer.anything(), key).status()).isEqualTo(202);
    assertThat(post(path, LIST, KeyedServer.anything(), key).status()).isEqualTo(202);
    assertThat(post(path, LIST + "a,b\n", KeyedServer.anything(), key).code())
        .isEqualTo("idempotency_mismatch");
  }

  @Test
  void list_cutOffAtNineTenths_leavesNoJob() throws Exception {
    int before = jobs();
    byte[] list = LIST.repeat(3000).getBytes(UTF_8);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
      String head =
          "POST "
              + PATH
              + "?template=welcome HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
              + "Content-Length: "
              + list.length
              + "\r\n"
              + KeyedServer.anything()[0]
              + ": "
              + KeyedServer.anything()[1]
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().write(list, 0, list.length * 9 / 10);
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      int unused = socket.getInputStream().read();
    }
    assertThat(jobs()).isEqualTo(before);
    Path work = folder.resolve("work/jobs");
    try (Stream<Path> all = Files.walk(work)) {
      List<Path> lists = all.filter(file -> file.endsWith("list")).toList();
      assertThat(lists).allSatisfy(file -> assertThat(file.resolveSibling("job.json")).exists());
    }
  }

  private int jobs() {
    return get(PATH, KeyedServer.anything()).json().path("batches").size();
  }

  @Test
  void jobOfAnotherOwner_isNotThere() {
    String path = submitted("url=plain", LIST + "Other,Owner\n").header("Location");
    assertThat(get(path, KeyedServer.ofOwner("somebody")).code()).isEqualTo("not_found");
    assertThat(get(PATH, KeyedServer.ofOwner("somebody")).json().path("batches")).isEmpty();
    assertThat(get(path, KeyedServer.otherTemplate()).code()).isEqualTo("not_found");
  }

  @Test
  void refusals_areThoseOfTheDocument() {
    String path = PATH + "?template=welcome";
    assertThat(post(path, LIST, new String[0]).code()).isEqualTo("no_token");
    assertThat(post(path, LIST, KeyedServer.expired()).code()).isEqualTo("expired_token");
    assertThat(post(path, LIST, KeyedServer.otherScope()).code()).isEqualTo("scope");
    assertThat(post(path, LIST, KeyedServer.otherTemplate()).code())
        .isEqualTo("template_not_allowed");
    assertThat(post(PATH + "?template=nothing", LIST, KeyedServer.anything()).code())
        .isEqualTo("unknown_template");
    assertThat(post(path + "&mode=none", LIST, KeyedServer.anything()).code())
        .isEqualTo("invalid_value");
    assertThat(post(path + "&webhook=ftp://x", LIST, KeyedServer.anything()).code())
        .isEqualTo("invalid_value");
    assertThat(post(path + "&colour=1", LIST, KeyedServer.anything()).code())
        .isEqualTo("unsupported_property");
    assertThat(post(path + "&names=No", LIST, KeyedServer.anything()).code())
        .isEqualTo("unusable_list");
    assertThat(post(path, "a,a\n1,2\n", KeyedServer.anything()).code()).isEqualTo("unusable_list");
    assertThat(post(path, "name\n" + "x\n".repeat(20_001), KeyedServer.anything()).text())
        .contains("NAMEPLATE_BATCH_ROWS", "body_too_large");
    assertThat(post(path, LIST, KeyedServer.anything(), "Content-Type", "image/png").code())
        .isEqualTo("unsupported_media_type");
  }

  @Test
  void events_ofAReaderThatComesAgain_beginWhereItLeft() throws Exception {
    String path = submitted("url=plain", LIST + "Again,Ulm\n").header("Location");
    JsonNode job = ended(submitted("url=plain", LIST + "Again,Ulm\n"));
    String last = "completed-" + job.path("rows").asInt();
    ApiCalls.Reply again =
        get(
            path + "/events",
            Stream.concat(Stream.of(KeyedServer.anything()), Stream.of("Last-Event-ID", last))
                .toArray(String[]::new));
    assertThat(again.text()).isEqualTo("retry: 3000\n\n");
  }

  @Test
  void logsMetricsAndWorkFolder_holdNoValue() throws IOException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(logged, true, UTF_8);
    System.setOut(both);
    System.setErr(both);
    try {
      String list = "Name\n" + (CANARY + "\n").repeat(40);
      for (String mode : List.of("urls", "prerender", "files")) {
        String path = submitted("url=plain&mode=" + mode, list).header("Location");
        String events = get(path + "/events", KeyedServer.anything()).text();
        assertThat(events).contains("event: end").doesNotContainIgnoringCase(CANARY);
        assertThat(get(path + "/results.csv", KeyedServer.anything()).text()).contains(CANARY);
      }
      // What is refused is told and logged, without what was sent.
      String wrong = PATH + "?template=welcome&map.name=" + CANARY + "&names=" + CANARY;
      assertThat(post(wrong, list, KeyedServer.anything()).status()).isEqualTo(422);
      assertThat(post(PATH + "?template=" + CANARY, list, KeyedServer.anything()).status())
          .isEqualTo(404);
      // A request that is answered later than all others, so that their lines are written.
      api.send("GET", "/health/live");
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(logged.toString(UTF_8))
        .contains("unknown_template")
        .doesNotContainIgnoringCase(CANARY);
    assertThat(api.send("GET", "/metrics").text()).doesNotContainIgnoringCase(CANARY);
    try (Stream<Path> all = Files.walk(folder.resolve("work"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContainIgnoringCase(CANARY);
      }
    }
  }
}
