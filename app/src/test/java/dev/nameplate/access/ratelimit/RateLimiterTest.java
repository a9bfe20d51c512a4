package dev.nameplate.access.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.net.IpLiteral;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may have how much drawn, with time in hand. */
final class RateLimiterTest extends RateLimitsContract {
  private static final MailProxies PROXIES =
      MailProxies.of(List.of("google", "apple")).orElseThrow();
  private static final Optional<Rate> NONE = Optional.empty();
  private static final Optional<Rate> TWO = Optional.of(new Rate(2, 10));

  private final AtomicLong nanos = new AtomicLong(1_000_000_000L);

  @Override
  protected RateLimits limits(RateSettings settings) {
    return new RateLimiter(settings, nanos::get);
  }

  @Test
  void client_hasABurst_andThenItsRate() {
    RateLimiter limiter = limiter(TWO, NONE, NONE);
    assertThat(admitted(limiter, "192.0.2.1", 20)).isEqualTo(10);
    pass(Duration.ofMillis(499));
    assertThat(admitted(limiter, "192.0.2.1", 5)).isZero();
    pass(Duration.ofMillis(1));
    assertThat(admitted(limiter, "192.0.2.1", 5)).isEqualTo(1);
    pass(Duration.ofSeconds(60));
    assertThat(admitted(limiter, "192.0.2.1", 20)).isEqualTo(10);
  }

  @Test
  void clients_areToldApart_andAHouseholdIsOne() {
    RateLimiter limiter = limiter(TWO, NONE, NONE);
    assertThat(admitted(limiter, "192.0.2.1", 20)).isEqualTo(10);
    assertThat(admitted(limiter, "192.0.2.2", 20)).isEqualTo(10);
    assertThat(admitted(limiter, "2001:db8::1", 6)).isEqualTo(6);
    assertThat(admitted(limiter, "2001:db8::ffff:2", 6)).isEqualTo(4);
    assertThat(admitted(limiter, "2001:db8:0:1::1", 6)).isEqualTo(6);
  }

  @Test
  void mailService_hasALimitOfItsOwn_forAllItsAddresses() {
    RateLimiter limiter = limiter(TWO, Optional.of(new Rate(50, 100)), NONE);
    assertThat(admitted(limiter, "66.249.84.1", 80)).isEqualTo(80);
    assertThat(admitted(limiter, "66.102.8.99", 80)).isEqualTo(20);
    assertThat(admitted(limiter, "17.58.0.1", 80)).isEqualTo(80);
    assertThat(admitted(limiter, "66.248.0.1", 80)).isEqualTo(10);
  }

  @Test
  void total_isForAll_andCostsTheRefusedNothing() {
    RateLimiter limiter = limiter(TWO, NONE, Optional.of(new Rate(1, 3)));
    assertThat(admitted(limiter, "192.0.2.1", 5)).isEqualTo(3);
    pass(Duration.ofSeconds(100));
    assertThat(admitted(limiter, "192.0.2.2", 2)).isEqualTo(2);
    assertThat(admitted(limiter, "192.0.2.1", 5)).isEqualTo(1);
    pass(Duration.ofSeconds(3));
    assertThat(admitted(limiter, "192.0.2.1", 5)).isEqualTo(3);
  }

  @Test
  void noLimit_admitsAll() {
    assertThat(admitted(limiter(NONE, NONE, NONE), "192.0.2.1", 5000)).isEqualTo(5000);
  }

  @ParameterizedTest
  @CsvSource({"200/1000, 200, 1000", "200, 200, 1000", "1/1, 1, 1"})
  void rate_isRead(String text, long perSecond, long burst) {
    assertThat(Rate.parse(text)).contains(new Rate(perSecond, burst));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1/0", "1/", "/1", "x", "1.5", "999999999999"})
  void rateThatIsNone_isRefused(String text) {
    assertThat(Rate.parse(text)).isEmpty();
  }

  private RateLimiter limiter(Optional<Rate> client, Optional<Rate> mail, Optional<Rate> total) {
    return new RateLimiter(new RateSettings(client, mail, total, PROXIES), nanos::get);
  }

  @Override
  protected void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static long admitted(RateLimiter limiter, String address, int times) {
    ClientKey from = PROXIES.client(IpLiteral.parse(address).orElseThrow());
    long admitted = 0;
    for (int i = 0; i < times; i++) {
      admitted += limiter.acquire(from, 1) ? 1 : 0;
    }
    return admitted;
  }
}
