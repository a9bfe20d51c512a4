package dev.nameplate.batch.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.batch.RowState;
import dev.nameplate.batch.job.Job;
import dev.nameplate.batch.job.Jobs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Tells the webhook of each job that it has ended, and tries again for a day until the receiver
 * takes it. What was tried is in the job's folder, so that a restart goes on. A receiver that
 * answers 410 is not called again, nor is a private address called at all. Safe for many threads.
 */
public final class Webhooks {
  private static final String NOTE = "deliveries";

  /** Longer than a call takes. */
  private static final Duration CALL = Duration.ofMinutes(1);

  /** How long after one try the next one follows; after the last one nothing does. */
  private static final List<Duration> AGAIN =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(7),
          Duration.ofHours(9));

  private static final int GONE = 410;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Jobs jobs;
  private final WebhookCalls calls;
  private final InstantSource clock;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  /**
   * @param clock of the timestamps and of what is due
   */
  public Webhooks(Jobs jobs, WebhookCalls calls, InstantSource clock) {
    this.jobs = jobs;
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * Returns the secret of a job's webhook: the same for each job of an owner with this address that
   * is sealed with this key.
   */
  public Optional<WebhookSecret> secret(Job job) {
    return jobs.derivedKey(
            job, "webhook\n" + job.spec().owner() + "\n" + job.spec().webhook().orElse(""))
        .map(WebhookSecret::new);
  }

  /** Returns what was tried for a job; none where nothing was yet. */
  public Deliveries deliveries(Job job) {
    return jobs.place().note(job.spec().id(), NOTE).map(Deliveries::read).orElse(Deliveries.NONE);
  }

  /** Calls a job's webhook again, whatever came of earlier calls; returns what is known now. */
  public Deliveries replay(Job job) {
    Deliveries due = deliveries(job).due(clock.instant());
    store(job, due);
    CompletableFuture<Void> unused = call(job, known -> true);
    return due;
  }

  /**
   * Makes the calls that are due. Called now and then, and when a job has ended.
   *
   * @return done when they have their answers
   */
  public CompletableFuture<Void> run() {
    Instant now = clock.instant();
    return CompletableFuture.allOf(
        jobs.all().stream()
            .filter(job -> job.spec().webhook().isPresent() && job.status().isEnded())
            .filter(job -> isDue(deliveries(job), now))
            .map(job -> call(job, known -> isDue(known, clock.instant())))
            .toArray(CompletableFuture<?>[]::new));
  }

  private static boolean isDue(Deliveries known, Instant now) {
    return known.attempts().isEmpty() || known.next().filter(at -> !at.isAfter(now)).isPresent();
  }

  /** Where other nodes have the job too, one of them calls, and has not just called. */
  private CompletableFuture<Void> call(Job job, Predicate<Deliveries> wanted) {
    Optional<WebhookSecret> secret = secret(job);
    String task = job.spec().id();
    if (secret.isEmpty() || !running.add(task)) {
      return CompletableFuture.completedFuture(null);
    }
    if (!jobs.place().takeTask(task, NOTE, CALL)) {
      running.remove(task);
      return CompletableFuture.completedFuture(null);
    }
    if (!wanted.test(deliveries(job))) {
      ended(task);
      return CompletableFuture.completedFuture(null);
    }
    Instant now = clock.instant();
    String id = "msg_" + job.spec().id();
    byte[] body = body(job);
    Map<String, String> headers =
        Map.of(
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(now.getEpochSecond()),
            "webhook-signature",
            secret.get().sign(id, now.getEpochSecond(), body));
    long start = System.nanoTime();
    return calls
        .post(job.spec().webhook().orElseThrow(), headers, body)
        .exceptionally(bug -> WebhookCalls.UNREACHABLE)
        .thenAccept(
            status -> {
              long millis = (System.nanoTime() - start) / 1_000_000;
              answered(job, new Deliveries.Attempt(now, status, millis));
            })
        .whenComplete((done, failed) -> ended(task));
  }

  private void ended(String job) {
    jobs.place().endTask(job, NOTE);
    running.remove(job);
  }

  private void answered(Job job, Deliveries.Attempt attempt) {
    Deliveries known = deliveries(job);
    boolean ends =
        attempt.isTaken()
            || attempt.status() == GONE
            || attempt.status() == WebhookCalls.REFUSED
            || known.attempts().size() >= AGAIN.size();
    store(
        job,
        known.with(
            attempt,
            ends
                ? Optional.empty()
                : Optional.of(attempt.at().plus(AGAIN.get(known.attempts().size())))));
  }

  private void store(Job job, Deliveries deliveries) {
    boolean unused =
        jobs.find(job.spec().id()).isPresent()
            && jobs.place()
                .keepNote(
                    job.spec().id(),
                    NOTE,
                    deliveries.json().toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What is told: counts, never a value of a recipient. */
  private static byte[] body(Job job) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("type", "batch." + job.status().label());
    root.put("timestamp", job.changed().toString());
    ObjectNode data = root.putObject("data");
    data.put("id", job.spec().id());
    data.put("status", job.status().label());
    data.put("mode", job.spec().mode().label());
    data.put("template", job.spec().template());
    data.put("rows", job.spec().rows());
    ObjectNode counts = data.putObject("counts");
    for (RowState state : RowState.values()) {
      counts.put(state.label(), job.progress().tally().of(state));
    }
    job.error().ifPresent(error -> data.put("error", error.code()));
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }
}
