package dev.nameplate.merge.query;

import dev.nameplate.merge.decode.LenientUtf8;
import dev.nameplate.merge.decode.PercentDecoder;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every parameter of a request, undeclared ones too, each in its first copy alone: what a signature
 * is made over. Keys are matched as those of fields are, without case and by alias. A recipient's
 * data: {@code toString} tells their number alone.
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

  /** Reads in time linear in the query's length; never fails. */
  public static Parameters read(Template template, RawQuery query) {
    Map<String, String> keys = ParameterCollector.keys(template);
    ParameterCollector parameterCollector =
        new ParameterCollector(keys, ParameterCollector.Keep.ALL, Integer.MAX_VALUE);
    Segments.each(query, parameterCollector::segment);
    return new Parameters(template, keys, parameterCollector.values());
  }

  /** The declared name that a key means; of an undeclared one the key itself, in small letters. */
  public String name(String key) {
    String folded = Segments.folded(key.strip());
    return keys.getOrDefault(folded, folded);
  }

  /** A parameter as it arrived, still encoded; empty where none came. */
  public Optional<String> raw(String key) {
    return Optional.ofNullable(values.get(name(key))).map(copies -> copies.get(0));
  }

  /**
   * A parameter's decoded text, before any repair: what any other way of encoding it for a URL
   * comes to as well. Of prose, a query that a tracker glued to it is no part.
   */
  public Optional<String> text(String key) {
    Field field = template.fields().get(name(key));
    boolean prose = field == null || !field.kind().isRaw();
    return raw(key)
        .map(raw -> prose ? TrackingKeys.cutGlued(raw) : raw)
        .map(raw -> LenientUtf8.read(PercentDecoder.bytes(raw)));
  }

  @Override
  public String toString() {
    return "Parameters[" + values.size() + "]";
  }
}
