package dev.nameplate.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Counting, days, quotas, and a store that fails. */
final class UsageMeterTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-30T23:59:59Z"));
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicBoolean broken = new AtomicBoolean();
  private final UsageStore store = new FragileStore(broken);
  private final UsageMeter meter = new UsageMeter(() -> store, now::get, nanos::get);

  /** A store that fails while it is told to. */
  private record FragileStore(AtomicBoolean broken, MemoryUsageStore inner) implements UsageStore {
    FragileStore(AtomicBoolean broken) {
      this(broken, new MemoryUsageStore());
    }

    @Override
    public void add(Map<UsageKey, UsageCounts> counts) throws IOException {
      if (broken.get()) {
        throw new IOException("full");
      }
      inner.add(counts);
    }

    @Override
    public SortedMap<UsageKey, UsageCounts> read(LocalDate from, LocalDate to) {
      return inner.read(from, to);
    }

    @Override
    public void compact(LocalDate today) {
      inner.compact(today);
    }
  }

  @AfterEach
  void close() {
    meter.close();
  }

  private SortedMap<UsageKey, UsageCounts> read() {
    return meter.read(DAY, DAY.plusDays(1)).join();
  }

  private QuotaState take(String id, long urls, long quota) {
    return meter.take("a", maker(quota), id, urls).join();
  }

  private static UrlMaker maker(long quota) {
    return new UrlMaker("shop", OptionalLong.of(quota));
  }

  @Test
  void threads_count_andNothingIsLost() {
    UsageCounter counter = meter.pictures("a");
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            thread -> {
              for (int at = 0; at < 10_000; at++) {
                counter.hit();
                meter.pictures("a").picture();
                if (at % 2_000 == 0) {
                  var unused = meter.read(DAY, DAY);
                }
              }
            });
    assertThat(read())
        .containsExactly(Map.entry(new UsageKey(DAY, "a", ""), new UsageCounts(0, 80_000, 80_000)));
    assertThat(read()).as("reading adds nothing").hasSize(1);
  }

  @Test
  void midnight_dividesTheDays() {
    meter.pictures("a").hit();
    read();
    now.set(Instant.parse("2026-12-01T00:00:00Z"));
    read();
    meter.pictures("a").hit();
    meter.pictures("a").hit();
    assertThat(read())
        .containsExactly(
            Map.entry(new UsageKey(DAY, "a", ""), new UsageCounts(0, 0, 1)),
            Map.entry(new UsageKey(DAY.plusDays(1), "a", ""), new UsageCounts(0, 0, 2)));
  }

  @Test
  void storeThatFails_isTriedAgain_andNothingIsLostOrCountedTwice() {
    broken.set(true);
    meter.pictures("a").hit();
    assertThat(read().values()).containsExactly(new UsageCounts(0, 0, 1));
    meter.pictures("a").hit();
    assertThat(read().values()).containsExactly(new UsageCounts(0, 0, 2));
    broken.set(false);
    assertThat(read().values()).containsExactly(new UsageCounts(0, 0, 2));
    meter.close();
    assertThat(store).extracting("inner").isInstanceOf(MemoryUsageStore.class);
    assertThat(((FragileStore) store).read(DAY, DAY).values())
        .containsExactly(new UsageCounts(0, 0, 2));
  }

  @Test
  void quota_isKeptExactly_andKnownUrlsAreFree() {
    assertThat(take("one", 1, 3).used()).isEqualTo(1);
    assertThat(take("one", 1, 3).used()).as("again").isEqualTo(1);
    assertThat(take("two", 1, 3).isWarning()).isFalse();
    QuotaState third = take("three", 1, 3);
    assertThat(third.granted()).isTrue();
    assertThat(third.percent()).isEqualTo(100);
    assertThat(third.isUsedUp()).isTrue();
    assertThat(take("four", 1, 3).granted()).isFalse();
    assertThat(take("two", 1, 3).granted()).as("known").isTrue();
    assertThat(meter.urls()).isEqualTo(3);
    assertThat(read().values()).containsExactly(new UsageCounts(3, 0, 0));
    nanos.addAndGet(Duration.ofHours(25).toNanos());
    assertThat(take("two", 1, 3).granted()).as("forgotten after a day").isFalse();
  }

  @Test
  void quota_warnsFrom80Percent_andBeginsAnewWithTheMonth() {
    assertThat(take("list", 79, 100).isWarning()).isFalse();
    assertThat(take("one", 1, 100).isWarning()).isTrue();
    assertThat(take("list two", 500, 100).granted()).as("a list is not cut off").isTrue();
    assertThat(meter.state(maker(100)).join().percent()).isEqualTo(580);
    assertThat(take("more", 1, 100).granted()).isFalse();
    now.set(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(take("more", 1, 100).used()).isEqualTo(1);
  }

  @Test
  void quota_countsWhatOtherProcessesHaveStored() throws IOException {
    store.add(Map.of(new UsageKey(DAY, "b", "shop"), new UsageCounts(2, 0, 0)));
    store.add(Map.of(new UsageKey(DAY.minusMonths(1), "b", "shop"), new UsageCounts(9, 0, 0)));
    store.add(Map.of(new UsageKey(DAY, "b", "other"), new UsageCounts(9, 0, 0)));
    meter.start();
    assertThat(take("one", 1, 4).used()).isEqualTo(3);
    assertThat(take("two", 1, 4).used()).isEqualTo(4);
    assertThat(take("three", 1, 4).granted()).isFalse();
  }
}
