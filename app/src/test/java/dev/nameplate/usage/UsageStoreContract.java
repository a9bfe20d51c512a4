package dev.nameplate.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every store of counts does, wherever it keeps them. */
public abstract class UsageStoreContract {
  protected static final LocalDate DAY = LocalDate.of(2026, 11, 29);

  /** An empty store. */
  protected abstract UsageStore store();

  protected static UsageKey key(LocalDate day, String template, String subject) {
    return new UsageKey(day, template, subject);
  }

  protected static UsageCounts counts(long urls, long pictures, long hits) {
    return new UsageCounts(urls, pictures, hits);
  }

  @Test
  void nothing_isCounted_atFirst() throws IOException {
    UsageStore store = store();
    store.add(Map.of());
    assertThat(store.read(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1))).isEmpty();
  }

  @Test
  void counts_ofOneKey_addUp_andOfOthersStayApart() throws IOException {
    UsageStore store = store();
    List<UsageKey> keys =
        List.of(
            key(DAY, "acme/a", ""),
            key(DAY, "acme/a", "shop"),
            key(DAY, "acme/a", "a subject\twith\n%2F signs é"),
            key(DAY, "b", "shop"));
    for (int at = 1; at <= keys.size(); at++) {
      store.add(Map.of(keys.get(at - 1), counts(at, 10L * at, 100L * at)));
      store.add(Map.of(keys.get(at - 1), counts(1, 1, 1)));
    }
    SortedMap<UsageKey, UsageCounts> read = store.read(DAY, DAY);
    assertThat(read.keySet()).containsExactlyElementsOf(keys.stream().sorted().toList());
    assertThat(read.get(keys.get(2))).isEqualTo(counts(4, 31, 301));
  }

  @Test
  void days_areReadFromTheFirstToTheLast() throws IOException {
    UsageStore store = store();
    for (int back = 0; back < 40; back++) {
      store.add(Map.of(key(DAY.minusDays(back), "a", ""), counts(1, 0, 0)));
    }
    assertThat(store.read(DAY.minusDays(39), DAY)).hasSize(40);
    assertThat(store.read(DAY.minusDays(30), DAY.minusDays(28)).keySet())
        .extracting(UsageKey::day)
        .containsExactly(DAY.minusDays(30), DAY.minusDays(29), DAY.minusDays(28));
    assertThat(store.read(DAY, DAY.minusDays(1))).isEmpty();
  }

  @Test
  void keysOfSeveralDays_areRefused() {
    Map<UsageKey, UsageCounts> two =
        Map.of(key(DAY, "a", ""), counts(1, 1, 1), key(DAY.minusDays(1), "a", ""), counts(1, 1, 1));
    assertThatThrownBy(() -> store().add(two)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void packing_changesNoSum_butDropsWhatIsOlderThan24Months() throws IOException {
    UsageStore store = store();
    Random random = new Random(8);
    Map<UsageKey, UsageCounts> expected = new HashMap<>();
    for (int at = 0; at < 300; at++) {
      UsageKey key =
          key(DAY.minusDays(random.nextInt(70)), "t" + random.nextInt(3), "s" + random.nextInt(2));
      UsageCounts more = counts(random.nextInt(5), random.nextInt(5), 1 + random.nextInt(5));
      store.add(Map.of(key, more));
      expected.merge(key, more, UsageCounts::plus);
      if (at % 50 == 0) {
        store.compact(DAY.minusDays(random.nextInt(70)));
      }
    }
    store.compact(DAY);
    assertThat(store.read(DAY.minusDays(70), DAY)).isEqualTo(new TreeMap<>(expected));
    store.compact(DAY.plusDays(1));
    store.add(Map.of(key(DAY.plusDays(1), "a", ""), counts(1, 0, 0)));
    assertThat(store.read(DAY.minusDays(70), DAY)).isEqualTo(new TreeMap<>(expected));
    store.compact(DAY.plusYears(2).plusMonths(4));
    assertThat(store.read(DAY.minusDays(70), DAY)).isEmpty();
  }
}
