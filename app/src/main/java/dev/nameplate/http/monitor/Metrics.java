package dev.nameplate.http.monitor;

import dev.nameplate.http.message.RequestOutcome;
import dev.nameplate.serve.ImageService;
import dev.nameplate.serve.Outcome;
import dev.nameplate.serve.RenderLoad;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.usage.UsageCounter;
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
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Counters and timings of all responses, in Prometheus' text format. No label or value is a
 * recipient's data. Safe for many threads.
 */
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
  private final Function<String, UsageCounter> usage;
  private final Map<String, Counter> faults = new ConcurrentHashMap<>();
  private final Timer parse = stage("parse");
  private final Timer fit = stage("fit");
  private final Timer paint = stage("paint");
  private final Timer encode = stage("encode");
  private final Timer responses =
      timer(
              "nameplate.answer",
              "From a request's arrival to its response, those from the response cache excluded.")
          .register(registry);
  private final Counter responseHits = cacheHits("response");
  private final Counter pictureHits = cacheHits("pictures");
  private final Counter clientHits = cacheHits("client");

  /**
   * @param library its templates and faults are gauges
   * @param images its load and renders are metrics
   * @param usage makes the counter of a template's pictures, which counts beside the metrics
   */
  public Metrics(
      TemplateLibrary library, ImageService images, Function<String, UsageCounter> usage) {
    this.usage = usage;
    gauge("nameplate.queue", "Pictures that wait for a permit.", images, RenderLoad::queued);
    gauge("nameplate.queue.capacity", "How many pictures may wait.", images, RenderLoad::capacity);
    gauge(
        "nameplate.permits", "How many pictures are drawn at a time.", images, RenderLoad::permits);
    gauge("nameplate.permits.used", "Pictures that are being drawn.", images, RenderLoad::active);
    FunctionCounter.builder("nameplate.renders", images, ImageService::renders)
        .description("Pictures drawn for requests, failed ones included.")
        .register(registry);
    Gauge.builder("nameplate.templates", library, all -> all.all().size())
        .description("Templates that are served.")
        .register(registry);
    Gauge.builder("nameplate.template.faults", library, all -> all.faults().size())
        .description("Faults in template files.")
        .register(registry);
    Gauge.builder("nameplate.heap.used", Runtime.getRuntime(), Metrics::used)
        .baseUnit("bytes")
        .description("Heap in use, garbage included.")
        .register(registry);
    Gauge.builder("nameplate.heap.limit", Runtime.getRuntime(), Runtime::maxMemory)
        .baseUnit("bytes")
        .description("Maximum size of the heap.")
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

  private Counter cacheHits(String cache) {
    return Counter.builder("nameplate.cache.hits")
        .description("Cache hits, by the cache: of responses, of pictures, or the client's.")
        .tag("cache", cache)
        .register(registry);
  }

  private Timer stage(String name) {
    return timer("nameplate.stage", "Stages of pictures.").tag("stage", name).register(registry);
  }

  private static Timer.Builder timer(String name, String meaning) {
    return Timer.builder(name).description(meaning).serviceLevelObjectives(BOUNDS);
  }

  /** Adds a metric of another package. */
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
   * Counts a response.
   *
   * @param length of the body in bytes
   * @param took from the request's arrival, in nanoseconds
   */
  void count(RequestOutcome requestOutcome, int length, long took) {
    counters(requestOutcome.template()).count(requestOutcome, length);
    responses.record(Duration.ofNanos(took));
    requestOutcome.timing().ifPresent(timing -> stages(requestOutcome.kind(), timing));
    switch (requestOutcome.kind()) {
      case FAULT -> requestOutcome.detail().ifPresent(kind -> fault(kind).increment());
      case HIT -> pictureHits.increment();
      case UNMODIFIED -> clientHits.increment();
      default -> {}
    }
  }

  /**
   * Counts a response from the response cache.
   *
   * @param kind a hit, or a 304
   * @param reasons of its fields
   * @param length of the body in bytes
   */
  void countRepeat(RequestOutcome.Kind kind, String template, List<String> reasons, int length) {
    counters(template).count(kind, reasons, length);
    (kind == RequestOutcome.Kind.HIT ? responseHits : clientHits).increment();
  }

  private void stages(RequestOutcome.Kind kind, Outcome.Timing timing) {
    parse.record(timing.key());
    if (kind == RequestOutcome.Kind.DRAWN) {
      fit.record(timing.stages().fit());
      paint.record(timing.stages().paint());
      encode.record(timing.stages().encode());
    }
  }

  private TemplateCounters counters(String template) {
    return templates.computeIfAbsent(
        template, id -> new TemplateCounters(registry, id, usage.apply(id)));
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

  /** How many answers came from a cache, 304s among them. */
  long hits() {
    return (long) (responseHits.count() + pictureHits.count() + clientHits.count());
  }

  /** All metrics in Prometheus' text format, version 0.0.4. */
  byte[] text() {
    return registry.scrape(TYPE).getBytes(StandardCharsets.UTF_8);
  }
}
