package dev.nameplate.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.TestApplication;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Drawing ahead takes a turn of the background lane for each picture, and ends. */
final class JitWarmUpTest {
  private final Queue<Runnable> lane = new ArrayDeque<>();
  private boolean closed;

  @Test
  void warmUp_ofNoPictures_asksForNoTurn() {
    warmUp(0).start();
    assertThat(lane).isEmpty();
  }

  @Test
  void warmUp_asksForTheNextTurn_onceItHasDrawn() {
    warmUp(1000).start();
    for (int drawn = 0; drawn < 4; drawn++) {
      assertThat(lane).as("one turn at a time").hasSize(1);
      lane.remove().run();
    }
    assertThat(lane).hasSize(1);
  }

  @Test
  void warmUp_ofALaneThatTakesNoMore_ends() {
    warmUp(1000).start();
    closed = true;
    lane.remove().run();
    assertThat(lane).isEmpty();
  }

  @Test
  void warmUp_endsAfterItsNumberOfPictures() {
    warmUp(3).start();
    for (int drawn = 0; drawn < 3; drawn++) {
      lane.remove().run();
    }
    assertThat(lane).isEmpty();
  }

  private JitWarmUp warmUp(int count) {
    return new JitWarmUp(
        TestApplication.application().pipeline(),
        TestApplication.application().templates(),
        task -> {
          if (closed) {
            throw new RejectedExecutionException("closed");
          }
          lane.add(task);
        },
        count);
  }
}
