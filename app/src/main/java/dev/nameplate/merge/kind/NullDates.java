package dev.nameplate.merge.kind;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.regex.Pattern;

/** Dates that programs write where there is none: the zero of their calendars, mostly. */
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

  /** Days that no calendar has: MySQL's zero and that of spreadsheets. */
  private static final Pattern ZERO =
      Pattern.compile(
          "(?:0000[-/.]?00[-/.]?00|00[-/.]00[-/.]0000|0/0/0000|1900-?01-?00|0?1/0/1900)(?:[T"
              + " ].*)?");

  private NullDates() {}

  /** Whether a text is written as a day that is none. */
  static boolean isZero(String text) {
    return ZERO.matcher(text).matches();
  }

  /**
   * Whether a date stands for none.
   *
   * @param day whether it was written without a time
   * @param epoch whether the first second of 1970 is a date like any other
   */
  static boolean isNone(ZonedDateTime date, boolean day, boolean epoch) {
    return DAYS.contains(date.toLocalDate()) || (!day && !epoch && isEpoch(date));
  }

  /** The first second of 1970 in UTC, the one before it, which is -1, or the first of a place. */
  private static boolean isEpoch(ZonedDateTime date) {
    long second = Math.floorDiv(date.toInstant().toEpochMilli(), 1000L);
    Instant local = date.toLocalDateTime().toInstant(ZoneOffset.UTC);
    return second == 0 || second == -1 || local.equals(Instant.EPOCH);
  }
}
