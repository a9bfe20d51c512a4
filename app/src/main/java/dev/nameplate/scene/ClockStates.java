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

/** Reads the clock for a picture: which instant it shows and how long that holds. Pure. */
public final class ClockStates {
  /** What an example picture has left. */
  private static final Duration EXAMPLE = Duration.ofHours(51).plusMinutes(47).plusSeconds(38);

  private ClockStates() {}

  /**
   * The moment of a picture. One that ticks begins with the second its first clock shows, so that
   * all pictures made within a second are one.
   *
   * @param seconds whether the picture moves, so that clocks show their seconds
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
        all.stream().map(each -> each.reading(at, seconds).identity()).toList(),
        all.stream().flatMap(each -> each.until(at, seconds).stream()).min(Instant::compareTo));
  }

  /** A moment like those that recipients see: some days before the first end. */
  public static ClockState example(Template template, MergedFields fields) {
    return running(template, fields).stream()
        .map(each -> each.end().toInstant())
        .min(Instant::compareTo)
        .map(end -> of(template, fields, end.minus(EXAMPLE), true))
        .orElse(ClockState.NONE);
  }

  /** When a countdown ends; empty where its field is absent. */
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

  /** A countdown that is there, with its end. */
  private record Running(CountdownLayer layer, ZonedDateTime end) {
    boolean hasSeconds() {
      return layer.face() instanceof CountdownLayer.Clock clock
          && clock.units().contains(CountUnit.SECONDS);
    }

    /** When the second began that its clock shows. */
    Optional<Instant> tick(Instant now) {
      TimeLeft left = new TimeLeft(end, now);
      return hasSeconds() && !left.isOver()
          ? Optional.of(left.nextTick(CountUnit.SECONDS).minus(CountUnit.SECONDS.length()))
          : Optional.empty();
    }

    CountdownDisplay reading(Instant at, boolean seconds) {
      return CountdownDisplay.of(layer.face(), new TimeLeft(end, at), seconds);
    }

    Optional<Instant> until(Instant at, boolean seconds) {
      return CountdownDisplay.until(layer.face(), new TimeLeft(end, at), seconds);
    }
  }
}
