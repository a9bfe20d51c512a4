package dev.nameplate.scene;

import dev.nameplate.template.layer.CountdownLayer;
import dev.nameplate.template.layer.CountdownState;
import dev.nameplate.template.wording.CountUnit;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a countdown shows at an instant. Equal displays look the same.
 *
 * @param state whose wording is shown; for a clock {@code ENDED} or, before that, {@code DAYS};
 *     empty if the template has no wording for it
 * @param counts the numbers shown, by unit, the largest unit first
 */
record CountdownDisplay(Optional<CountdownState> state, Map<CountUnit, Long> counts) {
  /** The display of a countdown without an end or in a picture without a clock. */
  static final CountdownDisplay NONE =
      new CountdownDisplay(Optional.of(CountdownState.NONE), new EnumMap<>(CountUnit.class));

  CountdownDisplay {
    Map<CountUnit, Long> ordered = new EnumMap<>(CountUnit.class);
    ordered.putAll(counts);
    counts = Collections.unmodifiableMap(ordered);
  }

  /** The display with this time left, for a clock with or without seconds. */
  static CountdownDisplay of(CountdownLayer.Face face, TimeLeft left, boolean seconds) {
    return face instanceof CountdownLayer.Clock clock
        ? ofClock(left, units(clock, seconds))
        : CountdownPhrases.of((CountdownLayer.Words) face, left);
  }

  /** When the display next changes; empty if it never will. */
  static Optional<Instant> until(CountdownLayer.Face face, TimeLeft left, boolean seconds) {
    if (left.isOver()) {
      return Optional.empty();
    }
    if (face instanceof CountdownLayer.Clock clock) {
      List<CountUnit> units = units(clock, seconds);
      return Optional.of(left.nextTick(units.get(units.size() - 1)));
    }
    return Optional.of(CountdownPhrases.until((CountdownLayer.Words) face, left));
  }

  /** The units shown: a static picture has no seconds, since they would be wrong at once. */
  static List<CountUnit> units(CountdownLayer.Clock clock, boolean seconds) {
    return seconds
        ? clock.units()
        : clock.units().stream().filter(unit -> unit != CountUnit.SECONDS).toList();
  }

  private static CountdownDisplay ofClock(TimeLeft left, List<CountUnit> units) {
    CountdownState state = left.isOver() ? CountdownState.ENDED : CountdownState.DAYS;
    return new CountdownDisplay(Optional.of(state), left.split(units));
  }

  /** A text equal for equal displays, for a picture's key. */
  String identity() {
    return Stream.concat(
            state.map(CountdownState::label).stream(),
            counts.entrySet().stream().map(count -> count.getKey().label() + count.getValue()))
        .collect(Collectors.joining(" "));
  }
}
