package dev.nameplate.merge.kind;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A date as programs write it: ISO 8601 (extended and basic format), RFC 5322, the default formats
 * of Ruby, JavaScript, Go, Java, C and SQL Server, and seconds or milliseconds since 1970.
 * Ambiguous dates ({@code 01/05/2026}) are not accepted.
 *
 * @param date in the zone that it states, or in the template's zone if it states none
 * @param day whether it has no time of day
 */
record WrittenDate(ZonedDateTime date, boolean day) {
  private static final List<DateTimeFormatter> DAYS =
      Stream.concat(
              Stream.of(
                      "uuuu-MM-dd",
                      "uuuu/MM/dd",
                      "uuuu.MM.dd",
                      "[EEEE, ][EEE, ][EEE ]d[-][ ][MMMM][MMM][-][ ]uuuu",
                      "[EEEE, ][EEE, ][EEE ][MMMM][MMM] d[,] uuuu")
                  .map(WrittenDate::form),
              Stream.of(
                  DateTimeFormatter.BASIC_ISO_DATE,
                  DateTimeFormatter.ISO_ORDINAL_DATE,
                  DateTimeFormatter.ISO_WEEK_DATE))
          .toList();

  private static final List<DateTimeFormatter> TIMES =
      List.of(
          time("H:mm", "[:ss]"),
          time("HHmm", "[ss]"),
          time("HH", ""),
          twelveHours("h:mm[:ss][ ]a"));

  /** A day, then a time of day. */
  private static final Pattern DAY_AND_TIME =
      Pattern.compile(
          "(?<day>\\S+|.*\\d{4}),?(?:T| |, )(?<time>\\d{1,2}:?\\d{2}.*|(?<=T)\\d{2})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COMPACT = Pattern.compile("((?:19|20|21)\\d{6})(\\d{6})");
  private static final Pattern ZONED =
      Pattern.compile(
          "(?<local>.*\\d)\\s?(?<zone>[+-]\\d[\\d:]*|[A-Za-z]{1,5}(?:[+-]\\d[\\d:]*)?|[A-Za-z_]+/\\S+?)"
              + "(?:\\[(?<region>[^\\]]+)])?");

  /** Rewrites of a date before it is parsed, in this order. */
  private static final List<UnaryOperator<String>> REPAIRS =
      List.of(
          replacing(" \\([^)]*\\)$", ""),
          replacing(" m=[+-][\\d.]+$", ""),
          // C writes the year after the time, Java the zone between both.
          replacing("^(\\w{3}) (\\w{3}) +(\\d{1,2}) (\\d[\\d:]+) (\\d{4})$", "$1, $3 $2 $5 $4"),
          replacing(
              "^(\\w{3}) (\\w{3}) +(\\d{1,2}) (\\d[\\d:]+) (\\S+) (\\d{4})$", "$1, $3 $2 $6 $4 $5"),
          replacing("([+-]\\d{2}:?\\d{2}) [A-Z]{1,5}$", "$1"),
          // A plus sign that was not encoded arrives as a space.
          replacing("(:\\d{2}(?:[.,]\\d+)?(?: ?(?:GMT|UTC))?) (\\d{2}:?\\d{2})$", "$1+$2"),
          replacing("(:\\d{2}|T\\d{6}),(\\d)", "$1.$2"));

  private static final int LONGEST = 100;
  private static final int SECONDS = 11;
  private static final int LEAST_EPOCH = 9;
  private static final int MOST_EPOCH = 14;

  /**
   * Parses a date.
   *
   * @param template the zone of dates that state none
   * @return empty if the text is no date or an ambiguous one
   */
  static Optional<WrittenDate> read(String text, ZoneId template) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String western = NumberText.westernDigits(text).strip();
    String plain = COMPACT.matcher(western).replaceFirst("$1T$2");
    for (UnaryOperator<String> repair : REPAIRS) {
      plain = repair.apply(plain);
    }
    String repaired = plain;
    return day(repaired)
        .map(day -> new WrittenDate(day.atStartOfDay(template), true))
        .or(() -> epoch(repaired, template))
        .or(() -> local(repaired).map(time -> new WrittenDate(time.atZone(template), false)))
        .or(() -> zoned(repaired, template));
  }

  private static Optional<WrittenDate> epoch(String digits, ZoneId template) {
    int length = digits.length();
    if (!NumberText.isDigits(digits) || length < LEAST_EPOCH || length > MOST_EPOCH) {
      return Optional.empty();
    }
    long count = Long.parseLong(digits);
    Instant instant =
        length <= SECONDS ? Instant.ofEpochSecond(count) : Instant.ofEpochMilli(count);
    return Optional.of(new WrittenDate(instant.atZone(template), false));
  }

  private static Optional<WrittenDate> zoned(String text, ZoneId template) {
    Matcher parts = ZONED.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<StatedZone> stated = StatedZone.of(parts.group("zone"), template);
    Optional<StatedZone> region =
        Optional.ofNullable(parts.group("region")).flatMap(name -> StatedZone.of(name, template));
    return local(parts.group("local"))
        .flatMap(time -> stated.map(zone -> time.atZone(zone.zone())))
        .map(
            time ->
                region
                    .filter(StatedZone::decides)
                    .or(() -> stated.filter(StatedZone::decides))
                    .map(zone -> time.withZoneSameInstant(zone.zone()))
                    .orElseGet(() -> time.withZoneSameInstant(template)))
        .map(time -> new WrittenDate(time, false));
  }

  private static Optional<LocalDateTime> local(String text) {
    Matcher parts = DAY_AND_TIME.matcher(text);
    return parts.matches()
        ? day(parts.group("day"))
            .flatMap(
                day -> firstMatch(TIMES, parts.group("time"), LocalTime::from).map(day::atTime))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    return firstMatch(DAYS, text, LocalDate::from);
  }

  private static <T> Optional<T> firstMatch(
      List<DateTimeFormatter> forms, String text, TemporalQuery<T> query) {
    for (DateTimeFormatter form : forms) {
      try {
        return Optional.of(form.parse(text, query));
      } catch (DateTimeException other) {
        continue;
      }
    }
    return Optional.empty();
  }

  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static DateTimeFormatter time(String pattern, String seconds) {
    return new DateTimeFormatterBuilder()
        .appendPattern(pattern)
        .appendPattern(seconds.isEmpty() ? "[]" : seconds)
        .appendOptional(
            new DateTimeFormatterBuilder()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .toFormatter(Locale.ROOT))
        .toFormatter(Locale.ROOT);
  }

  private static DateTimeFormatter twelveHours(String pattern) {
    return form(pattern).withResolverStyle(ResolverStyle.SMART);
  }

  private static UnaryOperator<String> replacing(String regex, String replacement) {
    Pattern pattern = Pattern.compile(regex);
    return text -> pattern.matcher(text).replaceFirst(replacement);
  }

  @Override
  public String toString() {
    return "WrittenDate[" + (day ? "day" : "time") + "]";
  }
}
