package dev.nameplate.api;

import dev.nameplate.geometry.Scale;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller wants of a list, as the query says it.
 *
 * @param template the template, or a version of it
 * @param columns headings by field, as the caller names them
 * @param open fields that the sending tool fills in, as the caller names them
 * @param limit how many rows get a URL; others are copied
 * @param faults what of the query cannot be used
 */
public record ListOrder(
    Optional<TemplateRef> template,
    Optional<String> format,
    Optional<Scale> scale,
    Optional<UrlKind> kind,
    List<String> open,
    Optional<Instant> expires,
    Map<String, String> columns,
    long limit,
    List<ApiFault> faults) {
  public ListOrder {
    open = List.copyOf(open);
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    faults = List.copyOf(faults);
  }
}
