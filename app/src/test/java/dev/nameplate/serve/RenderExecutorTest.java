package dev.nameplate.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.support.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two lanes: who is waited for comes first, and what nobody waits for comes all the same. */
final class RenderExecutorTest {
  private final List<RenderExecutor> opened = new ArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void stop() {
    gate.countDown();
    opened.forEach(RenderExecutor::close);
  }

  @Test
  void results_andFailures_comeBack_inBothLanes() {
    RenderExecutor executor = executor(2, 4);
    assertThat(executor.interactive(() -> "drawn").join()).isEqualTo("drawn");
    assertThat(executor.background(() -> "packed").join()).isEqualTo("packed");
    Supplier<String> bug =
        () -> {
          throw new IllegalStateException("a bug");
        };
    assertThatThrownBy(executor.interactive(bug)::join)
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(executor.background(bug)::join)
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(executor.background(() -> "next").join()).isEqualTo("next");
  }

  @Test
  void interactiveTasks_beyondPermitsAndQueue_areRejected_andNotRun() throws Exception {
    RenderExecutor executor = executor(1, 1);
    CompletableFuture<String> runs = blocked(executor, 1);
    CompletableFuture<String> waits = executor.interactive(() -> "second");
    AtomicInteger ran = new AtomicInteger();
    CompletableFuture<Integer> rejected = executor.interactive(ran::incrementAndGet);
    assertThat(rejected).isCompletedExceptionally();
    assertThatThrownBy(rejected::join).hasCauseInstanceOf(RejectedExecutionException.class);
    assertThat(executor.load()).isEqualTo(new RenderLoad(1, 1, 1, 1));
    gate.countDown();
    assertThat(runs.join()).isEqualTo("blocked");
    assertThat(waits.join()).isEqualTo("second");
    assertThat(ran).hasValue(0);
  }

