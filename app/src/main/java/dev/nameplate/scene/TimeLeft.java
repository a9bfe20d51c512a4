package dev.nameplate.scene;

import dev.nameplate.template.wording.CountUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The time from one instant to an end.
 *
 * <p>Counts are rounded up, so that no count is zero before the end. If several units are counted,
 * the smallest one is rounded up and carried into the larger ones: 90.5 minutes are 1 hour and 31
 * minutes.
 *
 * @param end in the time zone whose calendar counts
 */
record TimeLeft(ZonedDateTime end, Instant now) {
  boolean isOver() {
    return !now.isBefore(end.toInstant());
  }

  private Duration left() {
    return Duration.between(now, end.toInstant());
  }

  /** How many of a unit are left, rounded up. */
  long count(CountUnit unit) {
    Duration left = left();
    long whole = left.dividedBy(unit.length());
    return left.equals(unit.length().multipliedBy(whole)) ? whole : whole + 1;
  }

  /** The number of midnights between now and the last instant before the end. */
  long calendarDays() {
    LocalDate last = end.minusNanos(1).toLocalDate();
    return ChronoUnit.DAYS.between(now.atZone(end.getZone()).toLocalDate(), last);
  }

  /** The time left as a number of each of some units; zeros once it is over. */
  Map<CountUnit, Long> split(Collection<CountUnit> units) {
    Map<CountUnit, Long> counts = new EnumMap<>(CountUnit.class);
    if (units.isEmpty()) {
      return counts;
    }
    CountUnit finest = Collections.max(units);
    long rest = isOver() ? 0 : count(finest);
    for (CountUnit unit : units.stream().sorted().toList()) {
      long size = unit.length().dividedBy(finest.length());
      counts.put(unit, rest / size);
      rest %= size;
    }
    return counts;
  }

  /** When {@link #count} next decreases; the end must be in the future. */
  Instant nextTick(CountUnit unit) {
    return before(unit.length().multipliedBy(count(unit) - 1));
  }

  /** When the next calendar day begins. */
  Instant nextMidnight() {
    ZonedDateTime here = now.atZone(end.getZone());
    return here.toLocalDate().plusDays(1).atStartOfDay(end.getZone()).toInstant();
  }

  /** The instant at which this much time is left. */
  Instant before(Duration left) {
    return end.toInstant().minus(left);
  }

  TimeLeft at(Instant later) {
    return new TimeLeft(end, later);
  }
}
