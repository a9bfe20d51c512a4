package dev.nameplate.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.client.TrustedProxies;
import dev.nameplate.access.ratelimit.MailProxies;
import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.access.ratelimit.RateSettings;
import dev.nameplate.access.sign.AccessSettings;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.geometry.Scale;
import dev.nameplate.http.ConnectionLimits;
import dev.nameplate.http.HttpServer;
import dev.nameplate.http.HttpSettings;
import dev.nameplate.http.monitor.MonitoringSettings;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.scene.ClockState;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Promise 8, no value of a recipient's stands in a log, a metric or a header: a thousand names
 * nobody else has go through everything that a request can come to, and are then looked for
 * wherever they must not be.
 */
final class CanaryTest {
  private static final int NAMES = 1000;
  private static final String CANARY = "zyxwolf";
  private static final MonitoringSettings SILENT =
      new MonitoringSettings(OptionalInt.empty(), MonitoringSettings.LogForm.OFF);
  private static final MonitoringSettings APART =
      new MonitoringSettings(OptionalInt.of(0), MonitoringSettings.LogForm.TEXT);

  private final CountDownLatch gate = new CountDownLatch(1);
  private final PrintStream err = System.err;
  private final PrintStream out = System.out;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final StringBuilder told = new StringBuilder();

  /** Fails in every way there is, each time with the recipient's data in its message. */
  private final PictureRenderer failing =
      new ForwardingDrawing(TestApplication.application().pipeline()) {
        @Override
        public MergedFields merge(Template template, RawQuery query) {
          if (query.text().contains("Mergebug")) {
            throw new IllegalStateException(query.text());
          }
          if (query.text().contains("Mergeerror")) {
            throw new AssertionError(query.text());
          }
          return super.merge(template, query);
        }

        @Override
        public RenderResult picture(
            Template template,
            MergedFields fields,
            Scale scale,
            Format format,
            ClockState clockState) {
          String name = fields.value("name").map(FieldValue::shown).orElse("");
          if (name.contains("Drawbug")) {
            throw new IllegalArgumentException(name, new IllegalStateException(name));
          }
          if (name.contains("Drawerror")) {
            throw new StackOverflowError(name);
          }
          if (name.contains("Slow")) {
            waitAtTheGate();
          }
          return super.picture(template, fields, scale, format, clockState);
        }
      };

