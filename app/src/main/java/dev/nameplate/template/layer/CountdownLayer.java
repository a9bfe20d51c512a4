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
 * The time left until an instant, in words or as the cells of a clock.
 *
 * @param frame its place on the canvas
 * @param to the end of the countdown
 * @param face what is shown of the time left
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

  /** The end of a countdown. */
  public sealed interface Target {
    /**
     * The same instant for everyone.
     *
     * @param instant from which the countdown has ended
     */
    record Fixed(Instant instant) implements Target {}

    /**
     * The value of a field of kind date.
     *
     * @param field its name; where it is absent, there is no end
     */
    record OfField(String field) implements Target {}
  }

  /** How the time left is shown. */
  public sealed interface Face {
    /**
     * The names of all fields in its wordings, without those in the labels of a clock's units; may
     * be empty.
     */
    Set<String> fields();
  }

  /**
   * Words by state. Before the end, a state without words is shown with those of another: minutes
   * as hours, hours as today, today as hours, tomorrow as days. Where that has none either, and
   * after the end, the layer is hidden.
   *
   * @param byState wordings; at least one
   */
  public record Words(Map<CountdownState, CountedWording> byState) implements Face {
    public Words {
      byState = Collections.unmodifiableMap(new EnumMap<>(byState));
    }

    /** The wording of a state itself; empty where the template has none for it. */
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
   * A clock: a cell with two or more digits for each unit, and a label below it.
   *
   * @param units from the largest to the smallest; at least one
   * @param labels by unit; a unit without one has no label
   * @param labelStyle of the labels
   * @param gap between cells, in px at 1x, 0 to 500
   * @param separator drawn in the gaps; may be empty
   * @param panel background of each cell; empty for none
   * @param ended a copy ladder that replaces the cells after the end; where empty, the cells show
   *     zeros
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
      labels.values().forEach(label -> fields.addAll(label.fields()));
      return fields;
    }
  }

  /**
   * The background of a cell.
   *
   * @param fill empty for none
   * @param stroke empty for none
   * @param radius of the corners, in px at 1x, 0 to 10,000
   */
  public record Panel(Optional<Fill> fill, Optional<Stroke> stroke, double radius) {}
}
