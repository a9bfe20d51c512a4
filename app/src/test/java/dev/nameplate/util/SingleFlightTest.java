package dev.nameplate.util;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One piece of work for all who ask at once, and nobody's trouble is another's. */
final class SingleFlightTest {
  private final SingleFlight<String, String> flights = new SingleFlight<>();
  private final CompletableFuture<String> work = new CompletableFuture<>();
  private final AtomicInteger started = new AtomicInteger();

  @Test
  void callersOfOneKey_atOnce_shareOneWork() {
    CompletableFuture<String> first = run("a");
    CompletableFuture<String> second = run("a");
    assertThat(started).hasValue(1);
    work.complete("done");
    assertThat(first).isCompletedWithValue("done");
    assertThat(second).isCompletedWithValue("done");
  }

  @Test
  void otherKey_hasWorkOfItsOwn() {
    CompletableFuture<String> first = run("a");
    assertThat(flights.run("b", () -> completedFuture("other"))).isCompletedWithValue("other");
    assertThat(first).isNotDone();
  }

  @Test
  void result_isNotKept() {
    assertThat(flights.run("a", () -> completedFuture("1"))).isCompletedWithValue("1");
    assertThat(flights.run("a", () -> completedFuture("2"))).isCompletedWithValue("2");
  }

  @Test
  void failure_reachesAllWhoWait_andIsNotKept() {
    CompletableFuture<String> first = run("a");
    CompletableFuture<String> second = run("a");
    work.completeExceptionally(new IllegalStateException("broken"));
    for (CompletableFuture<String> waiter : List.of(first, second)) {
      assertThatThrownBy(waiter::join)
          .isInstanceOf(CompletionException.class)
          .hasRootCauseInstanceOf(IllegalStateException.class);
    }
    assertThat(flights.run("a", () -> completedFuture("well"))).isCompletedWithValue("well");
  }

  @Test
  void work_thatThrows_failsTheFuture_andIsNotKept() {
    CompletableFuture<String> failed =
        flights.run(
            "a",
            () -> {
              throw new RejectedExecutionException("full");
            });
    assertThat(failed).isCompletedExceptionally();
    assertThatThrownBy(failed::join).hasCauseInstanceOf(RejectedExecutionException.class);
    assertThat(flights.isRunning("a")).isFalse();
    assertThat(flights.run("a", () -> completedFuture("well"))).isCompletedWithValue("well");
  }

  @Test
  void failureOfADependentStage_isToldByItsCause() {
    CompletableFuture<String> failed =
        flights.run(
            "a",
            () ->
                completedFuture("x")
                    .thenApply(
                        x -> {
                          throw new IllegalStateException("later");
                        }));
    assertThatThrownBy(failed::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void cancellation_byOneWaiter_harmsNeitherTheWorkNorOthers() {
    CompletableFuture<String> first = run("a");
    CompletableFuture<String> second = run("a");
    first.cancel(true);
    assertThat(work).isNotDone();
    assertThat(second).isNotDone();
    assertThat(flights.isRunning("a")).isTrue();
    CompletableFuture<String> third = run("a");
    work.complete("done");
    assertThat(second).isCompletedWithValue("done");
    assertThat(third).isCompletedWithValue("done");
    assertThat(started).hasValue(1);
  }

  @Test
  void timeout_ofOneWaiter_harmsNeitherTheWorkNorOthers() {
    CompletableFuture<String> hasty = run("a").orTimeout(1, TimeUnit.NANOSECONDS);
    CompletableFuture<String> patient = run("a");
    assertThatThrownBy(hasty::join).hasCauseInstanceOf(TimeoutException.class);
    assertThat(patient).isNotDone();
    work.complete("done");
    assertThat(patient).isCompletedWithValue("done");
  }

  @Test
  void value_setByOneWaiter_isNobodyElses() {
    CompletableFuture<String> first = run("a");
    CompletableFuture<String> second = run("a");
    first.complete("forged");
    work.complete("true");
    assertThat(second).isCompletedWithValue("true");
  }

  @Test
  void isRunning_untilTheWorkEnds() {
    assertThat(flights.isRunning("a")).isFalse();
    CompletableFuture<String> unused = run("a");
    assertThat(flights.isRunning("a")).isTrue();
    work.complete("done");
    assertThat(flights.isRunning("a")).isFalse();
  }

  @Test
  void callerWhoSeesTheResult_mayStartTheNext() {
    CompletableFuture<CompletableFuture<String>> next = new CompletableFuture<>();
    var unused =
        run("a").thenAccept(x -> next.complete(flights.run("a", () -> completedFuture("second"))));
    work.complete("first");
    assertThat(next.join()).isCompletedWithValue("second");
  }

  @Test
  void manyThreads_startOneWork() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      CountDownLatch asked = new CountDownLatch(200);
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        answers.add(
            threads.submit(
                () -> {
                  CompletableFuture<String> answer = run("a");
                  asked.countDown();
                  return answer.isDone() ? answer.join() : "waits";
                }));
      }
      asked.await();
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo("waits");
      }
      assertThat(started).hasValue(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private CompletableFuture<String> run(String key) {
    return flights.run(
        key,
        () -> {
          started.incrementAndGet();
          return work;
        });
  }
}
