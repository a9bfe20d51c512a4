package dev.nameplate.template.wording;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.SimpleTimeZone;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a locale writes dates: names of months and weekdays, digits and calendar (CLDR). The
 * Gregorian calendar is proleptic, as in ISO 8601.
 *
 * @param locale its calendar is that of {@code -u-ca-}, otherwise the usual one of its region
 * @param digits of numbers
 */
record DateNames(Locale locale, LocalDigits digits) {
  /** Earlier than every date, so that the calendar never becomes Julian. */
  private static final Date NEVER = Date.from(Instant.ofEpochMilli(Long.MIN_VALUE));

  /** The names for text that people read. */
  static DateNames of(Locale locale) {
    return new DateNames(locale, LocalDigits.of(locale));
  }

  /** The names for the content of codes: Gregorian calendar and ASCII digits. */
  static DateNames forPrograms(Locale locale) {
    ULocale gregorian = ULocale.forLocale(locale).setKeywordValue("calendar", "gregorian");
    ULocale latin = gregorian.setKeywordValue("numbers", "latn");
    return new DateNames(latin.toLocale(), LocalDigits.LATIN);
  }

  /** The calendar of a locale, set to a date in the date's own zone. */
  static Calendar calendar(ZonedDateTime date, Locale locale) {
    Calendar calendar = Calendar.getInstance(zone(date), ULocale.forLocale(locale));
    if (calendar instanceof GregorianCalendar gregorian) {
      gregorian.setGregorianChange(NEVER);
    }
    calendar.setTimeInMillis(date.toInstant().toEpochMilli());
    return calendar;
  }

  /** A date's zone for ICU: a fixed offset where it has no rules for clock changes. */
  private static TimeZone zone(ZonedDateTime date) {
    return date.getZone().normalized() instanceof ZoneOffset offset
        ? new SimpleTimeZone(offset.getTotalSeconds() * 1000, date.getZone().getId())
        : TimeZone.getTimeZone(date.getZone().getId());
  }

  /**
   * A date, ready to be formatted.
   *
   * @param besideDay whether month names stand beside a day of the month, which some languages
   *     inflect
   */
  Moment at(ZonedDateTime date, boolean besideDay) {
    return new Moment(this, date, calendar(date, locale), besideDay);
  }

  /**
   * A number to be printed.
   *
   * @param value the number
   * @param width digits to fill up to where the pattern states no width
   * @param spaces whether it is filled up with spaces, not zeros
   */
  record Padded(long value, int width, boolean spaces) {}

  /** A date in the locale's calendar. */
  record Moment(DateNames names, ZonedDateTime date, Calendar calendar, boolean besideDay) {
    LocalDigits digits() {
      return names.digits();
    }

    /** The number that a directive of {@code strftime} prints; empty where it prints none. */
    Optional<Padded> number(char directive) {
      return Optional.ofNullable(
          switch (directive) {
            case 'Y' -> zeros(year(), isGregorian() ? 4 : 1);
            case 'C' -> zeros(year() / 100, 2);
            case 'y' -> zeros(year() % 100, 2);
            case 'm' -> zeros(calendar.get(Calendar.MONTH) + 1L, 2);
            case 'd' -> zeros(calendar.get(Calendar.DAY_OF_MONTH), 2);
            case 'e' -> spaces(calendar.get(Calendar.DAY_OF_MONTH));
            case 'j' -> zeros(calendar.get(Calendar.DAY_OF_YEAR), 3);
            default -> time(directive);
          });
    }

    private @Nullable Padded time(char directive) {
      return switch (directive) {
        case 'H' -> zeros(date.getHour(), 2);
        case 'k' -> spaces(date.getHour());
        case 'I' -> zeros(date.get(ChronoField.CLOCK_HOUR_OF_AMPM), 2);
        case 'l' -> spaces(date.get(ChronoField.CLOCK_HOUR_OF_AMPM));
        case 'M' -> zeros(date.getMinute(), 2);
        case 'S' -> zeros(date.getSecond(), 2);
        case 'u' -> zeros(date.getDayOfWeek().getValue(), 1);
        case 'w' -> zeros(date.getDayOfWeek().getValue() % 7, 1);
        case 'G' -> zeros(date.get(IsoFields.WEEK_BASED_YEAR), 4);
        case 'g' -> zeros(date.get(IsoFields.WEEK_BASED_YEAR) % 100, 2);
        case 'V' -> zeros(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
        case 'U' -> zeros(week(date.getDayOfWeek().getValue() % 7), 2);
        case 'W' -> zeros(week(date.getDayOfWeek().getValue() - 1), 2);
        default -> null;
      };
    }

    /** The week of the year; days before the first whole week are in week 0. */
    private int week(int daysSinceItsFirst) {
      return (date.getDayOfYear() + 6 - daysSinceItsFirst) / 7;
    }

    /** The name that a directive of {@code strftime} prints; empty where it prints none. */
    Optional<String> name(char directive) {
      return switch (directive) {
        case 'B' -> Optional.of(written(besideDay ? "MMMM" : "LLLL"));
        case 'b', 'h' -> Optional.of(written(besideDay ? "MMM" : "LLL"));
        case 'A' -> Optional.of(written(besideDay ? "EEEE" : "cccc"));
        case 'a' -> Optional.of(written(besideDay ? "EEE" : "ccc"));
        case 'p', 'P' -> Optional.of(written("a"));
        case 'Z' -> Optional.of(zoneName());
        default -> Optional.empty();
      };
    }

    private String written(String pattern) {
      SimpleDateFormat format = new SimpleDateFormat(pattern, ULocale.forLocale(names.locale()));
      format.setCalendar((Calendar) calendar.clone());
      return format.format(calendar.getTime());
    }

    private String zoneName() {
      return date.getZone() instanceof ZoneOffset
          ? offset(":")
          : DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(date);
    }

    /** The fraction of the second, cut after {@code width} digits. */
    String fraction(int width) {
      String nanos = Integer.toString(1_000_000_000 + date.getNano()).substring(1);
      return digits().in((nanos + "0".repeat(width)).substring(0, width));
    }

    /**
     * The offset from UTC; the number of colons says how it is written: {@code +0530}, {@code
     * +05:30}, {@code +05:30:00}.
     */
    String offset(String colons) {
      String pattern = colons.isEmpty() ? "xx" : colons.length() == 1 ? "xxx" : "xxxxx";
      return digits().in(DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(date));
    }

    String epochSeconds() {
      return Long.toString(date.toEpochSecond());
    }

    String lowerCase(String name) {
      return UCharacter.toLowerCase(names.locale(), name);
    }

    String upperCase(String name) {
      return UCharacter.toUpperCase(names.locale(), name);
    }

    private boolean isGregorian() {
      return calendar instanceof GregorianCalendar && calendar.getType().equals("gregorian");
    }

    private long year() {
      return calendar.get(Calendar.YEAR);
    }

    private static Padded zeros(long value, int width) {
      return new Padded(value, width, false);
    }

    private static Padded spaces(long value) {
      return new Padded(value, 2, true);
    }
  }
}
