package dev.nameplate.merge.query;

import dev.nameplate.merge.decode.LenientUtf8;
import dev.nameplate.merge.decode.PercentDecoder;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every parameter of a request, undeclared ones too, which signatures are made over. Of repeated
 * parameters only the first counts. Keys match as those of fields do: ignoring case, and by alias.
 * The values are personal data: {@code toString} gives their number only.
 */
public final class Parameters {
  private final Template template;
  private final Map<String, String> keys;
  private final Map<String, List<String>> values;

  private Parameters(
      Template template, Map<String, String> keys, Map<String, List<String>> values) {
    this.template = template;
    this.keys = keys;
    this.values = values;
  }

  /**
   * Parses a query in time linear in its length; never throws, whatever it holds.
   *
   * @param template declares the names and aliases that keys match
   * @return the parameters, none of them cut; an undeclared key without {@code =} is left out
   */
  public static Parameters read(Template template, RawQuery query) {
    Map<String, String> keys = ParameterCollector.keys(template);
    ParameterCollector parameterCollector =
        new ParameterCollector(keys, ParameterCollector.Keep.ALL, Integer.MAX_VALUE);
    Segments.each(query, parameterCollector::segment);
    return new Parameters(template, keys, parameterCollector.values());
  }

  /**
   * Returns the declared name that a key matches; for an undeclared key the key itself, stripped
   * and in lower case.
   */
  public String name(String key) {
    String folded = Segments.folded(key.strip());
    return keys.getOrDefault(folded, folded);
  }

  /**
   * A parameter's value as received, still percent-encoded.
   *
   * @param key a name or alias, in any case
   * @return the first value, an empty text if the parameter has none; empty if the query has no
   *     such parameter
   */
  public Optional<String> raw(String key) {
    return Optional.ofNullable(values.get(name(key))).map(copies -> copies.get(0));
  }

  /**
   * A parameter's decoded text, before any repair, so that two encodings of the same text are
   * equal. A tracker's query at the end of a name or text is cut off.
   *
   * @param key a name or alias, in any case
   * @return the first value, an empty text if the parameter has none; empty if the query has no
   *     such parameter
   */
  public Optional<String> text(String key) {
    Field field = template.fields().get(name(key));
    boolean prose = field == null || !field.kind().isRaw();
    return raw(key)
        .map(raw -> prose ? TrackingKeys.withoutAppendedQuery(raw) : raw)
        .map(raw -> LenientUtf8.read(PercentDecoder.bytes(raw)));
  }

  @Override
  public String toString() {
    return "Parameters[" + values.size() + "]";
  }
}
