package dev.nameplate.http.message;

import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.serve.Outcome;
import dev.nameplate.serve.fault.Fault;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a request for metrics and the access log. Only the reasons of its fields are
 * counted, never a value.
 *
 * @param kind what the response was
 * @param template the id of an existing template; {@code -} for none, whatever the request named
 * @param detail the reason of a degraded picture, or the fault's kind; empty for others
 * @param fields those whose reasons are counted; empty for none
 * @param timing the stages of a picture; empty for others
 */
public record RequestOutcome(
    Kind kind,
    String template,
    Optional<String> detail,
    Optional<MergedFields> fields,
    Optional<Outcome.Timing> timing) {
  /** The template of requests that name no existing one. */
  public static final String NO_TEMPLATE = "-";

  /** The kinds of responses. */
  public enum Kind {
    /** A picture that was drawn for this request. */
    DRAWN,
    /** A cached picture. */
    HIT,
    /** A 304: the client has the picture. */
    UNMODIFIED,
    /** A degraded picture. */
    DEGRADED,
    /** An author's mistake. */
    FAULT,
    /** An explanation in JSON. */
    EXPLAINED,
    /** Any response that is no picture. */
    PAGE,
    /** A request that Jetty could not parse. */
    REFUSED;

    /** Returns the lower-case name for metrics and the log. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public static final RequestOutcome PAGE = plain(Kind.PAGE, NO_TEMPLATE);

  /** A request that Jetty could not parse. */
  public static final RequestOutcome REFUSED = plain(Kind.REFUSED, NO_TEMPLATE);

  /**
   * Returns an outcome without detail, fields and timing.
   *
   * @param template the id of an existing template, or {@link #NO_TEMPLATE}
   */
  public static RequestOutcome plain(Kind kind, String template) {
    return new RequestOutcome(kind, template, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Returns the outcome of an author's mistake, with the fault's kind as detail.
   *
   * @param template the id of an existing template, or {@link #NO_TEMPLATE}
   */
  public static RequestOutcome of(Fault fault, String template) {
    return new RequestOutcome(
        Kind.FAULT, template, Optional.of(fault.kind()), Optional.empty(), Optional.empty());
  }

  /**
   * Returns the outcome of a request for a picture, with the reason as detail if it is degraded.
   *
   * @param template the id of an existing template, or {@link #NO_TEMPLATE}
   */
  public static RequestOutcome of(Outcome outcome, String template) {
    return new RequestOutcome(
        kind(outcome),
        template,
        outcome.degradation().map(Outcome.Reason::label),
        outcome.resolved(),
        Optional.of(outcome.timing()));
  }

  private static Kind kind(Outcome outcome) {
    if (outcome.degradation().isPresent()) {
      return Kind.DEGRADED;
    }
    if (outcome.picture().isEmpty()) {
      return Kind.UNMODIFIED;
    }
    return outcome.cached() ? Kind.HIT : Kind.DRAWN;
  }

  /**
   * Returns for each field the reason why its value is missing, or {@code given}; never a value.
   * Empty if there are no fields to count.
   */
  public List<String> reasons() {
    return fields.stream()
        .flatMap(merged -> merged.byName().values().stream())
        .map(field -> field.reason().map(MissingReason::label).orElse("given"))
        .toList();
  }
}
