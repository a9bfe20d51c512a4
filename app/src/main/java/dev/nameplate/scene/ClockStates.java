package dev.nameplate.scene;

import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.LayerWalk;
import dev.nameplate.template.Template;
import dev.nameplate.template.layer.CountdownLayer;
import dev.nameplate.template.wording.CountUnit;
import dev.nameplate.template.wording.WordingValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Computes clock states: which instant a picture shows and until when. Pure functions. */
public final class ClockStates {
  /** The time left in an example picture. */
  private static final Duration EXAMPLE = Duration.ofHours(51).plusMinutes(47).plusSeconds(38);

  private ClockStates() {}

  /**
   * The clock state of a picture. If a clock with seconds is running, the instant is rounded down
   * to that clock's last tick, so that all pictures requested within a second are equal.
   *
   * @param fields values after cleaning and fallback
   * @param now the instant of the request
   * @param seconds whether clocks show seconds, as in an animated picture
   * @return the state, whose faces are those of the countdowns that are shown and have an end;
   *     {@link ClockState#NONE} if the template has no countdown
   */
  public static ClockState of(
      Template template, MergedFields fields, Instant now, boolean seconds) {
    if (!template.isLive()) {
      return ClockState.NONE;
    }
    List<Running> all = running(template, fields);
    Optional<Instant> tick =
        seconds
            ? all.stream().flatMap(each -> each.tick(now).stream()).findFirst()
            : Optional.empty();
    Instant at = tick.orElse(now);
    return new ClockState(
        Optional.of(at),
        seconds,
        tick.isPresent(),
        all.stream().map(each -> each.display(at, seconds).identity()).toList(),
        all.stream().flatMap(each -> each.until(at, seconds).stream()).min(Instant::compareTo));
  }

  /**
   * A typical clock state for examples: 51:47:38 hours before the first countdown ends. Clocks show
   * seconds.
   *
   * @param fields values after cleaning and fallback
   * @return {@link ClockState#NONE} if no countdown that is shown has an end
   */
  public static ClockState example(Template template, MergedFields fields) {
    return running(template, fields).stream()
        .map(each -> each.end().toInstant())
        .min(Instant::compareTo)
        .map(end -> of(template, fields, end.minus(EXAMPLE), true))
        .orElse(ClockState.NONE);
  }

  /** When a countdown ends; empty if its field has no value. */
  static Optional<ZonedDateTime> end(Template template, CountdownLayer layer, MergedFields fields) {
    if (layer.to() instanceof CountdownLayer.Target.Fixed fixed) {
      return Optional.of(fixed.instant().atZone(template.zone()));
    }
    String field = ((CountdownLayer.Target.OfField) layer.to()).field();
    return fields
        .value(field)
        .flatMap(
            value ->
                value instanceof FieldValue.Date date
                    ? Optional.of(date.end().withZoneSameInstant(template.zone()))
                    : Optional.empty());
  }

  private static List<Running> running(Template template, MergedFields fields) {
    Map<String, WordingValue> values = fields.data();
    List<Running> all = new ArrayList<>();
    LayerWalk.of(template).stream()
        .map(LayerWalk.Stop::layer)
        .flatMap(l -> l instanceof CountdownLayer live ? Stream.of(live) : Stream.empty())
        .filter(layer -> layer.frame().when().map(when -> when.holds(values)).orElse(true))
        .forEach(
            layer ->
                end(template, layer, fields).ifPresent(end -> all.add(new Running(layer, end))));
    return all;
  }

  /** A countdown that is shown, with its end. */
  private record Running(CountdownLayer layer, ZonedDateTime end) {
    boolean hasSeconds() {
      return layer.face() instanceof CountdownLayer.Clock clock
          && clock.units().contains(CountUnit.SECONDS);
    }

    /** When the second began that its clock shows; empty if it has ended or shows no seconds. */
    Optional<Instant> tick(Instant now) {
      TimeLeft left = new TimeLeft(end, now);
      return hasSeconds() && !left.isOver()
          ? Optional.of(left.nextTick(CountUnit.SECONDS).minus(CountUnit.SECONDS.length()))
          : Optional.empty();
    }

    CountdownDisplay display(Instant at, boolean seconds) {
      return CountdownDisplay.of(layer.face(), new TimeLeft(end, at), seconds);
    }

    Optional<Instant> until(Instant at, boolean seconds) {
      return CountdownDisplay.until(layer.face(), new TimeLeft(end, at), seconds);
    }
  }
}
