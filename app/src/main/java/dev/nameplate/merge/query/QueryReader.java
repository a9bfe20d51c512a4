package dev.nameplate.merge.query;

import dev.nameplate.merge.decode.TextLimits;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.FieldKind;

/**
 * Reads the raw values of a template's fields from a query.
 *
 * <p>Email platforms and mail programs damage queries in known ways; {@link Segments} and {@link
 * ParameterCollector} hold a rule for each. Undeclared parameters, such as those that begin with
 * {@code _}, are dropped.
 */
public final class QueryReader {
  /** One unit more than {@link TextLimits#RAW}, so that the cap sees that a value was longer. */
  private static final int KEPT = TextLimits.RAW + 1;

  private static final int KEPT_PAYLOAD = TextLimits.RAW_PAYLOAD + 1;

  /**
   * Parses a query in time linear in its length; never throws, whatever it holds.
   *
   * @return values of declared fields only, still percent-encoded. Each is cut to one UTF-16 unit
   *     more than {@link TextLimits#RAW}, or than {@link TextLimits#RAW_PAYLOAD} if the template
   *     has a payload field
   */
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
