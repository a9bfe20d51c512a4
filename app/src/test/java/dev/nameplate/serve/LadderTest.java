package dev.nameplate.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.client.TrustedProxies;
import dev.nameplate.access.client.TrustedProxies.Header;
import dev.nameplate.access.ratelimit.MailProxies;
import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.access.ratelimit.RateSettings;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.geometry.Scale;
import dev.nameplate.http.ConnectionLimits;
import dev.nameplate.http.HttpServer;
import dev.nameplate.http.HttpSettings;
import dev.nameplate.http.monitor.MonitoringSettings;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.net.CidrSet;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.pipeline.Stages;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.scene.ClockState;
import dev.nameplate.support.KeepAlive;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A client over its limit gets a degraded picture; other clients are not affected. */
final class LadderTest {
  private static final int BURST = 3;

  /** More than the server has threads. */
  private static final int SLOW_READERS = 300;

  @Test
  void clientOverItsRate_getsTheStandardPicture_andWhatIsKnown() {
    TestApplication.application().images().warm(TestApplication.application().templates().all());
    try (HttpServer server = server(rates(), TrustedProxies.NONE);
        KeepAlive client = new KeepAlive(server.port())) {
      assertThat(client.get("/i/welcome.png?name=Ratea").header("ETag")).isNotEmpty();
      RawSocket.Answer degraded =
          first(
              number -> client.get("/i/welcome.png?name=Rateb" + letters(number)),
              answer -> !answer.header("Nameplate-Degraded").isEmpty());
      assertThat(degraded.status()).isEqualTo(200);
      assertThat(degraded.header("Nameplate-Degraded")).isEqualTo("rate");
      assertThat(degraded.header("Cache-Control"))
          .isEqualTo("public, max-age=5, s-maxage=5, no-transform");
      assertThat(degraded.header("ETag")).isEmpty();
      assertThat(Pictures.decode(degraded.body()).getWidth())
          .isEqualTo(TestApplication.template("welcome").size().width());
      RawSocket.Answer known = client.get("/i/welcome.png?name=Ratea");
      assertThat(known.header("Nameplate-Degraded")).isEmpty();
      assertThat(client.ask("GET", "/i/welcome.png?name=Ratea", "If-None-Match: *").status())
          .isEqualTo(304);
      first(number -> client.get("/i/welcome.json?name=Ratez"), answer -> answer.status() == 429);
      assertThat(Pictures.decode(client.get("/i/nope.png").body()).getWidth()).isEqualTo(600);
    }
  }

  @Test
  void clients_areToldApart_behindAProxyOfOurs_andNowhereElse() {
    CidrSet loopback = CidrSet.parse(List.of("127.0.0.0/8", "::1")).orElseThrow();
    try (HttpServer server =
        server(rates(), new TrustedProxies(loopback, Header.X_FORWARDED_FOR))) {
      for (int i = 0; i < 3 * BURST; i++) {
        RawSocket.Answer answer = ask(server, "Proxa" + letters(i), "192.0.2." + i);
        assertThat(isRated(answer)).isFalse();
      }
      first(
          number -> ask(server, "Proxb" + letters(number), "203.0.113." + number + ", 192.0.2.99"),
          LadderTest::isRated);
    }
    try (HttpServer server = server(rates(), TrustedProxies.NONE)) {
      first(
          number -> ask(server, "Proxc" + letters(number), "192.0.2." + number),
          LadderTest::isRated);
    }
  }

  /** The first of many answers that is as wanted; a client gets one more drawn each second. */
  private static RawSocket.Answer first(
      IntFunction<RawSocket.Answer> ask, Predicate<RawSocket.Answer> wanted) {
    return IntStream.range(0, 200).mapToObj(ask).filter(wanted).findFirst().orElseThrow();
  }

  private static boolean isRated(RawSocket.Answer answer) {
    return answer.header("Nameplate-Degraded").equals("rate");
  }

  private static RawSocket.Answer ask(HttpServer server, String name, String forwarded) {
    return TestServer.get(server, "/i/welcome.png?name=" + name, "X-Forwarded-For: " + forwarded);
  }

  @Test
  void slowReaders_moreThanThreads_keepNobodyWaiting() throws IOException {
    List<Socket> readers = new ArrayList<>();
    try (ImageService images = large();
        HttpServer server = TestServer.over(images)) {
      for (int i = 0; i < SLOW_READERS; i++) {
        readers.add(slowReader(server.port(), letters(i)));
      }
      assertThat(TestServer.get(server, "/i/welcome.png", "").body().length)
          .isEqualTo(LARGE.length);
      assertThat(RawSocket.get(server.port(), "/health/live").status()).isEqualTo(200);
      for (Socket reader : readers) {
        reader.close();
      }
    }
  }

  @Test
  void headThatDoesNotEnd_isNotWaitedFor() throws IOException {
    HttpSettings hasty =
        settings(
            RateSettings.OFF,
            TrustedProxies.NONE,
            new ConnectionLimits(10, Duration.ofMillis(100), Duration.ofMinutes(1)));
    try (HttpServer server = over(hasty);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write("GET /i/welcome.png HTTP/1.1\r\nX-A: ".getBytes(StandardCharsets.UTF_8));
      // Sooner than a resting connection is closed.
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void connectionsOverTheLimit_waitForOthersToEnd() {
    HttpSettings few =
        settings(
            RateSettings.OFF,
            TrustedProxies.NONE,
            new ConnectionLimits(2, Duration.ofSeconds(10), Duration.ofMinutes(1)));
    try (HttpServer server = over(few)) {
      for (int i = 0; i < 20; i++) {
        assertThat(RawSocket.get(server.port(), "/health/live").status()).isEqualTo(200);
      }
    }
  }

  private static final byte[] LARGE = new byte[8 << 20];

  private static ImageService large() {
    PictureRenderer pictureRenderer =
        new ForwardingDrawing(TestApplication.application().pipeline()) {
          @Override
          public RenderResult picture(
              Template template,
              MergedFields fields,
              Scale scale,
              Format format,
              ClockState clockState) {
            EncodedPicture file = new EncodedPicture(Format.PNG, List.of(LARGE));
            return new RenderResult(file, List.of(), Stages.NONE);
          }
        };
    return new ImageService(
        pictureRenderer,
        (title, detail, format) -> FakeDrawing.file("plain"),
        new ServeSettings(
            1 << 20, 16 << 20, BackgroundSettings.DEFAULT, Duration.ofSeconds(20), 4096, 2));
  }

  private static Socket slowReader(int port, String name) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String request = "GET /i/welcome.png?name=Slow" + name + " HTTP/1.1\r\nHost: x\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private static RateSettings rates() {
    return new RateSettings(
        Optional.of(new Rate(1, BURST)), Optional.empty(), Optional.empty(), MailProxies.NONE);
  }

  private static HttpServer server(RateSettings rates, TrustedProxies trustedProxies) {
    return over(settings(rates, trustedProxies, ConnectionLimits.DEFAULT));
  }

  private static HttpServer over(HttpSettings settings) {
    return new HttpServer(
            TestApplication.application().templates(),
            TestApplication.application().images(),
            settings,
            () -> new byte[] {1})
        .start();
  }

  private static HttpSettings settings(
      RateSettings rates, TrustedProxies trustedProxies, ConnectionLimits connections) {
    return new HttpSettings(
        "127.0.0.1",
        0,
        16_384,
        false,
        1 << 20,
        connections,
        trustedProxies,
        rates,
        MonitoringSettings.DEFAULT,
        true);
  }

  private static String letters(int number) {
    return Character.toString('a' + number / 26) + Character.toString('a' + number % 26);
  }
}
