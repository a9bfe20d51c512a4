package dev.nameplate.merge.kind;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time zone that a date states: an offset, a zone of the IANA database or an abbreviation.
 *
 * @param zone in which the written time is read
 * @param decides whether the date is also shown in it. {@code Z}, {@code UTC} and {@code -00:00}
 *     fix the instant but no place (RFC 9557); such a date is shown in the template's zone
 */
record StatedZone(ZoneId zone, boolean decides) {
  private static final Pattern OFFSET =
      Pattern.compile("(?:UTC|GMT|UT)?([+-])(\\d{1,2})(?::?(\\d{2}))?(?::?(\\d{2}))?");
  private static final Pattern REGION = Pattern.compile("[A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2}");

  /**
   * Hours east of UTC for the abbreviations of RFC 5322 and for those that mean one offset only.
   */
  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("AKST", -9),
          Map.entry("AKDT", -8),
          Map.entry("HST", -10),
          Map.entry("WET", 0),
          Map.entry("WEST", 1),
          Map.entry("CET", 1),
          Map.entry("CEST", 2),
          Map.entry("MEZ", 1),
          Map.entry("MESZ", 2),
          Map.entry("EET", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3),
          Map.entry("TRT", 3),
          Map.entry("EAT", 3),
          Map.entry("SAST", 2),
          Map.entry("PKT", 5),
          Map.entry("WIB", 7),
          Map.entry("SGT", 8),
          Map.entry("HKT", 8),
          Map.entry("JST", 9),
          Map.entry("KST", 9),
          Map.entry("AEST", 10),
          Map.entry("AEDT", 11),
          Map.entry("NZST", 12),
          Map.entry("NZDT", 13),
          Map.entry("BRT", -3));

  /**
   * The zone that a text names.
   *
   * @param template the template's zone, whose abbreviations have precedence
   * @return empty if it names no zone, or is ambiguous: {@code IST} is used in India, Israel and
   *     Ireland
   */
  static Optional<StatedZone> of(String text, ZoneId template) {
    String capitals = text.toUpperCase(Locale.ROOT);
    if (capitals.matches("Z|UTC|GMT|UT")) {
      return Optional.of(new StatedZone(ZoneOffset.UTC, false));
    }
    Matcher offset = OFFSET.matcher(capitals);
    if (offset.matches()) {
      return offset(offset);
    }
    return REGION.matcher(text).matches() ? region(text) : abbreviation(capitals, template);
  }

  private static Optional<StatedZone> offset(Matcher parts) {
    int seconds = whole(parts.group(2)) * 3600 + whole(parts.group(3)) * 60 + whole(parts.group(4));
    boolean west = parts.group(1).equals("-");
    boolean unknown = west && seconds == 0;
    return attempt(() -> ZoneOffset.ofTotalSeconds(west ? -seconds : seconds))
        .map(zone -> new StatedZone(zone, !unknown));
  }

  private static int whole(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static Optional<StatedZone> region(String name) {
    return attempt(() -> ZoneId.of(name)).map(zone -> new StatedZone(zone, true));
  }

  private static Optional<StatedZone> abbreviation(String name, ZoneId template) {
    TimeZone own = TimeZone.getTimeZone(template);
    for (boolean summer : new boolean[] {false, true}) {
      if (own.getDisplayName(summer, TimeZone.SHORT, Locale.ENGLISH).equals(name)) {
        return Optional.of(new StatedZone(template, true));
      }
    }
    return Optional.ofNullable(HOURS.get(name))
        .map(hours -> new StatedZone(ZoneOffset.ofHours(hours), true));
  }

  private static Optional<ZoneId> attempt(Supplier<ZoneId> zone) {
    try {
      return Optional.of(zone.get());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
