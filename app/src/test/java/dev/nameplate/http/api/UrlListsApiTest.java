package dev.nameplate.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.boot.Application;
import dev.nameplate.cli.CommandRun;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.PreparedWork;
import dev.nameplate.support.RawSocket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists through the API, under the local rule. */
final class UrlListsApiTest {
  private static final String WELCOME = "/v1/urls?template=welcome";
  private static final String LIST =
      "First Name,City\r\nMaria,Bonn\r\n,K\u00f6ln\r\nZo\u00eb,Ulm\r\n";
  private static final int MOST = 2 << 20;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  @SuppressWarnings("NullAway.Init") // Before all tests.
  private static Application application;

  @SuppressWarnings("NullAway.Init") // Before all tests.
  private static ApiCalls api;

  @SuppressWarnings("NullAway.Init") // Before all tests.
  private static JsonNode responses;

  @BeforeAll
  static void open() {
    application =
        Applications.open(
            Settings.read(
                Map.of(
                    "NAMEPLATE_HOST", "127.0.0.1",
                    "PORT", "0",
                    "NAMEPLATE_WARM_UP", "0",
                    "NAMEPLATE_WORK", PreparedWork.in(folder).toString(),
                    "NAMEPLATE_LIST_BYTES", "" + MOST,
                    "NAMEPLATE_LISTS", "1"),
                Map.of()));
    api = new ApiCalls(application.port());
    JsonNode document = api.send("GET", "/v1/openapi.json").json();
    responses = document.at("/paths/~1v1~1urls/post/responses");
  }

  @AfterAll
  static void close() {
    application.close();
  }

  private static ApiCalls.Reply post(String target, String list, String... headers) {
    return post(target, list.getBytes(UTF_8), headers);
  }

  private static ApiCalls.Reply post(String target, byte[] list, String... headers) {
    List<String> all = new ArrayList<>(List.of("Content-Type", "text/csv"));
    all.addAll(List.of(headers));
    ApiCalls.Reply reply = api.post(target, list, all.toArray(String[]::new));
    checkDocumented(reply);
    return reply;
  }

  /** Every answer is one that the OpenAPI document has. */
  private static void checkDocumented(ApiCalls.Reply reply) {
    JsonNode response = responses.path("" + reply.status());
    String type = reply.header("Content-Type").replaceFirst(";.*", "");
    assertThat(response.path("content").has(type)).as("%s %s", reply.status(), type).isTrue();
    if (reply.status() >= 400) {
      assertThat(response.path("description").asText()).contains(reply.code());
    }
  }