  private void waitAtTheGate() {
    try {
      gate.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveBack() {
    gate.countDown();
    System.setErr(err);
    System.setOut(out);
  }

  @Test
  void thousandNames_throughEveryPath_areNowhere() throws IOException {
    try (ImageService images = service(2, 2);
        HttpServer server = server(images, RateSettings.OFF, MonitoringSettings.LogForm.TEXT)) {
      images.warm(TestApplication.application().templates().all());
      for (int i = 0; i < NAMES; i++) {
        ask(server.port(), name(i), i);
      }
      note(server);
    }
    assertThat(log()).contains("drawing failed", "no picture for a request", "GET welcome 200");
    assertSilence();
  }

  @Test
  void names_thatOverloadAndAreLimited_areNowhere() {
    RateSettings tight =
        new RateSettings(
            Optional.of(new Rate(1, 3)), Optional.empty(), Optional.empty(), MailProxies.NONE);
    try (ImageService images = service(1, 1);
        HttpServer server = server(images, tight, MonitoringSettings.LogForm.JSON)) {
      images.warm(TestApplication.application().templates().all());
      for (int i = 0; i < 20; i++) {
        hear(RawSocket.get(server.port(), "/i/welcome.png?name=Slow%20" + name(i)));
        hear(RawSocket.get(server.port(), "/i/" + name(i) + ".png?name=" + name(i)));
      }
      note(server);
    }
    assertThat(told.toString()).contains("reason=\"deadline\"", "reason=\"rate\"");
    assertThat(log()).contains("\"template\":\"welcome\"", "A client with a private address");
    assertSilence();
  }

  @Test
  void values_areNotInTheTextOfTheirTypes() {
    RawQuery query = new RawQuery("name=" + CANARY);
    MergedFields fields =
        TestApplication.application().pipeline().merge(TestApplication.template("welcome"), query);
    assertThat(query.toString() + fields + fields.byName() + fields.value("name"))
        .doesNotContainIgnoringCase(CANARY);
  }

  /** Jetty has words of its own for these, and would quote them. */
  @Test
  void names_inABadHost_andAtTheMetricsPort_areNowhere() {
    try (ImageService images = service(1, 1);
        HttpServer server = server(images, RateSettings.OFF, APART)) {
      for (String host : List.of(CANARY + "<>[", "a:" + CANARY, "<" + CANARY.repeat(1000))) {
        String head = "GET /i/welcome.png HTTP/1.1\r\nConnection: close\r\nHost: ";
        hear(RawSocket.exchange(server.port(), head + host + "\r\n\r\n"));
      }
      RawSocket.Answer lost = RawSocket.get(server.metricsPort(), "/" + CANARY + "?name=" + CANARY);
      assertThat(lost.status()).isEqualTo(404);
      hear(lost);
    }
    assertThat(told.toString()).doesNotContain("Jetty");
    assertSilence();
  }

  @Test
  void name_inAFaultThatNobodyForesaw_isNowhere_andTheAnswerIsAPictureAllTheSame() {
    InstantSource broken =
        () -> {
          throw new IllegalStateException(CANARY);
        };
    UrlVerifier stopped = new UrlVerifier(AccessSettings.DEFAULT, broken);
    try (ImageService images = service(2, 2);
        HttpServer server = server(images, RateSettings.OFF, SILENT, stopped)) {
      // A GET reads the clock before it, and a picture that shows time reads it last.
      String target = "/i/flash-sale.png?ends=2099-11-30&name=" + CANARY;
      RawSocket.Answer answer =
          RawSocket.exchange(
              server.port(),
              "HEAD " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer.status()).isEqualTo(500);
      hear(answer);
      hear(RawSocket.get(server.port(), target));
    }
    assertThat(told.toString()).contains("Content-Type: image/png");
    assertThat(log()).contains("a request failed: java.lang.IllegalStateException");
    assertSilence();
  }

  /** One of the paths, by turns. */
  private void ask(int port, String name, int turn) throws IOException {
    switch (turn % 20) {
      case 0 -> hear(RawSocket.get(port, "/i/event-ticket.jpg?name=" + name + "&photo=" + name));
      case 1 -> hear(RawSocket.get(port, "/i/" + name + ".png?name=" + name));
      case 2 -> hear(RawSocket.get(port, "/i/welcome/" + name + "/{{x}}.png"));
      case 3 -> hear(RawSocket.get(port, "/i/welcome.exe?name=" + name));
      case 4 -> hear(RawSocket.get(port, "/i/welcome@9x.png?name=" + name));
      case 5 -> hear(RawSocket.get(port, "/i/welcome.png?name=" + name + " raw"));
      case 6 -> hear(RawSocket.get(port, "/i/welcome.png?name=" + name + "x".repeat(17_000)));
      case 7 -> hear(RawSocket.get(port, "/" + name + "?name=" + name));
      case 8 -> hear(RawSocket.get(port, "/i/welcome.png?name=Mergebug" + name));
      case 9 -> hear(RawSocket.get(port, "/i/welcome.png?name=Mergeerror" + name));
      case 10 -> hear(RawSocket.get(port, "/i/welcome.png?name=Drawbug" + name));
      case 11 -> hear(RawSocket.get(port, "/i/welcome.png?name=Drawerror" + name));
      case 12 -> hear(RawSocket.get(port, "/i/welcome.json?name=Mergebug" + name));
      case 13 -> hear(with(port, name, "Accept: application/problem+json", "/i/no.png?name="));
      case 14 -> hear(with(port, name, name + ": " + name, "/i/welcome.png?name="));
      case 15 -> hear(with(port, name, "If-None-Match: \"" + name + "\"", "/i/welcome.jpg?name="));
      case 16 -> hear(RawSocket.exchange(port, method(name, name)));
      case 17 -> hear(RawSocket.exchange(port, method("POST", name)));
      case 18 -> leave(port, "/i/coupon.png?name=" + name);
      default -> {
        for (int repeat = 0; repeat < 3; repeat++) {
          hear(RawSocket.get(port, "/i/welcome.png?utm_source=" + name + "&name=" + name));
        }
        // What an author asks for is in the body, and only there.
        told.append(RawSocket.get(port, "/i/welcome.json?name=" + name).head());
      }
    }
  }

  private static String method(String method, String name) {
    return method
        + " /i/welcome.png?name="
        + name
        + " HTTP/1.1\r\nHost: "
        + name
        + "\r\nConnection: close\r\nContent-Length: 2\r\n\r\nxx";
  }

  private static RawSocket.Answer with(int port, String name, String line, String target) {
    return RawSocket.exchange(
        port,
        "GET "
            + target
            + name
            + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: "
            + name
            + "\r\nReferer: http://x.example/"
            + name
            + "\r\nConnection: close\r\n"
            + line
            + "\r\n\r\n");
  }

  /** Asks and goes away without reading the answer. */
  private static void leave(int port, String target) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoLinger(true, 0);
      String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void hear(RawSocket.Answer answer) {
    told.append(answer.head());
    boolean picture = answer.head().toLowerCase(Locale.ROOT).contains("content-type: image/");
    told.append(picture ? "" : answer.text());
  }

  /** Notes what else there is to see: metrics, and the names of threads. */
  private void note(HttpServer server) {
    hear(RawSocket.get(server.port(), "/metrics"));
    Thread.getAllStackTraces().keySet().forEach(thread -> told.append(thread.getName()));
  }

  private String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  private void assertSilence() {
    List<String> leaks =
        (told + "\n" + log())
            .lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).contains(CANARY))
            .toList();
    assertThat(leaks).isEmpty();
  }

  /** Made of letters alone, so that it is drawn. */
  private static String name(int number) {
    StringBuilder name = new StringBuilder(CANARY);
    for (int rest = number; rest > 0; rest /= 26) {
      name.append((char) ('a' + rest % 26));
    }
    return name.toString();
  }

  private ImageService service(int queue, int permits) {
    return new ImageService(
        failing,
        (title, detail, format) -> FakeDrawing.file("plain"),
        new ServeSettings(
            1 << 20, 16 << 20, BackgroundSettings.DEFAULT, Duration.ofMillis(100), queue, permits));
  }

  private static HttpServer server(
      ImageService images, RateSettings rates, MonitoringSettings.LogForm form) {
    return server(images, rates, new MonitoringSettings(OptionalInt.empty(), form));
  }

  private static HttpServer server(
      ImageService images, RateSettings rates, MonitoringSettings monitoringSettings) {
    return server(images, rates, monitoringSettings, new UrlVerifier(AccessSettings.DEFAULT));
  }

  private static HttpServer server(
      ImageService images,
      RateSettings rates,
      MonitoringSettings monitoringSettings,
      UrlVerifier access) {
    return new HttpServer(
            TestApplication.application().templates(),
            images,
            new HttpSettings(
                "127.0.0.1",
                0,
                16_384,
                false,
                1 << 20,
                ConnectionLimits.DEFAULT,
                TrustedProxies.NONE,
                rates,
                monitoringSettings,
                true),
            () -> new byte[] {1},
            access)
        .start();
  }
}
