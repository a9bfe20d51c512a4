package dev.nameplate.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.Format;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The store on the heap, and its limit. */
final class MemoryResultStoreTest extends ResultStoreContract {
  private final AtomicLong nanos = new AtomicLong();

  @Override
  protected MemoryResultStore store() {
    return new MemoryResultStore(2 << 20, nanos::get);
  }

  @Override
  protected void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void find_isWhatGetTells() {
    MemoryResultStore store = store();
    assertThat(store.find(key(1))).isEmpty();
    store.put(key(1), picture(Format.PNG, "one"), LONG);
    assertThat(store.find(key(1)).map(ResultStoreContract::text)).contains("one");
  }

  @Test
  void storeOfNoBytes_keepsNothing() {
    MemoryResultStore none = new MemoryResultStore(0);
    none.put(key(1), picture(Format.PNG, "one"), LONG);
    assertThat(get(none, key(1))).isEmpty();
  }

  @Test
  void bytes_stayWithinTheLimit_howeverManyPicturesCome() {
    MemoryResultStore store = new MemoryResultStore(100_000, nanos::get);
    for (int i = 0; i < 1000; i++) {
      store.put(key(i), picture(Format.PNG, "x".repeat(1000)), LONG);
    }
    long found = 0;
    for (int i = 0; i < 1000; i++) {
      found += store.find(key(i)).isPresent() ? 1 : 0;
    }
    assertThat(found).isBetween(1L, 100L);
  }
}
