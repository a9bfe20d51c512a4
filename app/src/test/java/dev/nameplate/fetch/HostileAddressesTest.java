package dev.nameplate.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.asset.FetchFailure;
import dev.nameplate.asset.FetchResult;
import dev.nameplate.asset.RemoteImageAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attempts to have this server call where it must not. In each, 127.0.0.1 is a host that a template
 * lists and its operator allows; 127.0.0.2 and whatever else is the inside of somebody's network,
 * where a listener counts who comes.
 */
final class HostileAddressesTest {
  /** Notations that some resolver or browser takes for 127.0.0.1. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2130706433",
        "0x7f000001",
        "0x7f.0x0.0x0.0x1",
        "0177.0.0.1",
        "017700000001",
        "127.1",
        "127.0.1",
        "0",
        "0.0.0.0",
        "localhost",
        "127.0.0.1",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[0:0:0:0:0:ffff:127.0.0.1]",
        "[64:ff9b::127.0.0.1]",
        "[fe80::1]",
        "127.0.0.1.",
        "①②⑦.0.0.1",
        "127。0。0。1"
      })
  void loopback_howeverItIsWritten_isNotReached(String host) throws IOException {
    try (RawHost inside = RawHost.forbidden("127.0.0.1");
        TestFetcher fetcher =
            new TestFetcher(TestFetcher.settings(seconds(20), "10.99.0.0/16"), Dns.SYSTEM)) {
      for (String url :
          List.of("http://" + host + ":" + inside.port() + "/", "https://" + host + "/a.png")) {
        RemoteImageAddress address =
            new RemoteImageAddress(url, List.of(host, "127.0.0.1", "::1", "localhost"));
        assertThat(fetcher.lost(address))
            .isIn(FetchFailure.REFUSED, FetchFailure.LEFT_HOSTS, FetchFailure.UNREACHABLE);
      }
      assertThat(inside.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "gopher://127.0.0.1:70/_x",
        "ftp://127.0.0.1/a.png",
        "jar:http://127.0.0.1/a.jar!/a.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "javascript:1",
        "//127.0.0.1/a.png",
        "/etc/passwd",
        "http:127.0.0.1",
        "https://",
        "",
        "http://user@127.0.0.1/",
        "http://user:secret@127.0.0.1/",
        "http://127.0.0.1@evil.example/",
        "http://evil.example#127.0.0.1/",
        "http://evil.example\\@127.0.0.1/",
        "http://127.0.0.1.evil.example/",
        "http://127.0.0.1%00.evil.example/",
        "http://127.0.0.1 /",
        "http://127.0.0.1:99999/"
      })
  void addressOfAnotherKind_callsNobody(String url) {
    AtomicInteger lookups = new AtomicInteger();
    Dns counting =
        host -> {
          lookups.incrementAndGet();
          throw new UnknownHostException(host);
        };
    try (TestFetcher fetcher =
        new TestFetcher(TestFetcher.settings(seconds(20), "127.0.0.1"), counting)) {
      FetchFailure fetchFailure = fetcher.lost(new RemoteImageAddress(url, List.of("127.0.0.1")));
      // Two of them are this host on its own port, once the library has read them: nobody listens.
      assertThat(fetchFailure).isIn(FetchFailure.LEFT_HOSTS, FetchFailure.UNREACHABLE);
      assertThat(lookups).hasValue(0);
    }
  }

  @Test
  void plainHttp_isNotSpoken_whereNoRangeIsNamed() throws IOException {
    try (RawHost inside = RawHost.forbidden("127.0.0.1");
        TestFetcher fetcher = new TestFetcher(TestFetcher.settings(seconds(20)), Dns.SYSTEM)) {
      String url = "http://127.0.0.1:" + inside.port() + "/";
      assertThat(fetcher.lost(new RemoteImageAddress(url, List.of("127.0.0.1"))))
          .isEqualTo(FetchFailure.LEFT_HOSTS);
      assertThat(inside.connections()).isZero();
    }
  }

  /** A name that is fine when it is looked at, and another address when it is called. */
  @Test
  void nameThatIsRebound_isJudgedWhenItConnects() throws IOException {
    AtomicInteger lookups = new AtomicInteger();
    Dns rebinding = host -> List.of(loopback(lookups.getAndIncrement() == 0 ? 1 : 2));
    try (PhotoHost outside =
            new PhotoHost(
                path ->
                    PhotoHost.picture(PhotoHost.square(PhotoHost.TEAL))
                        .addHeader("Connection", "close")
                        .build());
        RawHost inside = RawHost.forbidden("127.0.0.2");
        TestFetcher fetcher =
            new TestFetcher(TestFetcher.settings(seconds(20), "127.0.0.1"), rebinding)) {
      List<String> hosts = List.of("*.photos.example");
      String good = "http://a.photos.example:" + outside.port() + "/1";
      assertThat(fetcher.find(new RemoteImageAddress(good, hosts)))
          .isInstanceOf(FetchResult.Fetched.class);
      String bad = "http://a.photos.example:" + inside.port() + "/2";
      assertThat(fetcher.lost(new RemoteImageAddress(bad, hosts))).isEqualTo(FetchFailure.REFUSED);
      assertThat(lookups.get()).isGreaterThanOrEqualTo(2);
      assertThat(inside.connections()).isZero();
    }
  }

