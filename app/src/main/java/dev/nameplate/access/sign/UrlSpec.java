package dev.nameplate.access.sign;

import dev.nameplate.geometry.Scale;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A URL to be written. Its values may be a recipient's data: {@code toString} has only their
 * number.
 *
 * @param template the id
 * @param format the path's ending; empty for none
 * @param scale the picture's scale; 1 is left out of the URL
 * @param values by field, in order; the constructor drops those of fields in {@code open}
 * @param open the fields that an email platform fills in later
 * @param expires the instant from which the URL is refused; empty for never
 * @param seal whether the values are encrypted
 * @param version the number of the published version that is drawn; empty for the template that
 *     authors edit
 */
public record UrlSpec(
    String template,
    String format,
    Scale scale,
    Map<String, String> values,
    List<String> open,
    Optional<Instant> expires,
    boolean seal,
    Optional<Integer> version) {
  /** A URL of the template that authors edit. */
  public UrlSpec(
      String template,
      String format,
      Scale scale,
      Map<String, String> values,
      List<String> open,
      Optional<Instant> expires,
      boolean seal) {
    this(template, format, scale, values, open, expires, seal, Optional.empty());
  }

  public UrlSpec {
    Set<String> opened = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    opened.addAll(open);
    Map<String, String> locked = new LinkedHashMap<>(values);
    locked.keySet().removeIf(opened::contains);
    values = Collections.unmodifiableMap(locked);
    open = List.copyOf(open);
  }

  /**
   * Returns this order for a published version.
   *
   * @param number of the version; empty for the template that authors edit
   */
  public UrlSpec ofVersion(Optional<Integer> number) {
    return new UrlSpec(template, format, scale, values, open, expires, seal, number);
  }

  /** Returns this order with other values, which may be given for locked fields alone. */
  public UrlSpec withValues(Map<String, String> others) {
    return new UrlSpec(template, format, scale, others, open, expires, seal, version);
  }

  @Override
  public String toString() {
    return "UrlSpec[" + template + ", " + values.size() + " values]";
  }
}
