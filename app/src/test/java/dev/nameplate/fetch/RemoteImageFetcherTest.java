package dev.nameplate.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.asset.FetchFailure;
import dev.nameplate.asset.FetchResult;
import dev.nameplate.asset.PictureFiles;
import dev.nameplate.asset.RemoteImage;
import dev.nameplate.asset.RemoteImageAddress;
import java.awt.Color;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a picture from outside costs, how long it is kept, and what becomes of trouble. */
final class RemoteImageFetcherTest {
  @Test
  void picture_isFetchedOnce_andToldByItsBytes() {
    try (PhotoHost host =
            new PhotoHost(
                path ->
                    PhotoHost.picture(PictureFiles.webp(64, 64, PhotoHost.TEAL))
                        .setHeader("Content-Type", "text/html")
                        .build());
        TestFetcher fetcher = TestFetcher.open()) {
      RemoteImage first = fetcher.seen(host.address("/a.jpg"));
      assertThat(new Color(first.asset().image().getRGB(32, 32))).isEqualTo(PhotoHost.TEAL);
      assertThat(fetcher.seen(host.address("/a.jpg"))).isEqualTo(first);
      assertThat(host.requests()).isEqualTo(1);
      RecordedRequest request = host.next();
      assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
      assertThat(request.getHeaders().names()).doesNotContain("Referer", "Cookie", "Authorization");
      assertThat(fetcher.pictures.outcomes()).isEqualTo(java.util.Map.of("ok", 1L));
    }
  }

  @Test
  void samePicture_atTwoAddresses_hasOneDigest() {
    try (PhotoHost host = PhotoHost.ofSquares();
        TestFetcher fetcher = TestFetcher.open()) {
      assertThat(fetcher.seen(host.address("/a")).digest())
          .isEqualTo(fetcher.seen(host.address("/b")).digest());
    }
  }

  @Test
  void pictureThatIsForgottenWhileItComes_isNeitherKeptNorWaitedFor() {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    try (PhotoHost host =
            new PhotoHost(
                path -> {
                  if (calls.incrementAndGet() == 1) {
                    asked.countDown();
                    await(gate);
                    return PhotoHost.picture(PhotoHost.square(Color.RED)).build();
                  }
                  return PhotoHost.picture(PhotoHost.square(Color.BLUE)).build();
                });
        TestFetcher fetcher = TestFetcher.open()) {
      RemoteImageAddress address = host.address("/a.png");
      CompletableFuture<FetchResult> old = fetcher.pictures.find(address);
      await(asked);
      assertThat(fetcher.pictures.forget(List.of(List.of("other.example")))).isZero();
      assertThat(fetcher.pictures.forget(List.of(address.hosts()))).isZero();
      RemoteImage later = fetcher.seen(address);
      gate.countDown();
      assertThat(old.join()).isInstanceOf(FetchResult.Fetched.class);
      assertThat(fetcher.seen(address)).as("kept").isEqualTo(later);
      assertThat(fetcher.pictures.forget(List.of(List.of("other.example")))).isZero();
      assertThat(fetcher.pictures.forget(List.of(address.hosts()))).isEqualTo(1);
      assertThat(calls).hasValue(2);
    }
  }

