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
 * An address that somebody wants. Its values may be a recipient's: {@code toString} tells their
 * number alone.
 *
 * @param template the id
 * @param format the ending of the path; empty for none
 * @param values by field; one of a field that is open too has no place in the address
 * @param open the fields that a sending tool fills in later
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
    Map<String, String> own = new LinkedHashMap<>(values);
    own.keySet().removeIf(opened::contains);
    values = Collections.unmodifiableMap(own);
    open = List.copyOf(open);
  }

  @Override
  public String toString() {
    return "UrlOrder[" + template + ", " + values.size() + " values]";
  }
}
