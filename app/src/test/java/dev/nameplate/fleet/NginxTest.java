package dev.nameplate.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.KeepAlive;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.PreparedWork;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.RequiresTools;
import dev.nameplate.support.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration that is shipped, in a real nginx in front of the real program. */
@RequiresTools("nginx")
final class NginxTest {
  private static final String JSON = "{\"template\":\"welcome\",\"layers\":{\"name\":\"Maria\"}}";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path shared;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @SuppressWarnings("NullAway.Init") // Set before the tests.
  private static Application node;

  @SuppressWarnings("NullAway.Init") // Set before the tests.
  private static Nginx nginx;

  @BeforeAll
  static void start() {
    node = node(Map.of("NAMEPLATE_PROXIES", "127.0.0.1/32", "NAMEPLATE_RATE_CLIENT", "1/3"));
    nginx = Nginx.shipped(shared, List.of(node.port()));
  }

  @AfterAll
  static void stop() {
    nginx.close();
    node.close();
  }

  private static Application node(Map<String, String> more) {
    Map<String, String> environment = new LinkedHashMap<>(more);
    environment.put("NAMEPLATE_HOST", "127.0.0.1");
    environment.put("PORT", "0");
    environment.put("NAMEPLATE_WARM_UP", "0");
    environment.put("NAMEPLATE_DEADLINE", "60s");
    environment.put("NAMEPLATE_LOG", "off");
    environment.put("NAMEPLATE_WORK", PreparedWork.in(shared).toString());
    return Applications.open(Settings.read(environment, Map.of()));
  }

  /** A request from an address of its own, so that no test uses up the rate limit of another. */
  private static RawSocket.Answer get(String from, String target, String... lines) {
    return send(nginx.port(), from, "GET", target, "", lines);
  }

