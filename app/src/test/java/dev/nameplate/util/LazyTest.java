package dev.nameplate.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LazyTest {
  private final AtomicInteger computed = new AtomicInteger();

  @Test
  void value_notRequested_isNotComputed() {
    Lazy<Integer> lazy = new Lazy<>(computed::incrementAndGet);
    assertThat(lazy.ifComputed()).isEmpty();
    assertThat(computed).hasValue(0);
  }

  @Test
  void value_requestedTwice_isComputedOnce() {
    Lazy<Integer> lazy = new Lazy<>(computed::incrementAndGet);
    assertThat(lazy.get()).isEqualTo(1);
    assertThat(lazy.get()).isEqualTo(1);
    assertThat(lazy.ifComputed()).contains(1);
  }

  @Test
  void computation_thatFails_isTriedAgain() {
    Lazy<Integer> lazy =
        new Lazy<>(
            () -> {
              if (computed.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time");
              }
              return 7;
            });
    assertThatThrownBy(lazy::get).hasMessage("the first time");
    assertThat(lazy.ifComputed()).isEmpty();
    assertThat(lazy.get()).isEqualTo(7);
  }

  @Test
  void value_requestedByManyThreads_isComputedOnce() throws Exception {
    Lazy<Integer> lazy = new Lazy<>(computed::incrementAndGet);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        tasks.add(lazy::get);
      }
      for (Future<Integer> result : threads.invokeAll(tasks)) {
        assertThat(result.get()).isEqualTo(1);
      }
    } finally {
      threads.shutdown();
    }
  }
}
