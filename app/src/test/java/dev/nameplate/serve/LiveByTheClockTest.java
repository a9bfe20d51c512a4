package dev.nameplate.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.sign.AccessSettings;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.http.HttpServer;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.support.KeepAlive;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import dev.nameplate.support.TestSettings;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture that shows time changes with the clock, cold and hot, and is kept no longer. */
final class LiveByTheClockTest {
  private static final ServeSettings SETTINGS =
      new ServeSettings(
          64 << 20, 16 << 20, BackgroundSettings.DEFAULT, Duration.ofSeconds(20), 64, 2);

  /** Two days, 13 hours and 48 minutes before the end; the next minute begins 40 seconds later. */
  private static final Instant START = Instant.parse("2026-11-28T09:12:20Z");

  private static final Instant EDGE = START.plusSeconds(40);
  private static final String TARGET = "/i/flash-sale.png?ends=2026-11-30&name=Maria";

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final AtomicInteger merges = new AtomicInteger();
  private final ImageService images =
      new ImageService(
          new ForwardingDrawing(TestApplication.application().pipeline()) {
            @Override
            public MergedFields merge(Template template, RawQuery query) {
              merges.incrementAndGet();
              return super.merge(template, query);
            }
          },
          (title, detail, format) -> FakeDrawing.file("plain"),
          SETTINGS,
          RenderResources.of(SETTINGS),
          now::get);
  private final HttpServer cold = server(0);
  private final HttpServer hot = server(8 << 20);

  private HttpServer server(long responseCacheBytes) {
    return new HttpServer(
            TestApplication.application().templates(),
            images,
            TestSettings.http(false, responseCacheBytes),
            () -> new byte[0],
            new UrlVerifier(AccessSettings.DEFAULT, now::get))
        .start();
  }

  @AfterEach
  void stop() {
    cold.close();
    hot.close();
    images.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void picture_atT_beforeTheEdge_andAtTheEdge(boolean isHot) {
    try (KeepAlive server = new KeepAlive(isHot ? hot.port() : cold.port())) {
      server.get(TARGET);
      RawSocket.Answer first = server.get(TARGET);
      assertThat(first.head())
          .contains("Cache-Control: public, max-age=40, s-maxage=40, no-transf");
      assertThat(server.ask("GET", TARGET, "If-None-Match: " + first.header("ETag")).head())
          .startsWith("HTTP/1.1 304")
          .contains("Cache-Control: public, max-age=40, s-maxage=40, no-transform");

      int before = merges.get();
      now.set(EDGE.minusMillis(1));
      RawSocket.Answer last = server.get(TARGET);
      assertThat(merges.get() - before).as("questions read").isEqualTo(isHot ? 0 : 1);
      assertThat(last.header("ETag")).isEqualTo(first.header("ETag"));
      assertThat(last.body()).isEqualTo(first.body());
      assertThat(last.head())
          .contains("Cache-Control: public, max-age=0, s-maxage=0, no-transform");

      now.set(EDGE);
      RawSocket.Answer next = server.ask("GET", TARGET, "If-None-Match: " + first.header("ETag"));
      assertThat(next.status()).isEqualTo(200);
      assertThat(next.header("ETag")).isNotEqualTo(first.header("ETag"));
      assertThat(next.body()).isNotEqualTo(first.body());
      assertThat(next.head()).contains("Cache-Control: public, max-age=60, s-maxage=60, no-transf");

      now.set(START);
      assertThat(server.get(TARGET).body()).as("the same instant").isEqualTo(first.body());
    }
  }

  @Test
  void picture_afterTheEnd_isKeptAsLongAsAnyOther() {
    now.set(Instant.parse("2026-11-30T23:00:00Z"));
    try (KeepAlive server = new KeepAlive(hot.port())) {
      assertThat(server.get(TARGET).head())
          .contains("max-age=86400, s-maxage=86400, stale-while-revalidate=86400");
    }
  }

  @Test
  void unmergedEnd_isNoEnd_andIsAskedForAgainSoon() {
    try (KeepAlive server = new KeepAlive(hot.port())) {
      RawSocket.Answer unmerged = server.get("/i/flash-sale.png?ends=*|ENDS|*");
      assertThat(unmerged.head()).contains("max-age=300, s-maxage=300, no-transform");
      assertThat(unmerged.header("ETag")).isEqualTo(server.get("/i/flash-sale.png").header("ETag"));
    }
  }

  @Test
  void movingPicture_isAnotherOne_everySecond() {
    String target = TARGET.replace(".png", ".gif");
    try (KeepAlive server = new KeepAlive(hot.port())) {
      RawSocket.Answer first = server.get(target);
      assertThat(first.head())
          .contains("Content-Type: image/gif")
          .contains("max-age=1, s-maxage=1");
      now.set(START.plusMillis(999));
      assertThat(server.get(target).header("ETag")).isEqualTo(first.header("ETag"));
      now.set(START.plusSeconds(1));
      assertThat(server.get(target).header("ETag")).isNotEqualTo(first.header("ETag"));
    }
  }
}
