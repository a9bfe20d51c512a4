package dev.nameplate.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.CacheAges;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ages near the end of an address. */
final class UrlExpiryTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @Test
  void endless_changesNothing() {
    assertThat(UrlExpiry.ENDLESS.bounded(CacheAges.DEFAULT)).isSameAs(CacheAges.DEFAULT);
    assertThat(UrlExpiry.ENDLESS.repeatableUntil(CacheAges.DEFAULT)).isEqualTo(Instant.MAX);
  }

  @Test
  void farEnd_leavesTheAges_asLongAsTheyFit() {
    Instant end = NOW.plus(Duration.ofDays(30));
    UrlExpiry urlExpiry = new UrlExpiry(Optional.of(end), NOW);
    CacheAges ages = urlExpiry.bounded(CacheAges.DEFAULT);
    assertThat(ages).isEqualTo(CacheAges.DEFAULT);
    assertThat(urlExpiry.repeatableUntil(ages)).isEqualTo(end.minus(Duration.ofDays(8)));
  }

  @Test
  void nearEnd_cutsAges_andLeavesRoomToRepeat() {
    UrlExpiry urlExpiry = new UrlExpiry(Optional.of(NOW.plusSeconds(3600)), NOW);
    CacheAges ages = urlExpiry.bounded(CacheAges.DEFAULT);
    assertThat(CachePolicy.text(ages))
        .isEqualTo("public, max-age=3540, s-maxage=3540, no-transform");
    assertThat(urlExpiry.repeatableUntil(ages)).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void anyEnd_isOutlivedByNoAge_whileTheAnswerIsRepeated() {
    Random random = new Random(20260601);
    for (int i = 0; i < 2_000; i++) {
      CacheAges defaults =
          new CacheAges(seconds(random), seconds(random), seconds(random), seconds(random));
      Instant end = NOW.plusMillis(random.nextInt(2_000_000) - 1_000);
      UrlExpiry urlExpiry = new UrlExpiry(Optional.of(end), NOW);
      CacheAges ages = urlExpiry.bounded(defaults);
      Instant until = urlExpiry.repeatableUntil(ages);
      Duration longest = ages.maxAge().compareTo(ages.shared()) > 0 ? ages.maxAge() : ages.shared();
      assertThat(longest.isNegative()).isFalse();
      assertThat(until.plus(longest).plus(ages.staleIfError())).isBeforeOrEqualTo(end);
      assertThat(until.plus(longest).plus(ages.staleWhileRevalidate())).isBeforeOrEqualTo(end);
      assertThat(end.isAfter(NOW) && until.isBefore(NOW)).isFalse();
    }
  }

  private static Duration seconds(Random random) {
    return Duration.ofSeconds(random.nextInt(3_000));
  }
}
