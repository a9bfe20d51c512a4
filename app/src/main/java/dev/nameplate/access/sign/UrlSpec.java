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
 */
public record UrlSpec(
    String template,
    String format,
    Scale scale,
    Map<String, String> values,
    List<String> open,
    Optional<Instant> expires,
    boolean seal) {
  public UrlSpec {
    Set<String> opened = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    opened.addAll(open);
    Map<String, String> locked = new LinkedHashMap<>(values);
    locked.keySet().removeIf(opened::contains);
    values = Collections.unmodifiableMap(locked);
    open = List.copyOf(open);
  }

  @Override
  public String toString() {
    return "UrlSpec[" + template + ", " + values.size() + " values]";
  }
}
