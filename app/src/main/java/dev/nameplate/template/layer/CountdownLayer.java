package dev.nameplate.template.layer;

import dev.nameplate.template.wording.CountUnit;
import dev.nameplate.template.wording.CountedWording;
import dev.nameplate.template.wording.Wording;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Time left until an instant, in words or as the cells of a clock.
 *
 * @param style of the words or of the clock's digits
 */
public record CountdownLayer(Frame frame, Target to, Face face, TextStyle style) implements Layer {
  @Override
  public String type() {
    return "countdown";
  }

  @Override
  public boolean showsTime() {
    return true;
  }

  @Override
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>(face.fields());
    if (to instanceof Target.OfField target) {
      fields.add(target.field());
    }
    return fields;
  }

  /** What is counted down to. */
  public sealed interface Target {
    /** The same instant for everyone. */
    record Fixed(Instant instant) implements Target {}

    /** The value of a field of kind date. */
    record OfField(String field) implements Target {}
  }

  /** What shows of the time left. */
  public sealed interface Face {
    /** Every field that its words name. */
    Set<String> fields();
  }

  /** Words: those of the nearest state that has some. */
  public record Words(Map<CountdownState, CountedWording> byState) implements Face {
    public Words {
      byState = Collections.unmodifiableMap(new EnumMap<>(byState));
    }

    /** What is said in a state; empty where the author said nothing of it. */
    public Optional<CountedWording> of(CountdownState state) {
      return Optional.ofNullable(byState.get(state));
    }

    @Override
    public Set<String> fields() {
      Set<String> fields = new LinkedHashSet<>();
      byState.values().forEach(wording -> fields.addAll(wording.fields()));
      return fields;
    }
  }

  /**
   * A clock: a cell for each unit with two digits or more, and a label below them.
   *
   * @param units the largest first
   * @param labels by unit; may be empty
   * @param gap between cells, in pixels at 1x
   * @param separator stands in the gaps; may be empty
   * @param ended in place of the cells once the end has come; zeros where there is none
   */
  public record Clock(
      List<CountUnit> units,
      Map<CountUnit, CountedWording> labels,
      TextStyle labelStyle,
      double gap,
      String separator,
      Optional<Panel> panel,
      List<Wording> ended)
      implements Face {
    public Clock {
      units = List.copyOf(units);
      labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
      ended = List.copyOf(ended);
    }

    @Override
    public Set<String> fields() {
      Set<String> fields = new LinkedHashSet<>();
      ended.forEach(wording -> fields.addAll(wording.fields()));
      return fields;
    }
  }

  /** What a cell stands on. */
  public record Panel(Optional<Fill> fill, Optional<Stroke> stroke, double radius) {}
}
