package dev.nameplate.access.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What all rate limits do, wherever they count. */
public abstract class RateLimitsContract {
  private static final Optional<Rate> NO_LIMIT = Optional.empty();
  private static final Optional<Rate> SLOW = Optional.of(new Rate(2, 10));
  private static final List<ClientKey> CLIENTS =
      List.of(
          new ClientKey.Ipv4(0x01020304),
          new ClientKey.Ipv4(0x01020305),
          new ClientKey.Ipv6Network(0x01020304),
          new ClientKey.Ipv6Network(0x2001_0db8_0000_0000L),
          new ClientKey.ApiToken("a", Optional.empty()),
          new ClientKey.ApiToken("b", Optional.empty()));

  /** Limits of which nothing is taken yet. */
  protected abstract RateLimits limits(RateSettings settings);

  /** Lets time pass for the limits. */
  protected abstract void pass(Duration time);

  @Test
  void everyKindOfClient_hasABurst_andThenItsRate_ofItsOwn() {
    RateLimits limits = limits(settings(SLOW, NO_LIMIT, NO_LIMIT));
    for (ClientKey client : CLIENTS) {
      assertThat(taken(limits, client, 20)).as("%s", client).isEqualTo(10);
    }
    pass(Duration.ofSeconds(1));
    for (ClientKey client : CLIENTS) {
      assertThat(taken(limits, client, 20)).as("%s", client).isEqualTo(2);
    }
  }

  @Test
  void mailService_hasTheLimitOfMail() {
    RateLimits limits = limits(settings(SLOW, Optional.of(new Rate(50, 100)), NO_LIMIT));
    assertThat(taken(limits, new ClientKey.MailService("google"), 300)).isEqualTo(100);
    assertThat(taken(limits, new ClientKey.MailService("apple"), 300)).isEqualTo(100);
  }

  @Test
  void token_withARateOfItsOwn_hasThat() {
    RateLimits limits = limits(settings(SLOW, NO_LIMIT, NO_LIMIT));
    ClientKey fast = new ClientKey.ApiToken("fast", Optional.of(new Rate(50, 100)));
    assertThat(taken(limits, fast, 300)).isEqualTo(100);
    pass(Duration.ofSeconds(1));
    assertThat(taken(limits, fast, 300)).isEqualTo(50);
  }

  @Test
  void severalPermits_areTakenTogether_orNotAtAll() {
    RateLimits limits = limits(settings(SLOW, NO_LIMIT, NO_LIMIT));
    ClientKey client = CLIENTS.get(0);
    assertThat(take(limits, client, 7)).isTrue();
    assertThat(take(limits, client, 4)).isFalse();
    assertThat(take(limits, client, 3)).isTrue();
    assertThat(take(limits, client, 1)).isFalse();
    assertThat(take(limits, CLIENTS.get(1), 11)).as("more than its burst").isFalse();
    assertThat(take(limits, CLIENTS.get(1), 10)).isTrue();
  }

  @Test
  void total_isForAllClients_andWhatItRefusesCostsThemNothing() {
    RateLimits limits = limits(settings(SLOW, NO_LIMIT, Optional.of(new Rate(10, 12))));
    assertThat(take(limits, CLIENTS.get(0), 10)).isTrue();
    assertThat(take(limits, CLIENTS.get(1), 5)).isFalse();
    assertThat(take(limits, CLIENTS.get(1), 2)).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(take(limits, CLIENTS.get(1), 10)).isTrue();
  }

  @Test
  void noLimit_givesAll() {
    RateLimits limits = limits(RateSettings.OFF);
    for (ClientKey client : CLIENTS) {
      assertThat(taken(limits, client, 2000)).isEqualTo(2000);
    }
    assertThat(taken(limits, new ClientKey.MailService("google"), 2000)).isEqualTo(2000);
  }

  @Test
  void fewerThanOnePermit_isAMistake() {
    RateLimits limits = limits(settings(SLOW, NO_LIMIT, NO_LIMIT));
    for (int permits : List.of(0, -1)) {
      assertThatThrownBy(() -> limits.tryAcquire(CLIENTS.get(0), permits))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void manyThreads_takeNoMoreThanThereIs() throws Exception {
    RateLimits limits = limits(settings(Optional.of(new Rate(1, 100)), NO_LIMIT, NO_LIMIT));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      AtomicInteger taken = new AtomicInteger();
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(threads.submit(() -> taken.addAndGet(taken(limits, CLIENTS.get(0), 50))));
      }
      for (Future<?> one : all) {
        one.get();
      }
      assertThat(taken).hasValue(100);
    } finally {
      threads.shutdownNow();
    }
  }

  private static RateSettings settings(
      Optional<Rate> client, Optional<Rate> mail, Optional<Rate> total) {
    return new RateSettings(
        client, mail, total, MailProxies.of(List.of("google", "apple")).orElseThrow());
  }

  private static int taken(RateLimits limits, ClientKey client, int times) {
    int taken = 0;
    for (int i = 0; i < times; i++) {
      taken += take(limits, client, 1) ? 1 : 0;
    }
    return taken;
  }

  private static boolean take(RateLimits limits, ClientKey client, int permits) {
    return limits.tryAcquire(client, permits).toCompletableFuture().join();
  }
}