  /** All addresses of a name are judged, not only its first. */
  @Test
  void nameWithAGoodAndABadAddress_reachesTheGoodOneOnly() throws IOException {
    Dns both = host -> List.of(loopback(2), loopback(1));
    try (PhotoHost outside = PhotoHost.ofSquares();
        TestFetcher fetcher =
            new TestFetcher(TestFetcher.settings(seconds(20), "127.0.0.1"), both)) {
      String url = "http://a.photos.example:" + outside.port() + "/";
      assertThat(fetcher.find(new RemoteImageAddress(url, List.of("a.photos.example"))))
          .isInstanceOf(FetchResult.Fetched.class);
    }
  }

  @Test
  void redirects_areFollowedThrice_onListedHosts() {
    try (PhotoHost host =
            new PhotoHost(
                path -> {
                  int left = Integer.parseInt(path.substring(1));
                  return left == 0
                      ? PhotoHost.picture(PhotoHost.square(PhotoHost.TEAL)).build()
                      : PhotoHost.redirect("/" + (left - 1));
                });
        TestFetcher fetcher = TestFetcher.open()) {
      assertThat(fetcher.find(host.address("/3"))).isInstanceOf(FetchResult.Fetched.class);
      assertThat(fetcher.lost(host.address("/4"))).isEqualTo(FetchFailure.LEFT_HOSTS);
    }
  }

  @Test
  void redirectRound_ends() {
    try (PhotoHost host = new PhotoHost(path -> PhotoHost.redirect(path));
        TestFetcher fetcher = TestFetcher.open()) {
      assertThat(fetcher.lost(host.address("/round"))).isEqualTo(FetchFailure.LEFT_HOSTS);
      assertThat(host.requests()).isEqualTo(4);
    }
  }

  @Test
  void redirect_isJudgedLikeTheFirstAddress() throws IOException {
    try (RawHost inside = RawHost.forbidden("127.0.0.2")) {
      int port = inside.port();
      for (String to :
          List.of(
              "http://127.0.0.2:" + port + "/",
              "http://2130706434:" + port + "/",
              "http://0x7f000002:" + port + "/",
              "http://[::ffff:127.0.0.2]:" + port + "/",
              "http://user:secret@127.0.0.1/",
              "https://unlisted.example/",
              "http://169.254.169.254/latest/meta-data/",
              "http://10.0.0.1/",
              "file:///etc/passwd",
              "gopher://127.0.0.2:" + port + "/_x",
              "ftp://127.0.0.2:" + port + "/",
              "//127.0.0.2:" + port + "/",
              "http://",
              "")) {
        MockResponse answer = PhotoHost.redirect(to);
        try (PhotoHost host = new PhotoHost(path -> answer);
            TestFetcher fetcher = TestFetcher.open()) {
          RemoteImageAddress address =
              new RemoteImageAddress(
                  host.url("/a"),
                  List.of("127.0.0.1", "127.0.0.2", "2130706434", "0x7f000002", "10.0.0.1"));
          assertThat(fetcher.lost(address))
              .as(to)
              .isIn(FetchFailure.REFUSED, FetchFailure.LEFT_HOSTS, FetchFailure.UNREACHABLE);
        }
      }
      assertThat(inside.connections()).isZero();
    }
  }

  @Test
  void redirectWithoutALocation_isALoss() {
    MockResponse nowhere = PhotoHost.status(301);
    try (PhotoHost host = new PhotoHost(path -> nowhere);
        TestFetcher fetcher = TestFetcher.open()) {
      assertThat(fetcher.lost(host.address("/"))).isEqualTo(FetchFailure.LEFT_HOSTS);
    }
  }

  @Test
  void proxySettingsOfThePlatform_leadNobodyAstray() throws IOException {
    try (RawHost proxy = RawHost.forbidden("127.0.0.2");
        PhotoHost host = PhotoHost.ofSquares();
        TestFetcher fetcher = TestFetcher.open()) {
      System.setProperty("http.proxyHost", "127.0.0.2");
      System.setProperty("http.proxyPort", Integer.toString(proxy.port()));
      System.setProperty("http.nonProxyHosts", "");
      assertThat(fetcher.find(host.address("/"))).isInstanceOf(FetchResult.Fetched.class);
      assertThat(proxy.connections()).isZero();
    } finally {
      List.of("http.proxyHost", "http.proxyPort", "http.nonProxyHosts")
          .forEach(System::clearProperty);
    }
  }

  /** Look-ups that never return cost each search its patience and the room sixteen threads. */
  @Test
  void hangingLookups_areBounded() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger inside = new AtomicInteger();
    Dns hanging =
        host -> {
          inside.incrementAndGet();
          try {
            never.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          throw new UnknownHostException(host);
        };
    try (TestFetcher fetcher =
        new TestFetcher(TestFetcher.settings(Duration.ofMillis(200), "127.0.0.1"), hanging)) {
      List<CompletableFuture<FetchResult>> searches = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        RemoteImageAddress address =
            new RemoteImageAddress(
                "https://h" + i + ".photos.example/", List.of("*.photos.example"));
        searches.add(fetcher.pictures.find(address));
      }
      searches.forEach(search -> assertThat(search.join()).isInstanceOf(FetchResult.Failed.class));
      assertThat(inside.get()).isBetween(1, 16);
    } finally {
      never.countDown();
    }
  }

  private static InetAddress loopback(int last) throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
