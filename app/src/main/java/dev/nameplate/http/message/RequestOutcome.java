package dev.nameplate.http.message;

import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.serve.Outcome;
import dev.nameplate.serve.fault.Fault;
import java.util.Optional;

/**
 * What an answer was, for those who count and log: nothing of a recipient is in its counts.
 *
 * @param template the id of a template that there is; {@code -} for none, whatever was asked for
 * @param detail why it is degraded, or the fault's kind
 * @param fields of which the reasons are counted
 */
public record RequestOutcome(
    Kind kind,
    String template,
    Optional<String> detail,
    Optional<MergedFields> fields,
    Optional<Outcome.Timing> timing) {
  /** What stands for a template where there is none. */
  public static final String NO_TEMPLATE = "-";

  /** What became of a request. */
  public enum Kind {
    /** A fresh picture. */
    DRAWN,
    /** A fresh picture in more bytes than it will have. */
    QUICK,
    /** A picture that was there. */
    HIT,
    /** The asker has the picture. */
    UNMODIFIED,
    /** A lesser picture. */
    DEGRADED,
    /** An author's mistake. */
    FAULT,
    /** An explanation. */
    EXPLAINED,
    /** Something that is no picture. */
    PAGE,
    /** A request that the server itself could not read. */
    REFUSED;

    /** As metrics and the log write it. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public static final RequestOutcome PAGE = plain(Kind.PAGE, NO_TEMPLATE);
  public static final RequestOutcome REFUSED = plain(Kind.REFUSED, NO_TEMPLATE);

  public static RequestOutcome plain(Kind kind, String template) {
    return new RequestOutcome(kind, template, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static RequestOutcome of(Fault fault, String template) {
    return new RequestOutcome(
        Kind.FAULT, template, Optional.of(fault.kind()), Optional.empty(), Optional.empty());
  }

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
    if (outcome.provisional()) {
      return Kind.QUICK;
    }
    return outcome.cached() ? Kind.HIT : Kind.DRAWN;
  }
}
