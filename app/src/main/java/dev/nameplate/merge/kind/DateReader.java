package dev.nameplate.merge.kind;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.SimpleTimeZone;
import com.ibm.icu.util.TimeZone;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import java.text.ParsePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Optional;

/**
 * Reads dates and instants: as programs write them ({@link WrittenDate}), or by the field's {@code
 * input} pattern (CLDR).
 *
 * <p>A value that states an offset or zone is read in it, any other in the template's zone. The
 * calendar is the proleptic Gregorian one of ISO 8601, years 1 to 9999. Two-digit years in a
 * pattern are 1970 to 2069, whatever the clock says.
 */
final class DateReader {
  private static final int LAST_YEAR = 9999;

  /** Before any date, so that no date is read in the Julian calendar. */
  private static final Date NEVER = Date.from(Instant.ofEpochMilli(Long.MIN_VALUE));

  private DateReader() {}

  /** The date, or a refusal: as junk if it is one that programs write for "no date". */
  static ParsedValue read(Template template, Field field, String text) {
    Optional<WrittenDate> written =
        field
            .input()
            .flatMap(pattern -> byPattern(template, pattern, text))
            .map(date -> new WrittenDate(date, isWithoutTime(field)))
            .or(() -> WrittenDate.read(text, template.zone()));
    if (NullDates.isZero(text)
        || written.filter(date -> isNone(template, field, date)).isPresent()) {
      return new ParsedValue.Refused(MissingReason.JUNK, "a date that stands for none");
    }
    return written
        .filter(date -> date.date().getYear() >= 1 && date.date().getYear() <= LAST_YEAR)
        .<ParsedValue>map(
            date ->
                new ParsedValue.Read(
                    new FieldValue.Date(date.date(), shown(template, date.date()), date.day())))
        .orElseGet(() -> new ParsedValue.Refused("not a date"));
  }

  /** Whether it means "no date" in its own zone, in UTC or in the template's zone. */
  private static boolean isNone(Template template, Field field, WrittenDate written) {
    ZonedDateTime date = written.date();
    boolean day = written.day();
    return NullDates.isNone(date, day, field.epoch())
        || (!day
            && (NullDates.isNone(date.withZoneSameInstant(ZoneOffset.UTC), false, field.epoch())
                || NullDates.isNone(
                    date.withZoneSameInstant(template.zone()), false, field.epoch())));
  }

  /** Whether the field's own pattern has no hours. */
  private static boolean isWithoutTime(Field field) {
    return field.input().map(pattern -> !pattern.matches(".*[HhKk].*")).orElse(false);
  }

  private static Optional<ZonedDateTime> byPattern(Template template, String pattern, String text) {
    GregorianCalendar calendar =
        new GregorianCalendar(timeZone(template.zone()), template.locale());
    calendar.setGregorianChange(NEVER);
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
    Calendar calendar = format.getCalendar();
    if (calendar instanceof GregorianCalendar gregorian) {
      gregorian.setGregorianChange(NEVER);
    }
    calendar.setTimeZone(timeZone(date.getZone()));
    format.setCalendar(calendar);
    return format.format((Object) date.toInstant().toEpochMilli());
  }

  private static TimeZone timeZone(ZoneId zone) {
    return zone.normalized() instanceof ZoneOffset offset
        ? new SimpleTimeZone(offset.getTotalSeconds() * 1000, zone.getId())
        : TimeZone.getTimeZone(zone.getId());
  }
}
