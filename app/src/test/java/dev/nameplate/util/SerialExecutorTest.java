package dev.nameplate.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** One task at a time, in order, and the target runs others between them. */
final class SerialExecutorTest {
  private final Queue<Runnable> target = new ArrayDeque<>();
  private final List<String> ran = new ArrayList<>();
  private boolean closed;
  private final SerialExecutor serial =
      new SerialExecutor(
          task -> {
            if (closed) {
              throw new RejectedExecutionException("closed");
            }
            target.add(task);
          });

  @Test
  void tasks_areHandedOver_oneAtATime_inOrder() {
    List.of("1", "2", "3").forEach(name -> serial.execute(() -> ran.add(name)));
    for (int done = 1; done <= 3; done++) {
      assertThat(target).hasSize(1);
      target.remove().run();
      assertThat(ran).hasSize(done);
    }
    assertThat(ran).containsExactly("1", "2", "3");
    assertThat(target).isEmpty();
  }

  @Test
  void task_addedByATask_comesLast() {
    serial.execute(() -> serial.execute(() -> ran.add("inner")));
    serial.execute(() -> ran.add("second"));
    while (!target.isEmpty()) {
      target.remove().run();
    }
    assertThat(ran).containsExactly("second", "inner");
  }

  @Test
  void taskThatThrows_doesNotStopTheNext() {
    serial.execute(
        () -> {
          throw new IllegalStateException("a bug");
        });
    serial.execute(() -> ran.add("next"));
    assertThatThrownBy(target.remove()::run).isInstanceOf(IllegalStateException.class);
    target.remove().run();
    assertThat(ran).containsExactly("next");
  }

  @Test
  void targetThatTakesNoMore_rejectsTheTask_andLaterOnesAreTakenAgain() {
    closed = true;
    assertThatThrownBy(() -> serial.execute(() -> ran.add("lost")))
        .isInstanceOf(RejectedExecutionException.class);
    closed = false;
    serial.execute(() -> ran.add("kept"));
    target.remove().run();
    assertThat(ran).containsExactly("kept");
  }

  @Test
  void targetThatCloses_dropsWhatWaits() {
    serial.execute(() -> ran.add("1"));
    serial.execute(() -> ran.add("2"));
    closed = true;
    target.remove().run();
    assertThat(ran).containsExactly("1");
    assertThat(target).isEmpty();
  }
}
