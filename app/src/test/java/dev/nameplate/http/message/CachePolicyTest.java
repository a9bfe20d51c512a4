package dev.nameplate.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.CacheAges;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** RFC 9111 and RFC 5861. */
final class CachePolicyTest {
  @Test
  void ages_areWritten_andThoseOfNothingAreNot() {
    assertThat(CachePolicy.text(ages(60, 3600, 120, 0)))
        .isEqualTo("public, max-age=60, s-maxage=3600, stale-while-revalidate=120, no-transform");
    assertThat(CachePolicy.text(ages(0, 0, 0, 7)))
        .isEqualTo("public, max-age=0, s-maxage=0, stale-if-error=7, no-transform");
  }

  @Test
  void pictureOfAnUnmergedTag_isKeptForMinutes_andNeverLongerThanItsOwnAges() {
    CacheAges days = CacheAges.DEFAULT;
    assertThat(CachePolicy.of(days, false)).isEqualTo(days);
    assertThat(CachePolicy.of(days, true).shared()).isEqualTo(Duration.ofMinutes(5));
    CacheAges seconds = ages(10, 20, 0, 0);
    assertThat(CachePolicy.of(seconds, true)).isEqualTo(seconds);
  }

  @Test
  void degradedPictures_areKeptForSeconds_andNeverServedStale() {
    assertThat(CachePolicy.text(CachePolicy.DEGRADED))
        .isEqualTo("public, max-age=30, s-maxage=30, no-transform");
    assertThat(CachePolicy.text(CachePolicy.LOADED))
        .isEqualTo("public, max-age=5, s-maxage=5, no-transform");
  }

  private static CacheAges ages(int own, int shared, int revalidate, int error) {
    return new CacheAges(
        Duration.ofSeconds(own),
        Duration.ofSeconds(shared),
        Duration.ofSeconds(revalidate),
        Duration.ofSeconds(error));
  }
}
