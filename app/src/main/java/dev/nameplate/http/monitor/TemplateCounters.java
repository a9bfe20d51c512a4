package dev.nameplate.http.monitor;

import dev.nameplate.http.message.RequestOutcome;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.merge.value.ResolvedField;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The counters of one template, each made when it first counts, so that none is looked up twice.
 */
final class TemplateCounters {
  private final MeterRegistry registry;
  private final String template;
  private final Counter bytes;
  private final Map<RequestOutcome.Kind, Counter> outcomes = new ConcurrentHashMap<>();
  private final Map<String, Counter> degraded = new ConcurrentHashMap<>();
  private final Map<String, Counter> fields = new ConcurrentHashMap<>();

  TemplateCounters(MeterRegistry registry, String template) {
    this.registry = registry;
    this.template = template;
    this.bytes =
        Counter.builder("nameplate.sent")
            .baseUnit("bytes")
            .description("Bytes of bodies sent.")
            .tag("template", template)
            .register(registry);
  }

  void count(RequestOutcome requestOutcome, int length) {
    outcome(requestOutcome.kind()).increment();
    bytes.increment(length);
    if (requestOutcome.kind() == RequestOutcome.Kind.DEGRADED) {
      requestOutcome.detail().ifPresent(reason -> reason(reason).increment());
    }
    requestOutcome.fields().ifPresent(merged -> fields(merged).forEach(Counter::increment));
  }

  /**
   * What counts an answer that is given again.
   *
   * @param known counts those that are given with a picture
   * @param askers counts those that are given without
   */
  RepeatCounters repeats(RequestOutcome requestOutcome, Counter known, Counter askers) {
    List<Counter> fields = requestOutcome.fields().map(this::fields).orElse(List.of());
    return new RepeatCounters(
        joined(List.of(outcome(RequestOutcome.Kind.HIT), known), fields),
        joined(List.of(outcome(RequestOutcome.Kind.UNMODIFIED), askers), fields),
        bytes);
  }

  private static List<Counter> joined(List<Counter> these, List<Counter> those) {
    return Stream.concat(these.stream(), those.stream()).toList();
  }

  private Counter outcome(RequestOutcome.Kind kind) {
    return outcomes.computeIfAbsent(
        kind,
        absent ->
            Counter.builder("nameplate.requests")
                .description("Requests by what became of them.")
                .tag("template", template)
                .tag("outcome", kind.label())
                .register(registry));
  }

  private Counter reason(String reason) {
    return degraded.computeIfAbsent(
        reason,
        absent ->
            Counter.builder("nameplate.degraded")
                .description("Pictures that lack something of ours, by the reason.")
                .tag("template", template)
                .tag("reason", reason)
                .register(registry));
  }

  private List<Counter> fields(MergedFields merged) {
    List<Counter> counters = new ArrayList<>();
    for (ResolvedField field : merged.byName().values()) {
      counters.add(field(field.reason().map(MissingReason::label).orElse("given")));
    }
    return counters;
  }

  private Counter field(String reason) {
    return fields.computeIfAbsent(
        reason,
        absent ->
            Counter.builder("nameplate.fields")
                .description("Values of fields: given, or why not.")
                .tag("template", template)
                .tag("reason", reason)
                .register(registry));
  }
}
