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
 * What a countdown shows at an instant: equal readings look the same.
 *
 * @param state whose words are said; of a clock {@code ENDED} or, before that, {@code DAYS}; empty
 *     where the author has none for it
 * @param counts that are shown
 */
record CountdownDisplay(Optional<CountdownState> state, Map<CountUnit, Long> counts) {
  /** What shows where there is no end or no time to tell. */
  static final CountdownDisplay NONE =
      new CountdownDisplay(Optional.of(CountdownState.NONE), new EnumMap<>(CountUnit.class));

  CountdownDisplay {
    Map<CountUnit, Long> ordered = new EnumMap<>(CountUnit.class);
    ordered.putAll(counts);
    counts = Collections.unmodifiableMap(ordered);
  }

  /** What shows with this time left, on a clock with or without its seconds. */
  static CountdownDisplay of(CountdownLayer.Face face, TimeLeft left, boolean seconds) {
    return face instanceof CountdownLayer.Clock clock
        ? ofClock(left, units(clock, seconds))
        : CountdownPhrases.of((CountdownLayer.Words) face, left);
  }

  /** When it next shows something else; empty where it never will. */
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

  /** The units that show: a still picture has no seconds, since they would be wrong at once. */
  static List<CountUnit> units(CountdownLayer.Clock clock, boolean seconds) {
    return seconds
        ? clock.units()
        : clock.units().stream().filter(unit -> unit != CountUnit.SECONDS).toList();
  }

  private static CountdownDisplay ofClock(TimeLeft left, List<CountUnit> units) {
    CountdownState state = left.isOver() ? CountdownState.ENDED : CountdownState.DAYS;
    return new CountdownDisplay(Optional.of(state), left.split(units));
  }

  /** As a part of a picture's key. */
  String identity() {
    return Stream.concat(
            state.map(CountdownState::label).stream(),
            counts.entrySet().stream().map(count -> count.getKey().label() + count.getValue()))
        .collect(Collectors.joining(" "));
  }
}
