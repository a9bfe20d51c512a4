package dev.nameplate.merge.kind;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.SimpleTimeZone;
import com.ibm.icu.util.TimeZone;
import dev.nameplate.merge.decode.Ascii;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Dates and instants: ISO 8601 (a date, a date with a time, or that with an offset), seconds or
 * milliseconds since 1970, RFC 1123, or a field's own {@code input} pattern.
 *
 * <p>What states no zone is in the template's. Years 1 to 9999. No clock is read: years of two
 * digits in a pattern are 1970 to 2069.
 */
final class DateReader {
  private static final List<Function<Written, ZonedDateTime>> FORMS =
      List.of(
          DateReader::date,
          DateReader::dateTime,
          DateReader::offsetDateTime,
          DateReader::epoch,
          DateReader::rfc1123);
  private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter WITH_OFFSET =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);
  private static final int LAST_YEAR = 9999;

  /** The longest run of digits that counts seconds; longer ones count milliseconds. */
  private static final int SECONDS = 11;

  private static final int LEAST_EPOCH = 9;
  private static final int MOST_EPOCH = 14;

  private DateReader() {}

  private record Written(String text, ZoneId zone) {
    @Override
    public String toString() {
      return "Written[" + text.length() + " chars]";
    }
  }

  static ParsedValue read(Template template, Field field, String text) {
    Written written = new Written(text, template.zone());
    Optional<ZonedDateTime> own =
        field.input().flatMap(pattern -> byPattern(template, pattern, text));
    boolean wholeDay = own.isPresent() ? isOfDays(field) : isDay(text);
    return own.or(() -> byForms(written))
        .filter(date -> date.getYear() >= 1 && date.getYear() <= LAST_YEAR)
        .<ParsedValue>map(
            date ->
                new ParsedValue.Read(new FieldValue.Date(date, shown(template, date), wholeDay)))
        .orElseGet(() -> new ParsedValue.Refused("not a date"));
  }

  /** Whether a text that is a date has no time in it: {@code 2026-11-30} or {@code 20261130}. */
  private static boolean isDay(String text) {
    return text.length() == 8 || (text.length() == 10 && text.charAt(4) == '-');
  }

  /** Whether the field's own pattern has no hours. */
  private static boolean isOfDays(Field field) {
    return field.input().map(pattern -> !pattern.matches(".*[HhKk].*")).orElse(false);
  }

  private static Optional<ZonedDateTime> byForms(Written written) {
    return FORMS.stream().flatMap(form -> attempt(form, written).stream()).findFirst();
  }

  private static Optional<ZonedDateTime> attempt(
      Function<Written, ZonedDateTime> form, Written written) {
    try {
      return Optional.of(form.apply(written).withZoneSameInstant(written.zone()));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static ZonedDateTime date(Written written) {
    boolean basic = written.text().length() == 8;
    LocalDate date =
        LocalDate.parse(written.text(), basic ? BASIC : DateTimeFormatter.ISO_LOCAL_DATE);
    return date.atStartOfDay(written.zone());
  }

  private static ZonedDateTime dateTime(Written written) {
    return LocalDateTime.parse(withT(written.text())).atZone(written.zone());
  }

  private static ZonedDateTime offsetDateTime(Written written) {
    return OffsetDateTime.parse(withPlus(withT(written.text())), WITH_OFFSET).toZonedDateTime();
  }

  private static ZonedDateTime epoch(Written written) {
    String digits = written.text();
    if (!NumberText.isDigits(digits)
        || digits.length() < LEAST_EPOCH
        || digits.length() > MOST_EPOCH) {
      throw new DateTimeException("no epoch");
    }
    long count = Long.parseLong(digits);
    Instant instant =
        digits.length() <= SECONDS ? Instant.ofEpochSecond(count) : Instant.ofEpochMilli(count);
    return instant.atZone(written.zone());
  }

  private static ZonedDateTime rfc1123(Written written) {
    return ZonedDateTime.parse(withPlus(written.text()), DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  /** A space between date and time, as databases write it, becomes ISO 8601's {@code T}. */
  private static String withT(String text) {
    return text.length() > 10 && text.charAt(10) == ' '
        ? text.substring(0, 10) + "T" + text.substring(11)
        : text;
  }

  /** The offset's plus sign, which in a query is a space unless it was encoded. */
  private static String withPlus(String text) {
    int space = text.lastIndexOf(' ');
    return space > 10 && space + 1 < text.length() && Ascii.isDigit(text.charAt(space + 1))
        ? text.substring(0, isRfc(text) ? space + 1 : space) + "+" + text.substring(space + 1)
        : text;
  }

  private static boolean isRfc(String text) {
    return text.indexOf(',') >= 0;
  }

  private static Optional<ZonedDateTime> byPattern(Template template, String pattern, String text) {
    Calendar calendar = new GregorianCalendar(timeZone(template.zone()), template.locale());
    calendar.clear();
    calendar.setLenient(false);
    ParsePosition position = new ParsePosition(0);
    try {
      SimpleDateFormat format = new SimpleDateFormat(pattern, template.locale());
      format.setLenient(false);
      format.setTimeZone(timeZone(template.zone()));
      format.set2DigitYearStart(Date.from(centuryStart(template.zone())));
      format.parse(text, calendar, position);
      return position.getErrorIndex() < 0 && position.getIndex() == text.length()
          ? Optional.of(Instant.ofEpochMilli(calendar.getTimeInMillis()).atZone(template.zone()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Instant centuryStart(ZoneId zone) {
    return LocalDate.of(1970, 1, 1).atStartOfDay(zone).toInstant();
  }

  private static String shown(Template template, ZonedDateTime date) {
    DateFormat format = DateFormat.getDateInstance(DateFormat.MEDIUM, template.locale());
    format.setTimeZone(timeZone(template.zone()));
    return format.format((Object) date.toInstant().toEpochMilli());
  }

  private static TimeZone timeZone(ZoneId zone) {
    return zone.normalized() instanceof ZoneOffset offset
        ? new SimpleTimeZone(offset.getTotalSeconds() * 1000, zone.getId())
        : TimeZone.getTimeZone(zone.getId());
  }
}
