package dev.nameplate.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ObjectPoolTest {
  private final List<StringBuilder> made = new ArrayList<>();
  private final ObjectPool<StringBuilder> pool =
      new ObjectPool<>(
          () -> {
            made.add(new StringBuilder());
            return made.get(made.size() - 1);
          });

  @Test
  void object_released_isUsedAgain() {
    StringBuilder first = pool.acquire();
    pool.release(first);
    assertThat(pool.acquire()).isSameAs(first);
    assertThat(made).hasSize(1);
  }

  @Test
  void objects_inUse_areDistinct() {
    assertThat(pool.acquire()).isNotSameAs(pool.acquire());
  }

  @Test
  void work_thatFails_dropsItsObject() {
    assertThatThrownBy(
            () ->
                pool.with(
                    object -> {
                      throw new IllegalStateException("in the middle");
                    }))
        .hasMessage("in the middle");
    assertThat(pool.acquire()).isNotSameAs(made.get(0));
  }

  @Test
  void objects_beyondTheProcessors_areDropped() {
    int processors = Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < processors + 3; i++) {
      pool.release(new StringBuilder());
    }
    for (int i = 0; i < processors; i++) {
      pool.acquire();
    }
    assertThat(made).isEmpty();
    pool.acquire();
    assertThat(made).hasSize(1);
  }
}
