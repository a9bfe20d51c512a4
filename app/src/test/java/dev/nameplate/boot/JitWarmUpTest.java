package dev.nameplate.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.house.TestHouse;
import dev.nameplate.serve.RenderLoad;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Drawing for nobody gives way to drawing for somebody, and ends. */
final class JitWarmUpTest {
  private static final RenderLoad IDLE = new RenderLoad(0, 2, 0, 256);
  private static final RenderLoad BUSY = new RenderLoad(1, 2, 0, 256);

  @Test
  void warmUp_ofNoTime_drawsNothing() {
    AtomicInteger asked = new AtomicInteger();
    warmUp(() -> count(asked, IDLE), Duration.ZERO).run();
    assertThat(asked).hasValue(0);
  }

  @Test
  void warmUp_drawsOneAfterTheOther_whileNobodyAsks_andStopsWithTheProgram() {
    AtomicInteger asked = new AtomicInteger();
    warmUp(
            () -> {
              if (asked.get() == 3) {
                Thread.currentThread().interrupt();
              }
              return count(asked, IDLE);
            },
            Duration.ofHours(1))
        .run();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(asked).hasValue(4);
  }

  @Test
  void warmUp_waits_whileTheServerDraws() throws InterruptedException {
    CountDownLatch waited = new CountDownLatch(3);
    Thread thread =
        new Thread(
            warmUp(
                () -> {
                  waited.countDown();
                  return BUSY;
                },
                Duration.ofHours(1)));
    thread.start();
    waited.await();
    thread.interrupt();
    thread.join();
    assertThat(waited.getCount()).isZero();
  }

  @Test
  void warmUp_ofAServerThatIsNeverIdle_endsInItsTime_soThatWhatWaitsBehindItIsDone()
      throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    Thread thread = new Thread(warmUp(() -> count(asked, BUSY), Duration.ofMillis(50)));
    thread.setDaemon(true);
    thread.start();
    thread.join(30_000);
    assertThat(thread.isAlive()).as("waits for a pause that never comes").isFalse();
    assertThat(asked.get()).isPositive();
  }

  private static RenderLoad count(AtomicInteger asked, RenderLoad load) {
    asked.incrementAndGet();
    return load;
  }

  private static JitWarmUp warmUp(Supplier<RenderLoad> load, Duration time) {
    return new JitWarmUp(TestHouse.house().pipeline(), TestHouse.house().templates(), load, time);
  }
}
