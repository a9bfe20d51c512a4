package dev.nameplate.merge.query;

import dev.nameplate.merge.decode.TextLimits;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.FieldKind;

/**
 * Splits a raw query into the raw values of a template's fields.
 *
 * <p>Mail tools and mail programs damage queries in known ways, and each has its rule in {@link
 * Segments} and {@link ParameterCollector}. Undeclared parameters, those that begin with {@code _}
 * among them, are dropped.
 */
public final class QueryReader {
  /** Room for the cap to see that a value was longer than {@link TextLimits#RAW}. */
  private static final int KEPT = TextLimits.RAW + 1;

  private static final int KEPT_PAYLOAD = TextLimits.RAW_PAYLOAD + 1;

  /** Reads in time linear in the query's length; never fails. */
  public RawFieldValues read(Template template, RawQuery query) {
    boolean payloads =
        template.fields().values().stream().anyMatch(field -> field.kind() == FieldKind.PAYLOAD);
    ParameterCollector parameterCollector =
        new ParameterCollector(
            ParameterCollector.keys(template),
            ParameterCollector.Keep.DECLARED,
            payloads ? KEPT_PAYLOAD : KEPT);
    Segments.each(query, parameterCollector::segment);
    return new RawFieldValues(parameterCollector.values());
  }
}