  @Test
  void interactiveTasks_thatWouldWaitTooLong_areRejected_byTheTimeThatTasksTook() throws Exception {
    AtomicLong now = new AtomicLong();
    long millisecond = TimeUnit.MILLISECONDS.toNanos(1);
    RenderExecutor executor = new RenderExecutor(2, 64, Duration.ofMillis(50), now::get);
    opened.add(executor);
    for (int i = 0; i < 100; i++) {
      // One in ten takes a hundred times as long, as the first picture of a background does.
      long time = i % 10 == 0 ? 1000 * millisecond : 10 * millisecond;
      assertThat(executor.interactive(() -> now.addAndGet(time)).join()).isPositive();
      Waiting.until("its time is counted", () -> executor.load().active() == 0);
    }
    CompletableFuture<String> running = blocked(executor, 2);
    List<CompletableFuture<String>> waiting = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      waiting.add(executor.interactive(() -> "drawn"));
    }
    long refused = waiting.stream().filter(CompletableFuture::isCompletedExceptionally).count();
    assertThat(refused).as("as many wait as take about 50 ms, at 13 ms each").isBetween(7L, 11L);
    waiting.removeIf(CompletableFuture::isCompletedExceptionally);
    gate.countDown();
    assertThat(running.join()).isEqualTo("blocked");
    assertThat(waiting).allSatisfy(task -> assertThat(task.join()).isEqualTo("drawn"));
    assertThat(executor.interactive(() -> "again").join()).isEqualTo("again");
  }

  @Test
  void backgroundTasks_beyondTheQueue_areRejected() throws Exception {
    RenderExecutor executor = executor(1, 2);
    var unused = blocked(executor, 1);
    List<CompletableFuture<String>> waiting =
        List.of(executor.background(() -> "1"), executor.background(() -> "2"));
    assertThat(executor.background(() -> "3")).isCompletedExceptionally();
    assertThatThrownBy(() -> executor.background().execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    gate.countDown();
    assertThat(waiting).allSatisfy(task -> assertThat(task.join()).isNotEmpty());
  }

  @Test
  void singlePermit_runsBackgroundWork_onlyWhileNothingElseRuns() throws Exception {
    RenderExecutor executor = executor(1, 8);
    var unused = blocked(executor, 1);
    List<String> order = new ArrayList<>();
    CompletableFuture<Boolean> background = executor.background(() -> order.add("background"));
    CompletableFuture<Boolean> waiting = executor.interactive(() -> order.add("interactive"));
    assertThat(background).isNotDone();
    gate.countDown();
    assertThat(background.join()).isTrue();
    assertThat(waiting).isCompleted();
    assertThat(order).containsExactly("interactive", "background");
  }

  @Test
  void interactiveWork_neverWaitsForBackgroundWork() throws Exception {
    for (int permits : List.of(1, 2, 4)) {
      RenderExecutor executor = executor(permits, 8);
      CountDownLatch started = new CountDownLatch(1);
      var unused =
          executor.background(
              () -> {
                started.countDown();
                return await();
              });
      started.await();
      List<CompletableFuture<String>> all = new ArrayList<>();
      CountDownLatch together = new CountDownLatch(permits);
      for (int i = 0; i < permits; i++) {
        all.add(
            executor.interactive(
                () -> {
                  together.countDown();
                  return awaited(together);
                }));
      }
      assertThat(all).allSatisfy(task -> assertThat(task.join()).isEqualTo("blocked"));
    }
  }

  @Test
  void backgroundWork_takesAllPermitsButOne_whereNobodyIsWaitedFor() throws Exception {
    RenderExecutor executor = executor(4, 8);
    CountDownLatch three = new CountDownLatch(3);
    AtomicInteger started = new AtomicInteger();
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(
          executor.background(
              () -> {
                started.incrementAndGet();
                three.countDown();
                return await();
              }));
    }
    three.await();
    assertThat(executor.interactive(() -> "free").join()).isEqualTo("free");
    assertThat(started).hasValue(3);
    gate.countDown();
    assertThat(all).allSatisfy(task -> assertThat(task.join()).isEqualTo("blocked"));
  }

  @Test
  void backgroundWork_takesAllPermits_onceNobodyWasWaitedForForLong() throws Exception {
    RenderExecutor executor = executor(2, 64);
    for (int i = 0; i < 32; i++) {
      assertThat(executor.background(() -> "packed").join()).isEqualTo("packed");
    }
    CountDownLatch both = new CountDownLatch(2);
    Supplier<String> together =
        () -> {
          both.countDown();
          return awaited(both);
        };
    List<CompletableFuture<String>> all =
        List.of(executor.background(together), executor.background(together));
    assertThat(all).allSatisfy(task -> assertThat(task.join()).isEqualTo("blocked"));
  }

  @Test
  void backgroundWork_leavesAPermitAgain_afterTheNextInteractiveWork() throws Exception {
    RenderExecutor executor = executor(2, 64);
    for (int i = 0; i < 32; i++) {
      assertThat(executor.background(() -> "packed").join()).isEqualTo("packed");
    }
    assertThat(executor.interactive(() -> "drawn").join()).isEqualTo("drawn");
    CountDownLatch first = new CountDownLatch(1);
    AtomicInteger started = new AtomicInteger();
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      all.add(
          executor.background(
              () -> {
                started.incrementAndGet();
                first.countDown();
                return await();
              }));
    }
    first.await();
    assertThat(executor.interactive(() -> "free").join()).isEqualTo("free");
    assertThat(started).hasValue(1);
    gate.countDown();
    assertThat(all).allSatisfy(task -> assertThat(task.join()).isEqualTo("blocked"));
  }

  @Test
  void backgroundWork_takesOnlyWhatInteractiveWorkLeaves_andAPermitStaysFree() throws Exception {
    RenderExecutor executor = executor(4, 8);
    var unused = blocked(executor, 2);
    CountDownLatch first = new CountDownLatch(1);
    AtomicInteger started = new AtomicInteger();
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      all.add(
          executor.background(
              () -> {
                started.incrementAndGet();
                first.countDown();
                return await();
              }));
    }
    first.await();
    assertThat(executor.interactive(() -> "free").join()).isEqualTo("free");
    assertThat(started).hasValue(1);
    gate.countDown();
    assertThat(all).allSatisfy(task -> assertThat(task.join()).isEqualTo("blocked"));
  }

  @Test
  void backgroundWork_waits_whereInteractiveWorkLeavesOnePermit() throws Exception {
    RenderExecutor executor = executor(2, 8);
    var running = blocked(executor, 1);
    CompletableFuture<String> background = executor.background(() -> "packed");
    assertThat(executor.interactive(() -> "free").join()).isEqualTo("free");
    assertThat(background).isNotDone();
    gate.countDown();
    assertThat(running.join()).isEqualTo("blocked");
    assertThat(background.join()).isEqualTo("packed");
  }

  @Test
  void backgroundWork_startsByItself_whenInteractiveWorkEnds() throws Exception {
    RenderExecutor executor = executor(2, 8);
    var unused = blocked(executor, 2);
    CompletableFuture<String> background = executor.background(() -> "packed");
    assertThat(background).isNotDone();
    gate.countDown();
    assertThat(background.join()).isEqualTo("packed");
  }

  @Test
  void backgroundWork_comesToItsTurn_howeverBusyInteractiveWorkIs() throws Exception {
    RenderExecutor executor = executor(2, 8);
    CompletableFuture<String> background = new CompletableFuture<>();
    var unused = blocked(executor, 1);
    endless(executor, background);
    endless(executor, background);
    executor.background().execute(() -> background.complete("packed"));
    assertThat(background.join()).isEqualTo("packed");
  }

  @Test
  void drained_finishesWhatRuns_andTakesNoMore() throws Exception {
    RenderExecutor executor = executor(1, 8);
    CompletableFuture<String> runs = blocked(executor, 1);
    CompletableFuture<String> dropped = executor.background(() -> "dropped");
    gate.countDown();
    executor.drain(Duration.ofSeconds(20));
    assertThat(runs.join()).isEqualTo("blocked");
    assertThat(executor.interactive(() -> "late")).isCompletedExceptionally();
    assertThat(executor.background(() -> "late")).isCompletedExceptionally();
    assertThat(dropped.isDone() && !dropped.join().equals("dropped")).isFalse();
  }

  @Test
  void closed_leavesNothingRunning() throws Exception {
    RenderExecutor executor = executor(3, 8);
    CountDownLatch started = new CountDownLatch(2);
    AtomicInteger ended = new AtomicInteger();
    Supplier<String> untilInterrupted =
        () -> {
          started.countDown();
          while (!Thread.currentThread().isInterrupted()) {
            LockSupport.park();
          }
          // A file that is being written is finished first.
          long unused = LongStream.range(0, 100_000_000).map(i -> i * i).sum();
          ended.incrementAndGet();
          return "";
        };
    var interactive = executor.interactive(untilInterrupted);
    var background = executor.background(untilInterrupted);
    started.await();
    executor.close();
    assertThat(ended).hasValue(2);
    assertThat(interactive).isDone();
    assertThat(background).isDone();
  }

  /** Interactive work that always leaves some waiting, until the background has had its turn. */
  private static void endless(RenderExecutor executor, CompletableFuture<String> until) {
    var unused =
        executor.interactive(
            () -> {
              if (!until.isDone()) {
                endless(executor, until);
              }
              return "";
            });
  }

  /** As many interactive tasks that wait for the gate, all of them running. */
  private CompletableFuture<String> blocked(RenderExecutor executor, int tasks)
      throws InterruptedException {
    CountDownLatch started = new CountDownLatch(tasks);
    CompletableFuture<String> last = new CompletableFuture<>();
    for (int i = 0; i < tasks; i++) {
      last =
          executor.interactive(
              () -> {
                started.countDown();
                return await();
              });
    }
    started.await();
    return last;
  }

  private String await() {
    return awaited(gate);
  }

  private static String awaited(CountDownLatch latch) {
    try {
      latch.await();
      return "blocked";
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private RenderExecutor executor(int permits, int queue) {
    RenderExecutor executor = new RenderExecutor(permits, queue);
    opened.add(executor);
    return executor;
  }
}