  @Test
  void list_comesBackAsItWas_withAUrlForEachRow() {
    ApiCalls.Reply reply = post(WELCOME, LIST);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
    assertThat(reply.header("Content-Disposition")).isEqualTo("attachment; filename=\"urls.csv\"");
    assertThat(reply.header("Nameplate-Columns")).isEqualTo("name=1");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    String base = "http://127.0.0.1:" + application.port();
    assertThat(reply.text().split("\r\n"))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo("First Name,City,image_url,image_alt,np_status,np_outcome,np_note"),
            line ->
                assertThat(line).startsWith("Maria,Bonn," + base + "/i/welcome.png?name=Maria,"),
            line -> assertThat(line).contains(",K\u00f6ln,", ",fallback,", "name: empty"),
            line -> assertThat(line).startsWith("Zo\u00eb,Ulm,").contains("?name=Zo%C3%AB,"));
    assertThat(api.send("GET", "/i/welcome.png?name=Zo%C3%AB").status()).isEqualTo(200);
    assertThat(post("/v1/urls/?template=welcome", LIST).text()).isEqualTo(reply.text());
  }

  @Test
  void answer_isByteForByteWhatTheCommandWrites() throws IOException {
    byte[] list =
        ("Vorname;Ort\n\"M;ria\";Bonn\n" + "\u00c4nn;x\n;\n\nzu;viele;Zellen\n".repeat(2_000))
            .getBytes(Charset.forName("windows-1252"));
    Path file = Files.write(folder.resolve("people.csv"), list);
    Path out = folder.resolve("urls.csv");
    CommandRun run =
        CommandRun.of(
            "batch",
            "welcome",
            file.toString(),
            "--map",
            "name=Vorname",
            "--scale",
            "2",
            "--limit",
            "7000",
            "--base",
            "http://127.0.0.1:" + application.port(),
            "--out",
            out.toString());
    assertThat(run.status()).as(run.err()).isEqualTo(1);
    ApiCalls.Reply reply = post(WELCOME + "&map.NAME=vorname&scale=2&limit=7000", list);
    assertThat(reply.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=windows-1252");
    assertThat(reply.response().body()).isEqualTo(Files.readAllBytes(out));
  }

  @Test
  void jsonLines_comeBackAsJsonLines() {
    ApiCalls.Reply reply =
        post(WELCOME, "{\"name\":\"Maria\"}\n", "Content-Type", "application/x-ndjson");
    assertThat(reply.header("Content-Type")).isEqualTo("application/jsonl");
    assertThat(reply.header("Content-Disposition")).contains("urls.jsonl");
    assertThat(reply.json().path("image_url").asText()).endsWith("/i/welcome.png?name=Maria");
  }

  @Test
  void openField_takesNoColumn() {
    ApiCalls.Reply reply = post("/v1/urls?template=coupon&open=NAME,code", "percent\n20\n");
    assertThat(reply.text()).contains("/i/coupon.png?percent=20,");
    assertThat(reply.header("Nameplate-Columns")).isEqualTo("percent=1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/urls                          | 422 | invalid_value        | ?template | required",
        "/v1/urls?template=welcom          | 404 | unknown_template     | ?template | no such",
        "/v1/urls?template=welcome&fromat=png | 422 | unsupported_property | ?fromat | allowed:"
            + " template, version, format",
        "/v1/urls?template=welcome&format=bmp | 422 | format_not_offered | ?format   | the template"
            + " offers png",
        "/v1/urls?template=welcome&scale=9 | 422 | invalid_value        | ?scale    | the template"
            + " offers",
        "/v1/urls?template=welcome&scale=x | 422 | invalid_value        | ?scale    | a number",
        "/v1/urls?template=welcome&url=secret | 422 | invalid_value     | ?url      | plain, signed"
            + " or sealed",
        "/v1/urls?template=welcome&url=signed | 422 | invalid_value     | ?url      |"
            + " NAMEPLATE_KEYS",
        "/v1/urls?template=welcome&expires=soon | 422 | invalid_value   | ?expires  | a time with"
            + " its offset",
        "/v1/urls?template=welcome&expires=2020-01-01T00:00Z | 422 | invalid_value | ?expires | to"
            + " come",
        "/v1/urls?template=welcome&expires=2999-01-01T00:00Z | 422 | invalid_value | ?expires |"
            + " url=sealed",
        "/v1/urls?template=welcome&limit=0 | 422 | invalid_value        | ?limit    | 1 or more",
        "/v1/urls?template=welcome&limit=1&limit=2 | 422 | invalid_value | ?limit   | one value",
        "/v1/urls?template=welcome&open=nmae | 422 | unknown_layer      | ?open     | there are:"
            + " name",
        "/v1/urls?template=welcome&map.nmae=City | 422 | unknown_layer  | ?map.nmae | there are:"
            + " name",
        "/v1/urls?template=welcome&map.name=City&open=name | 422 | invalid_value | ?open | not"
            + " both",
        "/v1/urls?template=welcome&map.name=Nothing | 422 | unusable_list | $ | the list has"
            + " \"First Name\"",
      })
  void whatIsWrongWithTheQuery_isToldBeforeTheAnswer(
      String target, int status, String code, String path, String words) {
    ApiCalls.Reply reply = post(target, LIST);
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.json().at("/errors/0/path").asText()).isEqualTo(path);
    assertThat(reply.json().path("detail").asText()).contains(words).doesNotContain("--");
  }

  @Test
  void allThatIsWrongWithTheQuery_isToldAtOnce() {
    JsonNode errors =
        post(WELCOME + "&scale=x&url=y&nonsense=1&open=z", LIST).json().path("errors");
    assertThat(errors.findValuesAsText("path"))
        .containsExactlyInAnyOrder("?nonsense", "?scale", "?url", "?open");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                | is empty",
        "'Maria,m@example.com\nAnn,a@example.com\n' | row 1 looks like",
        "'Name,City,name\nA,B,C\n'         | columns 1 and 3",
        "'Colour,Shape\nred,round\n'       | ?map.name=",
        "'PK\u0003\u0004 a workbook'       | CSV",
        "'%PDF-1.7\n'                      | CSV",
        "'\n\n\n'                          | every line of the list is empty",
      })
  void listThatCannotBeUsed_isAProblemThatSaysWhatToDo(String list, String words) {
    ApiCalls.Reply reply = post(WELCOME, list);
    assertThat(reply.status()).as(reply.text()).isEqualTo(422);
    assertThat(reply.code()).isEqualTo("unusable_list");
    assertThat(reply.json().path("detail").asText())
        .contains(words)
        .doesNotContain("example.com", "--map");
    assertThat(reply.response().headers().firstValue("Content-Disposition")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "application/zip"
      })
  void otherTypes_areRefused_withWhatToSend(String type) {
    ApiCalls.Reply reply = post(WELCOME, LIST, "Content-Type", type);
    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.json().path("detail").asText()).contains("text/csv", "--data-binary");
    assertThat(post(WELCOME, LIST, "Content-Encoding", "gzip").status()).isEqualTo(415);
    assertThat(post(WELCOME, LIST, "Accept", "image/png").status()).isEqualTo(406);
  }

  @Test
  void otherMethods_areRefused_andForeignPagesToo() {
    ApiCalls.Reply reply = api.send("GET", "/v1/urls");
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("POST");
    assertThat(post(WELCOME, LIST, "Origin", "https://evil.example").status()).isEqualTo(403);
  }

  @Test
  void listThatIsTooLong_is413_andNamesSettingAndBatches() throws Exception {
    String list = "name\n" + "Maria Magdalena\n".repeat(MOST / 16);
    for (boolean declared : List.of(true, false)) {
      byte[] bytes = list.getBytes(UTF_8);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + application.port() + WELCOME))
              .header("Content-Type", "text/csv")
              .POST(
                  declared
                      ? BodyPublishers.ofByteArray(bytes)
                      : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
              .build();
      ApiCalls.Reply reply =
          new ApiCalls.Reply(HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()));
      assertThat(reply.status()).isEqualTo(413);
      assertThat(reply.code()).isEqualTo("body_too_large");
      assertThat(reply.json().path("detail").asText())
          .contains("" + MOST, "NAMEPLATE_LIST_BYTES", "/v1/batches");
    }
    assertThat(post(WELCOME, list.substring(0, MOST)).status()).isEqualTo(200);
  }

  @Test
  void senderThatWritesAllBeforeItReads_seesTheAnswer() {
    String list = "name\n" + "Maria Magdalena\n".repeat(80_000);
    for (String target : List.of(WELCOME, "/v1/urls?template=nothing")) {
      RawSocket.Answer answer =
          RawSocket.exchange(application.port(), head(target, list.length()) + list);
      boolean good = target.equals(WELCOME);
      assertThat(answer.status()).isEqualTo(good ? 200 : 404);
      if (good) {
        assertThat(answer.header("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(answer.text()).as("the answer's end").endsWith("\r\n0\r\n\r\n");
      }
    }
  }

  @Test
  void listsThatStopComing_areDropped_andTheirPlacesGivenBack() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      ApiCalls.Reply full = post(WELCOME, LIST);
      for (int at = 0; at < 100 && full.status() != 503; at++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), application.port());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write((head(WELCOME, 1_000) + "name\nMar").getBytes(UTF_8));
        slow.add(socket);
        full = post(WELCOME, LIST);
      }
      assertThat(full.status()).isEqualTo(503);
      assertThat(full.code()).isEqualTo("overloaded");
      assertThat(full.header("Retry-After")).isEqualTo("1");
      assertThat(api.send("GET", "/i/welcome.png?name=Meanwhile").status()).isEqualTo(200);
      for (Socket socket : slow) {
        assertThat(ends(socket)).isTrue();
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    assertThat(post(WELCOME, LIST).status()).isEqualTo(200);
  }

  private static boolean ends(Socket socket) {
    try {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private static String head(String target, int length) {
    return "POST "
        + target
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nConnection: close\r\n"
        + "Content-Length: "
        + length
        + "\r\n\r\n";
  }
}
