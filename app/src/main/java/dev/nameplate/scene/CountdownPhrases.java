package dev.nameplate.scene;

import dev.nameplate.template.layer.CountdownLayer.Words;
import dev.nameplate.template.layer.CountdownState;
import dev.nameplate.template.wording.CountUnit;
import dev.nameplate.template.wording.CountedWording;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses the wording of a countdown in words. The first of these states that has a wording counts:
 *
 * <ol>
 *   <li>{@code ended} from the end on;
 *   <li>{@code minutes} as soon as fewer than 60 are counted;
 *   <li>{@code hours} as soon as fewer than 24 are counted, or on the last day if {@code today} has
 *       no wording;
 *   <li>{@code today}, {@code tomorrow} and {@code days} by the calendar of the template's zone.
 * </ol>
 */
final class CountdownPhrases {
  private static final Duration HOURS_FROM = Duration.ofHours(23);
  private static final Duration HOURS_AND_MINUTES_FROM = Duration.ofMinutes(24 * 60 - 1);
  private static final Duration MINUTES_FROM = Duration.ofMinutes(59);

  /** How many possible changes are examined for a visible one. */
  private static final int MOST_EDGES = 500;

  private CountdownPhrases() {}

  static CountdownDisplay of(Words words, TimeLeft left) {
    Optional<CountdownState> state = state(words, left);
    Map<CountUnit, Long> counts =
        state
            .flatMap(words::of)
            .map(said -> counts(said.units(), left))
            .orElseGet(() -> new EnumMap<>(CountUnit.class));
    return new CountdownDisplay(state, counts);
  }

  /** When the wording next changes; the end must be in the future. */
  static Instant until(Words words, TimeLeft left) {
    CountdownDisplay now = of(words, left);
    TimeLeft later = left;
    for (int edge = 0; edge < MOST_EDGES; edge++) {
      later = later.at(nextEdge(words, later));
      if (later.isOver() || !of(words, later).equals(now)) {
        break;
      }
    }
    return later.now();
  }

  private static Optional<CountdownState> state(Words words, TimeLeft left) {
    if (left.isOver()) {
      return said(words, CountdownState.ENDED);
    }
    if (isWithin(left, MINUTES_FROM) && said(words, CountdownState.MINUTES).isPresent()) {
      return said(words, CountdownState.MINUTES);
    }
    long days = left.calendarDays();
    boolean silentToday = days == 0 && said(words, CountdownState.TODAY).isEmpty();
    if ((isWithin(left, hoursFrom(words)) || silentToday)
        && said(words, CountdownState.HOURS).isPresent()) {
      return said(words, CountdownState.HOURS);
    }
    if (days == 0) {
      return said(words, CountdownState.TODAY);
    }
    Optional<CountdownState> tomorrow =
        days == 1 ? said(words, CountdownState.TOMORROW) : Optional.empty();
    return tomorrow.or(() -> said(words, CountdownState.DAYS));
  }

  private static Optional<CountdownState> said(Words words, CountdownState state) {
    return words.of(state).map(any -> state);
  }

  private static boolean isWithin(TimeLeft left, Duration most) {
    return !left.now().isBefore(left.before(most));
  }

  private static Duration hoursFrom(Words words) {
    return units(words, CountdownState.HOURS).contains(CountUnit.MINUTES)
        ? HOURS_AND_MINUTES_FROM
        : HOURS_FROM;
  }

  private static Set<CountUnit> units(Words words, CountdownState state) {
    return words.of(state).map(CountedWording::units).orElse(Set.of());
  }

  /** Days alone are calendar days; together with a smaller unit they are 24 hours each. */
  private static Map<CountUnit, Long> counts(Set<CountUnit> units, TimeLeft left) {
    if (units.equals(Set.of(CountUnit.DAYS))) {
      Map<CountUnit, Long> days = new EnumMap<>(CountUnit.class);
      days.put(CountUnit.DAYS, left.isOver() ? 0 : left.calendarDays());
      return days;
    }
    return left.split(units);
  }

  /** The first instant at which the display may change. */
  private static Instant nextEdge(Words words, TimeLeft left) {
    Stream<Instant> entries =
        Stream.of(left.before(MINUTES_FROM), left.before(hoursFrom(words)))
            .filter(entry -> entry.isAfter(left.now()));
    Stream<Instant> ticks =
        state(words, left).map(state -> units(words, state)).orElse(Set.of()).stream()
            .filter(unit -> unit != CountUnit.DAYS)
            .map(left::nextTick);
    Stream<Instant> calendar = Stream.of(left.nextMidnight(), left.end().toInstant());
    return Stream.of(entries, ticks, calendar)
        .flatMap(edges -> edges)
        .min(Instant::compareTo)
        .orElseThrow();
  }
}
