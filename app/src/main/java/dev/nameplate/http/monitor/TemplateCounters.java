package dev.nameplate.http.monitor;

import dev.nameplate.http.message.RequestOutcome;
import dev.nameplate.usage.UsageCounter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The counters of one template, each registered when it is first incremented. */
final class TemplateCounters {
  private final MeterRegistry registry;
  private final String template;
  private final Counter bytes;
  private final UsageCounter usage;
  private final Map<RequestOutcome.Kind, Counter> outcomes = new ConcurrentHashMap<>();
  private final Map<String, Counter> degraded = new ConcurrentHashMap<>();
  private final Map<String, Counter> fields = new ConcurrentHashMap<>();

  /**
   * @param usage of the template
   */
  TemplateCounters(MeterRegistry registry, String template, UsageCounter usage) {
    this.registry = registry;
    this.template = template;
    this.usage = usage;
    this.bytes =
        Counter.builder("nameplate.sent")
            .baseUnit("bytes")
            .description("Bytes of bodies sent.")
            .tag("template", template)
            .register(registry);
  }

  /** Counts a response with a body of so many bytes. */
  void count(RequestOutcome requestOutcome, int length) {
    count(requestOutcome.kind(), requestOutcome.reasons(), length);
    if (requestOutcome.kind() == RequestOutcome.Kind.DEGRADED) {
      requestOutcome.detail().ifPresent(reason -> reason(reason).increment());
    }
  }

  /**
   * Counts a response.
   *
   * @param reasons of its fields, {@code given} or why not
   * @param length of the body in bytes
   */
  void count(RequestOutcome.Kind kind, List<String> reasons, int length) {
    outcome(kind).increment();
    if (kind == RequestOutcome.Kind.HIT || kind == RequestOutcome.Kind.UNMODIFIED) {
      usage.hit();
    } else if (kind == RequestOutcome.Kind.DRAWN) {
      usage.picture();
    }
    bytes.increment(length);
    for (int at = 0; at < reasons.size(); at++) {
      field(reasons.get(at)).increment();
    }
  }

  private Counter outcome(RequestOutcome.Kind kind) {
    return outcomes.computeIfAbsent(
        kind,
        absent ->
            Counter.builder("nameplate.requests")
                .description("Requests, by outcome.")
                .tag("template", template)
                .tag("outcome", kind.label())
                .register(registry));
  }

  private Counter reason(String reason) {
    return degraded.computeIfAbsent(
        reason,
        absent ->
            Counter.builder("nameplate.degraded")
                .description("Degraded pictures, by the reason.")
                .tag("template", template)
                .tag("reason", reason)
                .register(registry));
  }

  private Counter field(String reason) {
    return fields.computeIfAbsent(
        reason,
        absent ->
            Counter.builder("nameplate.fields")
                .description(
                    "Fields, by the reason why their value is missing; given for the others.")
                .tag("template", template)
                .tag("reason", reason)
                .register(registry));
  }
}