  private static RawSocket.Answer send(
      int port, String from, String method, String target, String body, String... lines) {
    StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    request.append("Host: img.example.com\r\nConnection: close\r\n");
    for (String line : lines) {
      request.append(line).append("\r\n");
    }
    if (!body.isEmpty()) {
      request.append("Content-Type: application/json\r\nContent-Length: ").append(body.length());
      request.append("\r\n");
    }
    try {
      return RawSocket.exchange(port, request + "\r\n" + body, InetAddress.getByName(from));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void picture_isKept_byItsWholeAddress_andConditionalRequestsAreAnswered() {
    String target = "/i/welcome.png?name=Kept";
    RawSocket.Answer first = get("127.0.0.11", target);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.head()).contains("Cache-Status: nginx; fwd=uri-miss");
    RawSocket.Answer second = get("127.0.0.11", target);
    assertThat(second.head()).contains("Cache-Status: nginx; hit");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Date")).as("the date of its making").isEqualTo(first.header("Date"));
    RawSocket.Answer other = get("127.0.0.11", target + "&utm_source=news");
    assertThat(other.head()).contains("nginx; fwd=uri-miss");
    RawSocket.Answer held = get("127.0.0.11", target, "If-None-Match: " + first.header("ETag"));
    assertThat(held.status()).isEqualTo(304);
  }

  @Test
  void formats_ofOneAddress_areKeptApart() {
    Function<String, RawSocket.Answer> accepting =
        type -> get("127.0.0.12", "/i/welcome?name=Formats", "Accept: " + type);
    RawSocket.Answer png = accepting.apply("image/png");
    RawSocket.Answer jpeg = accepting.apply("image/jpeg");
    assertThat(png.header("Content-Type")).isEqualTo("image/png");
    assertThat(accepting.apply("image/png").body()).isEqualTo(png.body());
    assertThat(jpeg.header("Content-Type"))
        .isEqualTo(accepting.apply("image/jpeg").header("Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/i/no-such.png", "/i/welcome.png?_v=99", "/i/welcome@7x.png"})
  void fault_keepsItsStatusAndItsPicture_andIsNotKept(String target) {
    for (int time = 0; time < 2; time++) {
      RawSocket.Answer answer = get("127.0.0.13", target);
      assertThat(answer.status()).isGreaterThanOrEqualTo(400);
      assertThat(answer.head()).contains("nginx; fwd=uri-miss");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(Pictures.decode(answer.body()).getWidth()).isPositive();
    }
  }

  @Test
  void longAddress_ofMergeTags_reachesTheProgram() {
    RawSocket.Answer answer = get("127.0.0.14", "/i/welcome.png?name=" + "x".repeat(12_000));
    assertThat(answer.status()).isEqualTo(200);
    RawSocket.Answer tooLong = get("127.0.0.14", "/i/welcome.png?name=" + "x".repeat(20_000));
    assertThat(tooLong.status()).as("the program's own limit").isEqualTo(414);
    RawSocket.Answer over = get("127.0.0.14", "/i/welcome.png?name=" + "x".repeat(40_000));
    assertThat(over.status()).as("nginx's limit").isEqualTo(414);
    assertThat(Pictures.decode(over.body()).getWidth()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/images",
        "/v1",
        "//v1/images",
        "/i/../v1/images",
        "/i/%2e%2e/v1/images",
        "/%76%31/images",
        "/new",
        "/login",
        "/batches",
        "/batches/abc",
        "/fleet",
        "/metrics",
        "/t/welcome/edit",
        "/t/acme/welcome/edit/state",
        "/t/welcome/%65dit",
        "/t/welcome/batch"
      })
  void operatorsPaths_areClosed(String target) {
    assertThat(get("127.0.0.15", target).status()).isEqualTo(403);
    assertThat(send(nginx.port(), "127.0.0.15", "POST", target, JSON).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1;x=1/images", "/t/welcome/edit;x", "/t/welcome;/edit"})
  void semicolons_openNothing(String target) {
    assertThat(get("127.0.0.15", target).status()).isEqualTo(404);
  }

  @Test
  void operatorsPaths_thatAreOpened_askForAToken() {
    try (Nginx opened =
        Nginx.shipped(
            folder, List.of(node.port()), text -> text.replace("default 0;", "default 1;"))) {
      assertThat(send(opened.port(), "127.0.0.16", "POST", "/v1/images", JSON).status())
          .isEqualTo(401);
      assertThat(send(opened.port(), "127.0.0.16", "GET", "/new", "").status()).isEqualTo(401);
      assertThat(send(opened.port(), "127.0.0.16", "GET", "/fleet", "").status()).isEqualTo(401);
    }
  }

  @Test
  void pagesForAuthors_andHealth_arePassedOn() {
    assertThat(get("127.0.0.17", "/").status()).isEqualTo(200);
    assertThat(get("127.0.0.17", "/t/welcome").status()).isEqualTo(200);
    assertThat(get("127.0.0.17", "/health/ready").status()).isEqualTo(200);
  }

  @Test
  void clientsAddress_isBelieved_andCannotBeForged() {
    String[] forged = {"X-Forwarded-For: 203.0.113.9", "Forwarded: for=203.0.113.9"};
    int degraded = 0;
    for (int time = 0; time < 8; time++) {
      String own = "X-Forwarded-For: 203.0.113." + time;
      degraded += isOverRate(get("127.0.0.18", "/i/welcome.png?name=One" + letter(time), own));
    }
    assertThat(degraded).as("three at once, then one a second").isGreaterThanOrEqualTo(3);
    assertThat(isOverRate(get("127.0.0.19", "/i/welcome.png?name=Other", forged)))
        .as("another address has a limit of its own")
        .isZero();
  }

  private static char letter(int number) {
    return (char) ('a' + number);
  }

  private static int isOverRate(RawSocket.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return answer.header("Nameplate-Degraded").equals("rate") ? 1 : 0;
  }

  @Test
  void oneAddress_askedForByMany_isAskedForOnce() throws Exception {
    ExecutorService clients = Executors.newCachedThreadPool();
    try (StubNode stub = new StubNode();
        Nginx own = Nginx.shipped(folder, List.of(stub.port()))) {
      CountDownLatch gate = stub.shut();
      List<Future<RawSocket.Answer>> answers = new ArrayList<>();
      for (int client = 0; client < 8; client++) {
        answers.add(clients.submit(() -> RawSocket.get(own.port(), "/i/lock.png")));
      }
      Waiting.until("a request has come", () -> stub.requests() == 1);
      gate.countDown();
      for (Future<RawSocket.Answer> answer : answers) {
        assertThat(answer.get().text()).isEqualTo("first");
      }
      assertThat(stub.requests()).isEqualTo(1);
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void stalePicture_isSent_whileANewOneIsMade_andWhileNodesFail() {
    try (StubNode stub = new StubNode();
        Nginx own = Nginx.shipped(folder, List.of(stub.port()))) {
      stub.replies(new StubNode.Reply(200, "max-age=1, stale-if-error=60", "first"));
      assertThat(stale(own).text()).isEqualTo("first");
      CountDownLatch gate = stub.shut();
      Waiting.until("it is out of date", () -> isStale(own));
      assertThat(stub.requests()).as("one asks for the new one, none waits").isEqualTo(2);
      stub.replies(new StubNode.Reply(200, "max-age=1, stale-if-error=60", "second"));
      gate.countDown();
      Waiting.until("the new one is there", () -> stale(own).text().equals("second"));
      stub.replies(new StubNode.Reply(500, "no-store", "broken"));
      int before = stub.requests();
      Waiting.until("it is asked again", () -> isStale(own) && stub.requests() > before);
      assertThat(stale(own).text()).isEqualTo("second");
    }
  }

  private static boolean isStale(Nginx own) {
    RawSocket.Answer answer = stale(own);
    assertThat(answer.status()).isEqualTo(200);
    return answer.head().contains("detail=");
  }

  /** Reads by the length: nginx closes a connection that makes a picture anew only after that. */
  private static RawSocket.Answer stale(Nginx own) {
    try (KeepAlive connection = new KeepAlive(own.port())) {
      return connection.get("/i/stale.png");
    }
  }

  @Test
  void noNode_isAPicture_andNoMessageHoldsAValue() throws IOException {
    int gone;
    try (StubNode stub = new StubNode()) {
      gone = stub.port();
    }
    try (Nginx own = Nginx.shipped(folder, List.of(gone))) {
      RawSocket.Answer answer = RawSocket.get(own.port(), "/i/welcome.png?name=Salome");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).isEqualTo("image/png");
      assertThat(answer.body())
          .isEqualTo(Files.readAllBytes(Nginx.DEPLOY.resolve("unavailable.png")));
      assertThat(answer.header("Cache-Control"))
          .isEqualTo("public, max-age=5, s-maxage=5, no-transform");
      assertThat(answer.header("Nameplate-Degraded")).isEqualTo("proxy");
      assertThat(answer.header("ETag") + answer.header("Last-Modified")).isEmpty();
      assertThat(RawSocket.get(own.port(), "/").status()).as("a page is none").isEqualTo(502);
      Waiting.until("the log is written", () -> own.output().contains("GET 200"));
      assertThat(own.output()).doesNotContain("Salome").doesNotContain("127.0.0.1 ");
    }
  }

  @Test
  void nodeThatFails_isLeftOut_andItsShareGoesToTheOthers() {
    int gone;
    try (StubNode stub = new StubNode()) {
      gone = stub.port();
    }
    try (StubNode one = new StubNode();
        Nginx own = Nginx.shipped(folder, List.of(one.port(), gone))) {
      for (int picture = 0; picture < 40; picture++) {
        RawSocket.Answer answer = RawSocket.get(own.port(), "/i/share.png?n=" + picture);
        assertThat(answer.text()).isEqualTo("first");
      }
      assertThat(one.requests()).isEqualTo(40);
    }
  }

  /**
   * nginx before 1.29.7 speaks HTTP/1.0 to nodes where nothing else is set, by which the local rule
   * knows it; with HTTP/1.1 and without a header of its own it looks like the author's own program,
   * as operations.md says.
   */
  @Test
  void bareProxy_beforeAServerWithoutKeys_doesNotOpenTheLocalRule() {
    try (Application local = node(Map.of());
        Nginx bare = bare(local.port(), "proxy_http_version 1.0;")) {
      assertThat(send(bare.port(), "127.0.0.1", "POST", "/v1/images", JSON).status())
          .isEqualTo(401);
      assertThat(send(bare.port(), "127.0.0.1", "GET", "/new", "").status()).isEqualTo(401);
    }
  }

  @Test
  void proxyThatSpeaksHttp11_andAddsNothing_isNotRecognized() {
    try (Application local = node(Map.of());
        Nginx bare = bare(local.port(), "proxy_http_version 1.1;")) {
      assertThat(send(bare.port(), "127.0.0.1", "POST", "/v1/images", JSON).status())
          .as("so NAMEPLATE_KEYS belong behind any proxy")
          .isEqualTo(200);
    }
  }

  private Nginx bare(int port, String more) {
    return Nginx.start(
        folder,
        "pid "
            + folder.resolve("nginx.pid")
            + "; error_log stderr; events {} http { access_log off; client_body_temp_path "
            + folder.resolve("body")
            + "; proxy_temp_path "
            + folder.resolve("proxy")
            + "; fastcgi_temp_path "
            + folder.resolve("fastcgi")
            + "; uwsgi_temp_path "
            + folder.resolve("uwsgi")
            + "; scgi_temp_path "
            + folder.resolve("scgi")
            + "; server { listen 127.0.0.1:PORT; location / { proxy_pass http://127.0.0.1:"
            + port
            + "; "
            + more
            + " } } }");
  }
}
