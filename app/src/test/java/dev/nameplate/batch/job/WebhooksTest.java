package dev.nameplate.batch.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.batch.webhook.Deliveries;
import dev.nameplate.batch.webhook.WebhookCalls;
import dev.nameplate.batch.webhook.Webhooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When webhooks are called, and what is known of the calls. */
final class WebhooksTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path folder;

  private final AtomicReference<Instant> now = new AtomicReference<>(JobFixture.START);
  private final AtomicInteger status = new AtomicInteger(200);
  private final List<Map<String, String>> called = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();

  private Webhooks webhooks(JobFixture jobs) {
    WebhookCalls calls =
        (url, headers, body) -> {
          assertThat(url).isEqualTo("https://hooks.example.com/x");
          called.add(headers);
          bodies.add(new String(body, StandardCharsets.UTF_8));
          return CompletableFuture.completedFuture(status.get());
        };
    return new Webhooks(jobs.jobs, calls, now::get);
  }

  private static Job submit(JobFixture jobs) throws IOException {
    NewJob.Order order = jobs.order("welcome", JobMode.URLS, "shop");
    return jobs.submit(
        "name\nMaria\n",
        new NewJob.Order(
            order.work(),
            order.mode(),
            order.owner(),
            order.counted(),
            order.names(),
            Optional.of("https://hooks.example.com/x"),
            order.name(),
            false));
  }

  private JobFixture fixture() {
    return new JobFixture(folder.resolve("work"), 1L << 30, now::get);
  }

  @Test
  void endedJob_isToldOnce_signed_withoutValues() throws IOException {
    try (JobFixture jobs = fixture()) {
      Job job = submit(jobs);
      Webhooks webhooks = webhooks(jobs);
      webhooks.run().join();
      assertThat(called).isEmpty();
      jobs.run();
      webhooks.run().join();
      webhooks.run().join();
      assertThat(called).hasSize(1);
      assertThat(bodies.get(0)).contains("batch.completed", "\"done\":1").doesNotContain("Maria");
      long seconds = JobFixture.START.getEpochSecond();
      assertThat(called.get(0).get("webhook-timestamp")).isEqualTo("" + seconds);
      assertThat(called.get(0).get("webhook-signature"))
          .isEqualTo(
              webhooks
                  .secret(job)
                  .orElseThrow()
                  .sign(
                      "msg_" + job.spec().id(),
                      seconds,
                      bodies.get(0).getBytes(StandardCharsets.UTF_8)));
      Deliveries known = webhooks.deliveries(job);
      assertThat(known.attempts()).hasSize(1).allMatch(Deliveries.Attempt::isTaken);
      assertThat(known.next()).isEmpty();
      assertThat(webhooks.replay(jobs.now(job)).next()).contains(JobFixture.START);
      assertThat(called).hasSize(2);
    }
  }

  @Test
  void failedCall_isTriedAgainForADay_andNoLonger() throws IOException {
    try (JobFixture jobs = fixture()) {
      Job job = submit(jobs);
      jobs.run();
      status.set(500);
      for (int tries = 0; tries < 20; tries++) {
        webhooks(jobs).run().join();
        webhooks(jobs).deliveries(job).next().ifPresent(now::set);
      }
      assertThat(called).hasSize(8);
      assertThat(now.get()).isBefore(JobFixture.START.plusSeconds(86_400));
      assertThat(webhooks(jobs).deliveries(job).next()).isEmpty();
    }
  }

  @Test
  void receiverThatIsGone_orPrivate_isNotCalledAgain() throws IOException {
    for (int answer : List.of(410, WebhookCalls.REFUSED)) {
      try (JobFixture jobs = new JobFixture(folder.resolve("w" + answer))) {
        Job job = submit(jobs);
        jobs.run();
        status.set(answer);
        webhooks(jobs).run().join();
        assertThat(webhooks(jobs).deliveries(job).next()).isEmpty();
        assertThat(webhooks(jobs).deliveries(job).attempts().get(0).status()).isEqualTo(answer);
      }
    }
  }
}
