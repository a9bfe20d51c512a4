package dev.nameplate.template.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import liqp.TemplateContext;
import liqp.filters.Filter;

/**
 * Liquid's {@code date}: formats a date by a {@code strftime} pattern with the names, digits and
 * calendar of the locale. Replaces the filter of the Liquid library, which mixes digits and reads
 * the system clock for {@code now}.
 */
final class DateFilter extends Filter {
  private final DateNames names;
  private final ZoneId zone;
  private final List<Function<String, ZonedDateTime>> forms;

  /**
   * The filter of a locale.
   *
   * @param names of the locale
   * @param zone of dates that state none
   */
  DateFilter(DateNames names, ZoneId zone) {
    super("date");
    this.names = names;
    this.zone = zone;
    this.forms =
        List.of(
            text -> LocalDate.parse(text).atStartOfDay(zone),
            text -> LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone),
            text -> OffsetDateTime.parse(text.replace(' ', 'T')).toZonedDateTime());
  }

  /** The date as text; the value unchanged where it is no date or the pattern is blank. */
  @Override
  public Object apply(Object value, TemplateContext context, Object... given) {
    String pattern = given == null || given.length == 0 ? "" : asString(given[0], context);
    return pattern.isBlank()
        ? value
        : date(value, context)
            .<Object>map(date -> Strftime.format(pattern, date, names))
            .orElse(value);
  }

  /**
   * The date of a date, of seconds since 1970-01-01T00:00:00Z, or of a text in ISO 8601; empty for
   * others.
   */
  private Optional<ZonedDateTime> date(Object value, TemplateContext context) {
    if (value instanceof ZonedDateTime date) {
      return Optional.of(date);
    }
    if (value instanceof Number seconds) {
      return Optional.of(Instant.ofEpochSecond(seconds.longValue()).atZone(zone));
    }
    String text = asString(value, context).strip();
    return forms.stream().flatMap(form -> attempt(form, text).stream()).findFirst();
  }

  private static Optional<ZonedDateTime> attempt(
      Function<String, ZonedDateTime> form, String text) {
    try {
      return Optional.of(form.apply(text));
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }
}
