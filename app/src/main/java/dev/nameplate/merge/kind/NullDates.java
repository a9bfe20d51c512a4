package dev.nameplate.merge.kind;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.regex.Pattern;

/** Dates that programs write for "no date", mostly the zero of their calendars. */
final class NullDates {
  /** .NET and Go; Windows; SQL Server; VMS; OLE, twice; spreadsheets, twice; "never". */
  private static final Set<LocalDate> DAYS =
      Set.of(
          LocalDate.of(1, 1, 1),
          LocalDate.of(1601, 1, 1),
          LocalDate.of(1753, 1, 1),
          LocalDate.of(1858, 11, 17),
          LocalDate.of(1899, 12, 30),
          LocalDate.of(1899, 12, 31),
          LocalDate.of(1900, 1, 1),
          LocalDate.of(1904, 1, 1),
          LocalDate.of(9999, 12, 31));

  /** Days that do not exist: the zero dates of MySQL and of spreadsheets. */
  private static final Pattern ZERO =
      Pattern.compile(
          "(?:0000[-/.]?00[-/.]?00|00[-/.]00[-/.]0000|0/0/0000|1900-?01-?00|0?1/0/1900)(?:[T"
              + " ].*)?");

  private NullDates() {}

  /** Whether a text is such a day that does not exist. */
  static boolean isZero(String text) {
    return ZERO.matcher(text).matches();
  }

  /**
   * Whether a date means "no date".
   *
   * @param day whether it was written without a time
   * @param epoch whether the first second of 1970 counts as a date
   */
  static boolean isNone(ZonedDateTime date, boolean day, boolean epoch) {
    return DAYS.contains(date.toLocalDate()) || (!day && !epoch && isEpoch(date));
  }

  /** Whether it is Unix time 0 or -1, or the first second of 1970 in its own zone. */
  private static boolean isEpoch(ZonedDateTime date) {
    long second = Math.floorDiv(date.toInstant().toEpochMilli(), 1000L);
    Instant local = date.toLocalDateTime().toInstant(ZoneOffset.UTC);
    return second == 0 || second == -1 || local.equals(Instant.EPOCH);
  }
}