  @Test
  void manyWhoAsk_shareOneFlight() {
    CountDownLatch gate = new CountDownLatch(1);
    try (PhotoHost host = gated(gate, path -> PhotoHost.picture(square()).build());
        TestFetcher fetcher = TestFetcher.open()) {
      List<CompletableFuture<FetchResult>> searches = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        searches.add(fetcher.pictures.find(host.address("/a")));
      }
      gate.countDown();
      searches.forEach(search -> assertThat(search.join()).isInstanceOf(FetchResult.Fetched.class));
      assertThat(host.requests()).isEqualTo(1);
    }
  }

  /** The first stated age that counts, the Age header off it, within bounds. */
  @ParameterizedTest
  @CsvSource({
    "'max-age=600',            0,   600",
    "'max-age=600, s-maxage=7200', 0, 7200",
    "'max-age=600',            100, 500",
    "'max-age=5',              0,   60",
    "'no-store',               0,   60",
    "'no-cache',               0,   60",
    "'max-age=99999999',       0,   86400",
    "'',                       0,   3600"
  })
  void freshness_isTheOrigins_withinBounds(String control, String age, long seconds) {
    AtomicInteger colour = new AtomicInteger(PhotoHost.TEAL.getRGB());
    try (PhotoHost host =
            new PhotoHost(
                path ->
                    PhotoHost.picture(PhotoHost.square(new Color(colour.get())))
                        .setHeader("Cache-Control", control)
                        .setHeader("Age", age)
                        .build());
        TestFetcher fetcher = TestFetcher.open()) {
      String digest = fetcher.seen(host.address("/a")).digest();
      colour.set(Color.RED.getRGB());
      fetcher.pass(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(fetcher.seen(host.address("/a")).digest()).isEqualTo(digest);
      fetcher.pass(Duration.ofMillis(1));
      assertThat(fetcher.seen(host.address("/a")).digest()).isNotEqualTo(digest);
      assertThat(host.requests()).isEqualTo(2);
    }
  }

  @Test
  void expiresHeader_counts_whereNoAgeIsStated() {
    try (PhotoHost host =
            new PhotoHost(
                path ->
                    PhotoHost.picture(square())
                        .setHeader("Date", "Mon, 01 Jun 2026 12:00:00 GMT")
                        .setHeader("Expires", "Mon, 01 Jun 2026 12:10:00 GMT")
                        .build());
        TestFetcher fetcher = TestFetcher.open()) {
      assertThat(fetcher.seen(host.address("/a")).freshUntil()).hasToString("2026-06-01T12:10:00Z");
    }
  }

  @ParameterizedTest
  @CsvSource({"ETag, '\"v1\"', If-None-Match", "Last-Modified, now, If-Modified-Since"})
  void stalePicture_isAskedForByItsVersion(String validator, String value, String question) {
    AtomicInteger asked = new AtomicInteger();
    try (PhotoHost host =
            new PhotoHost(
                path ->
                    asked.getAndIncrement() == 0
                        ? PhotoHost.picture(square())
                            .setHeader(validator, value)
                            .setHeader("Cache-Control", "max-age=100")
                            .build()
                        : PhotoHost.status(304));
        TestFetcher fetcher = TestFetcher.open()) {
      RemoteImage before = fetcher.seen(host.address("/a"));
      fetcher.pass(Duration.ofSeconds(100));
      RemoteImage after = fetcher.seen(host.address("/a"));
      assertThat(after.asset()).isSameAs(before.asset());
      assertThat(after.freshUntil()).isAfter(before.freshUntil());
      host.next();
      assertThat(host.next().getHeaders().get(question)).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @CsvSource({"'max-age=60', true", "'max-age=60, must-revalidate', false", "no-store, false"})
  void oldPicture_isBetterThanNone_whereItsOriginAllowsThat(String control, boolean allowed) {
    AtomicInteger asked = new AtomicInteger();
    try (PhotoHost host =
            new PhotoHost(
                path ->
                    asked.getAndIncrement() == 0
                        ? PhotoHost.picture(square()).setHeader("Cache-Control", control).build()
                        : PhotoHost.status(500));
        TestFetcher fetcher = TestFetcher.open()) {
      fetcher.seen(host.address("/a"));
      fetcher.pass(Duration.ofSeconds(60));
      assertThat(fetcher.find(host.address("/a")) instanceof FetchResult.Fetched)
          .isEqualTo(allowed);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 300, 304, 400, 401, 403, 404, 410, 429, 500, 503})
  void otherStatus_isALoss_rememberedForSeconds(int status) {
    try (PhotoHost host = new PhotoHost(path -> PhotoHost.status(status));
        TestFetcher fetcher = TestFetcher.open()) {
      assertThat(fetcher.lost(host.address("/a"))).isEqualTo(FetchFailure.STATUS);
      assertThat(fetcher.lost(host.address("/a"))).isEqualTo(FetchFailure.STATUS);
      assertThat(host.requests()).isEqualTo(1);
    }
  }

  @Test
  void whatIsNoPicture_isALoss() {
    try (PhotoHost host =
            new PhotoHost(path -> PhotoHost.picture(PictureFiles.ascii("<html>")).build());
        TestFetcher fetcher = TestFetcher.open()) {
      assertThat(fetcher.lost(host.address("/a.png"))).isEqualTo(FetchFailure.NOT_A_PICTURE);
    }
  }

  @Test
  void statedLength_aboveTheLimit_isNotRead() {
    try (PhotoHost host = new PhotoHost(path -> PhotoHost.picture(new byte[200_001]).build());
        TestFetcher fetcher = TestFetcher.open()) {
      assertThat(fetcher.lost(host.address("/a"))).isEqualTo(FetchFailure.TOO_LARGE);
    }
  }

  /** Five failures open the gate; then nobody calls, whatever is asked for. */
  @Test
  void hostThatFails_isLeftAlone_withoutAConnection() {
    try (PhotoHost host = new PhotoHost(path -> PhotoHost.status(503));
        TestFetcher fetcher = TestFetcher.open()) {
      for (int i = 0; i < 5; i++) {
        assertThat(fetcher.lost(host.address("/" + i))).isEqualTo(FetchFailure.STATUS);
      }
      int before = host.requests();
      for (int i = 5; i < 1000; i++) {
        CompletableFuture<FetchResult> search = fetcher.pictures.find(host.address("/" + i));
        assertThat(search).isDone();
        assertThat(search.join()).isEqualTo(new FetchResult.Failed(FetchFailure.HOST_DOWN));
      }
      assertThat(host.requests()).isEqualTo(before);
    }
  }

  @Test
  void picturesThatAreNotThere_doNotCloseTheirHost() {
    try (PhotoHost host =
            new PhotoHost(
                path ->
                    path.equals("/there")
                        ? PhotoHost.picture(square()).build()
                        : PhotoHost.status(404));
        TestFetcher fetcher = TestFetcher.open()) {
      for (int i = 0; i < 25; i++) {
        assertThat(fetcher.lost(host.address("/" + i))).isEqualTo(FetchFailure.STATUS);
      }
      assertThat(fetcher.find(host.address("/there"))).isInstanceOf(FetchResult.Fetched.class);
    }
  }

  @Test
  void oneHost_isAskedForAFewAtATime() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Semaphore leave = new Semaphore(0);
    CountDownLatch full = new CountDownLatch(3);
    try (PhotoHost host =
            new PhotoHost(
                path -> {
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  full.countDown();
                  leave.acquireUninterruptibly();
                  inside.decrementAndGet();
                  return PhotoHost.picture(square()).build();
                });
        TestFetcher fetcher = TestFetcher.open()) {
      List<CompletableFuture<FetchResult>> searches = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        searches.add(fetcher.pictures.find(host.address("/" + i)));
      }
      await(full);
      leave.release(20);
      searches.forEach(search -> assertThat(search.join()).isInstanceOf(FetchResult.Fetched.class));
      assertThat(most).hasValue(3);
    }
  }

  @Test
  void tooManyWaiting_areTurnedAway_notQueuedForEver() {
    CountDownLatch gate = new CountDownLatch(1);
    try (PhotoHost host = gated(gate, path -> PhotoHost.picture(square()).build());
        TestFetcher fetcher = TestFetcher.open()) {
      List<CompletableFuture<FetchResult>> searches = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        searches.add(fetcher.pictures.find(host.address("/" + i)));
      }
      assertThat(searches.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
          .hasSizeGreaterThan(100)
          .containsOnly(new FetchResult.Failed(FetchFailure.BUSY));
      gate.countDown();
      assertThat(searches.get(0).join()).isInstanceOf(FetchResult.Fetched.class);
    }
  }

  @Test
  void slowHost_isGivenUp() {
    CountDownLatch gate = new CountDownLatch(1);
    try (PhotoHost host = gated(gate, path -> PhotoHost.picture(square()).build());
        TestFetcher fetcher = TestFetcher.impatient()) {
      assertThat(fetcher.lost(host.address("/a"))).isEqualTo(FetchFailure.SLOW);
      gate.countDown();
    }
  }

  @Test
  void hostThatIsDown_isALoss() throws java.io.IOException {
    RawHost gone = RawHost.forbidden("127.0.0.1");
    int port = gone.port();
    gone.close();
    try (TestFetcher fetcher = TestFetcher.open()) {
      assertThat(fetcher.lost(address("http://127.0.0.1:" + port + "/a")))
          .isEqualTo(FetchFailure.UNREACHABLE);
    }
  }

  /** Of ten pictures two are kept, which two is the library's choice. */
  @Test
  void cache_isWeighedInBytes() {
    RemoteSettings defaults = TestFetcher.settings(Duration.ofSeconds(20), "127.0.0.1");
    long two = 2 * (64 * 64 * 4 + 1024);
    RemoteSettings small =
        new RemoteSettings(
            defaults.allow(),
            defaults.timeout(),
            defaults.maxBytes(),
            defaults.maxPixels(),
            two,
            3);
    try (PhotoHost host = PhotoHost.ofSquares();
        TestFetcher fetcher = new TestFetcher(small, okhttp3.Dns.SYSTEM)) {
      for (int i = 0; i < 10; i++) {
        fetcher.seen(host.address("/" + i));
      }
      int before = host.requests();
      for (int i = 0; i < 10; i++) {
        fetcher.seen(host.address("/" + i));
      }
      assertThat(host.requests() - before).isGreaterThanOrEqualTo(5);
    }
  }

  private static PhotoHost gated(CountDownLatch gate, Function<String, MockResponse> answers) {
    return new PhotoHost(
        path -> {
          await(gate);
          return answers.apply(path);
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static byte[] square() {
    return PhotoHost.square(PhotoHost.TEAL);
  }

  private static RemoteImageAddress address(String url) {
    return new RemoteImageAddress(url, List.of("127.0.0.1"));
  }
}
