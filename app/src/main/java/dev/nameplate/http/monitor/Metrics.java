package dev.nameplate.http.monitor;

import dev.nameplate.http.message.RequestOutcome;
import dev.nameplate.serve.ImageService;
import dev.nameplate.serve.Outcome;
import dev.nameplate.serve.RenderLoad;
import dev.nameplate.template.library.TemplateLibrary;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** What operators see: counters and timings of everything that was answered, and no value of it. */
public final class Metrics {
  /** The media type of {@link #text}. */
  public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Duration[] BOUNDS =
      List.of(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000)
          .stream()
          .map(micros -> Duration.ofNanos(micros * 1_000L))
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, TemplateCounters> templates = new ConcurrentHashMap<>();
  private final Map<String, Counter> faults = new ConcurrentHashMap<>();
  private final Timer parse = stage("parse");
  private final Timer fit = stage("fit");
  private final Timer paint = stage("paint");
  private final Timer encode = stage("encode");
  private final Timer answers =
      timer("nameplate.answer", "From a request's arrival to its answer, repeats left out.")
          .register(registry);
  private final Counter known = cache("answers", "Hits, by what was known already.");
  private final Counter pictures = cache("pictures", "Hits, by what was known already.");
  private final Counter askers = cache("askers", "Hits, by what was known already.");

  public Metrics(TemplateLibrary library, ImageService images) {
    gauge("nameplate.queue", "Drawings that wait for a permit.", images, RenderLoad::queued);
    gauge("nameplate.queue.room", "How many drawings may wait.", images, RenderLoad::room);
    gauge(
        "nameplate.permits", "How many drawings may go on at a time.", images, RenderLoad::permits);
    gauge("nameplate.permits.used", "Drawings that go on.", images, RenderLoad::active);
    FunctionCounter.builder("nameplate.renders", images, ImageService::renders)
        .description("Pictures drawn or begun.")
        .register(registry);
    Gauge.builder("nameplate.templates", library, all -> all.all().size())
        .description("Templates that are served.")
        .register(registry);
    Gauge.builder("nameplate.template.faults", library, all -> all.faults().size())
        .description("Faults in template files.")
        .register(registry);
    Gauge.builder("nameplate.heap.used", Runtime.getRuntime(), Metrics::used)
        .baseUnit("bytes")
        .description("The heap in use, garbage included.")
        .register(registry);
    Gauge.builder("nameplate.heap.limit", Runtime.getRuntime(), Runtime::maxMemory)
        .baseUnit("bytes")
        .description("The most that the heap may become.")
        .register(registry);
  }

  private static double used(Runtime runtime) {
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void gauge(
      String name, String meaning, ImageService images, ToDoubleFunction<RenderLoad> value) {
    Gauge.builder(name, images, service -> value.applyAsDouble(service.load()))
        .description(meaning)
        .register(registry);
  }

  private Counter cache(String of, String meaning) {
    return Counter.builder("nameplate.cache.hits")
        .description(meaning)
        .tag("cache", of)
        .register(registry);
  }

  private Timer stage(String name) {
    return timer("nameplate.stage", "Stages of pictures.").tag("stage", name).register(registry);
  }

  private static Timer.Builder timer(String name, String meaning) {
    return Timer.builder(name).description(meaning).serviceLevelObjectives(BOUNDS);
  }

  /** Shows another room's number from now on. */
  void show(MetricSource metricSource) {
    List<Tag> tags =
        metricSource.labels().entrySet().stream()
            .map(label -> Tag.of(label.getKey(), label.getValue()))
            .toList();
    if (metricSource.growing()) {
      FunctionCounter.builder(metricSource.name(), metricSource, of -> of.value().getAsDouble())
          .description(metricSource.meaning())
          .tags(tags)
          .register(registry);
    } else {
      Gauge.builder(metricSource.name(), metricSource, of -> of.value().getAsDouble())
          .description(metricSource.meaning())
          .tags(tags)
          .strongReference(true)
          .register(registry);
    }
  }

  /**
   * Counts an answer.
   *
   * @param length of its body
   * @param took from the request's arrival, in nanoseconds
   */
  void count(RequestOutcome requestOutcome, int length, long took) {
    counters(requestOutcome.template()).count(requestOutcome, length);
    answers.record(Duration.ofNanos(took));
    requestOutcome.timing().ifPresent(timing -> stages(requestOutcome.kind(), timing));
    switch (requestOutcome.kind()) {
      case FAULT -> requestOutcome.detail().ifPresent(kind -> fault(kind).increment());
      case HIT -> pictures.increment();
      case UNMODIFIED -> askers.increment();
      default -> {}
    }
  }

  /** What counts the repeats of an answer. */
  RepeatCounters repeats(RequestOutcome requestOutcome) {
    return counters(requestOutcome.template()).repeats(requestOutcome, known, askers);
  }

  private void stages(RequestOutcome.Kind kind, Outcome.Timing timing) {
    parse.record(timing.key());
    if (kind == RequestOutcome.Kind.DRAWN || kind == RequestOutcome.Kind.QUICK) {
      fit.record(timing.stages().fit());
      paint.record(timing.stages().paint());
      encode.record(timing.stages().encode());
    }
  }

  private TemplateCounters counters(String template) {
    return templates.computeIfAbsent(template, id -> new TemplateCounters(registry, id));
  }

  private Counter fault(String kind) {
    return faults.computeIfAbsent(
        kind,
        absent ->
            Counter.builder("nameplate.faults")
                .description("Authors' mistakes, by kind.")
                .tag("kind", kind)
                .register(registry));
  }

  /** Everything as Prometheus reads it. */
  byte[] text() {
    return registry.scrape(TYPE).getBytes(StandardCharsets.UTF_8);
  }
}
