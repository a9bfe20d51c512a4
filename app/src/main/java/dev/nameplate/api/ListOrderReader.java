package dev.nameplate.api;

import dev.nameplate.geometry.Scale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is wanted of a list out of a call's query; paths of faults begin with {@code ?}. */
public final class ListOrderReader {
  private static final String MAP = "map.";
  private static final List<String> KNOWN =
      List.of("template", "version", "format", "scale", "url", "open", "expires", "limit");

  private final Map<String, List<String>> query;
  private final List<ApiFault> faults = new ArrayList<>();

  private ListOrderReader(Map<String, List<String>> query) {
    this.query = query;
  }

  /**
   * Returns the order; what of it cannot be used is among its faults, all at once.
   *
   * @param query values by parameter
   */
  public static ListOrder read(Map<String, List<String>> query) {
    return new ListOrderReader(query).order();
  }

  private ListOrder order() {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String name : query.keySet()) {
      if (name.startsWith(MAP) && name.length() > MAP.length()) {
        one(name).ifPresent(heading -> columns.put(name.substring(MAP.length()), heading));
      } else if (!KNOWN.contains(name)) {
        unknown(name);
      }
    }
    return new ListOrder(
        template(),
        one("format"),
        scale(),
        kind(),
        query.getOrDefault("open", List.of()).stream()
            .flatMap(names -> Arrays.stream(names.split(",", -1)))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList(),
        expires(),
        columns,
        limit(),
        faults);
  }

  private void unknown(String name) {
    faults.add(
        new ApiFault(
            "?" + name,
            ErrorCode.UNSUPPORTED_PROPERTY,
            "allowed: " + String.join(", ", KNOWN) + " and map.<field>",
            NearestName.of(name, KNOWN)));
  }

  private void wrong(String name, String allowed) {
    faults.add(ApiFault.of("?" + name, ErrorCode.INVALID_VALUE, "allowed: " + allowed));
  }

  private Optional<String> one(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    if (values.stream().distinct().count() > 1) {
      wrong(name, "one value; this query has several");
    }
    return values.stream().findFirst();
  }

  private Optional<TemplateRef> template() {
    Optional<String> version = one("version");
    return one("template")
        .map(text -> TemplateRef.of(text, "?template"))
        .map(
            template ->
                version.map(number -> template.withVersion(number, "?version")).orElse(template));
  }

  private Optional<Scale> scale() {
    Optional<String> text = one("scale");
    Optional<Scale> scale = text.flatMap(Scale::parse);
    if (text.isPresent() && scale.isEmpty()) {
      wrong("scale", "a number such as 1, 1.5 or 2");
    }
    return scale;
  }

  private Optional<UrlKind> kind() {
    Optional<String> text = one("url");
    Optional<UrlKind> kind = text.flatMap(UrlKind::ofLabel);
    if (text.isPresent() && kind.isEmpty()) {
      wrong("url", "plain, signed or sealed");
    }
    return kind;
  }

  private Optional<Instant> expires() {
    try {
      return one("expires").map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException broken) {
      wrong("expires", "a time with its offset, 2027-01-01T00:00Z");
      return Optional.empty();
    }
  }

  private long limit() {
    Optional<String> text = one("limit");
    Optional<Long> rows =
        text.filter(digits -> digits.matches("[0-9]{1,12}"))
            .map(Long::parseLong)
            .filter(number -> number > 0);
    if (text.isPresent() && rows.isEmpty()) {
      wrong("limit", "a number of rows, 1 or more");
    }
    return rows.orElse(Long.MAX_VALUE);
  }
}
