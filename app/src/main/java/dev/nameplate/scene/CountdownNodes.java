package dev.nameplate.scene;

import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.VerticalAlignment;
import dev.nameplate.template.layer.CountdownLayer;
import dev.nameplate.template.layer.CountdownState;
import dev.nameplate.template.layer.Numerals;
import dev.nameplate.template.layer.ShapeLayer;
import dev.nameplate.template.layer.TextFlow;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.template.wording.CountUnit;
import dev.nameplate.template.wording.CountedWording;
import dev.nameplate.template.wording.Wording;
import dev.nameplate.template.wording.WordingValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the nodes of one countdown.
 *
 * @param index the layer's index in the template, from 0
 * @param values of the fields, by name
 */
record CountdownNodes(
    int index, CountdownLayer layer, Locale locale, Map<String, WordingValue> values) {
  /** Height of a label's line, in ems of the label. */
  private static final double LABEL_HEIGHT = 1.3;

  /** Space below a label, in ems of the label. */
  private static final double BELOW_LABEL = 0.55;

  /** Horizontal inset of text on a panel, as a fraction of the panel's smaller side. */
  private static final double SIDE = 0.12;

  /**
   * The countdown's node; empty if the template has no wording for its state.
   *
   * @param left empty if the countdown has no end or the picture no clock
   * @param seconds whether a clock shows seconds
   */
  Optional<Node> of(Placement placement, Optional<TimeLeft> left, boolean seconds) {
    CountdownDisplay display =
        left.map(time -> CountdownDisplay.of(layer.face(), time, seconds))
            .orElse(CountdownDisplay.NONE);
    List<Node.Present> parts =
        layer.face() instanceof CountdownLayer.Clock clock
            ? clock(clock, display)
            : words((CountdownLayer.Words) layer.face(), display);
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Node.Group(index, layer.type(), placement, parts));
  }

  private List<Node.Present> words(CountdownLayer.Words words, CountdownDisplay display) {
    return display.state().flatMap(words::of).stream()
        .flatMap(said -> text(layer.style(), box(), said, display.counts()).stream())
        .toList();
  }

  private List<Node.Present> clock(CountdownLayer.Clock clock, CountdownDisplay display) {
    if (display.equals(CountdownDisplay.NONE)) {
      return List.of();
    }
    boolean ended = display.state().equals(Optional.of(CountdownState.ENDED));
    return ended && !clock.ended().isEmpty() ? ended(clock) : cells(clock, display);
  }

  private List<Node.Present> ended(CountdownLayer.Clock clock) {
    List<Node.Present> parts = new ArrayList<>();
    panel(clock, box()).ifPresent(parts::add);
    TextStyle style = clock.panel().isPresent() ? digitStyle() : layer.style();
    Box textBox = clock.panel().isPresent() ? inset(box()) : box();
    text(style, textBox, rungs(clock.ended(), values)).ifPresent(parts::add);
    return parts;
  }

  private List<Node.Present> cells(CountdownLayer.Clock clock, CountdownDisplay display) {
    List<Node.Present> parts = new ArrayList<>();
    double gap = clock.gap();
    int most = clock.units().size();
    double width = (box().width() - gap * (most - 1)) / most;
    double x = box().x() + (most - display.counts().size()) * (width + gap) * share();
    boolean first = true;
    for (Map.Entry<CountUnit, Long> count : display.counts().entrySet()) {
      Box cell = new Box(x, box().y(), width, box().height());
      if (!first && !clock.separator().isEmpty()) {
        Box between = new Box(x - gap, box().y(), gap, digits(clock, cell).height());
        parts.add(text(digitStyle(), between, clock.separator()));
      }
      cell(clock, cell, count, parts);
      x += width + gap;
      first = false;
    }
    return parts;
  }

  private void cell(
      CountdownLayer.Clock clock,
      Box cell,
      Map.Entry<CountUnit, Long> count,
      List<Node.Present> parts) {
    panel(clock, cell).ifPresent(parts::add);
    parts.add(
        text(digitStyle(), digits(clock, cell), CountedWording.digits(count.getValue(), locale)));
    CountedWording label = clock.labels().get(count.getKey());
    if (label != null) {
      Box digits = digits(clock, cell);
      double height = clock.labelStyle().size() * LABEL_HEIGHT;
      Box below = new Box(cell.x(), digits.bottom(), cell.width(), height);
      text(clock.labelStyle(), below, label, Map.of(count.getKey(), count.getValue()))
          .ifPresent(parts::add);
    }
  }

  /** The part of a panel's box that its text may use. */
  private static Box inset(Box box) {
    double side = Math.min(box.width(), box.height()) * SIDE;
    return new Box(box.x() + side, box.y(), box.width() - 2 * side, box.height());
  }

  /** The box of a cell's digits: the whole cell, or what the label leaves above it. */
  private static Box digits(CountdownLayer.Clock clock, Box cell) {
    double label =
        clock.labels().isEmpty() ? 0 : clock.labelStyle().size() * (LABEL_HEIGHT + BELOW_LABEL);
    return new Box(cell.x(), cell.y(), cell.width(), Math.max(1, cell.height() - label));
  }

  private Optional<Node.Present> panel(CountdownLayer.Clock clock, Box box) {
    return clock
        .panel()
        .map(
            panel ->
                new Node.Shape(
                    index,
                    plain(box),
                    ShapeLayer.Kind.RECT,
                    panel.fill(),
                    panel.stroke(),
                    panel.radius()));
  }

  private Optional<Node.Present> text(
      TextStyle style, Box box, CountedWording said, Map<CountUnit, Long> counts) {
    Map<String, WordingValue> all = new LinkedHashMap<>(values);
    counts.forEach((unit, count) -> all.put(unit.label(), said.value(count)));
    long counted = counts.values().stream().findFirst().orElse(0L);
    return text(style, box, rungs(said.form(counted), all));
  }

  private Optional<Node.Present> text(TextStyle style, Box box, List<Node.Rung> rungs) {
    return rungs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Node.Text(index, plain(box), style, rungs));
  }

  private Node.Present text(TextStyle style, Box box, String words) {
    return new Node.Text(index, plain(box), style, List.of(new Node.Rung(0, words)));
  }

  private static List<Node.Rung> rungs(List<Wording> ladder, Map<String, WordingValue> values) {
    List<Node.Rung> rungs = new ArrayList<>();
    for (int place = 0; place < ladder.size(); place++) {
      int rung = place;
      ladder
          .get(place)
          .fillIsolated(values)
          .ifPresent(text -> rungs.add(new Node.Rung(rung, text)));
    }
    return rungs;
  }

  /** The style of digits: tabular figures, so that nothing moves as they change. */
  private TextStyle digitStyle() {
    TextStyle style = layer.style();
    return new TextStyle(
        style.font(),
        style.weight(),
        style.size(),
        style.minSize(),
        1,
        style.lineHeight(),
        style.letterSpacing(),
        Alignment.CENTER,
        VerticalAlignment.MIDDLE,
        style.color(),
        style.shadow(),
        style.outline(),
        new TextFlow(style.flow().direction(), style.flow().wrap(), Numerals.TABULAR));
  }

  /** The fraction of the free space that lies before the first cell. */
  private double share() {
    return switch (layer.style().align()) {
      case START -> 0;
      case CENTER -> 0.5;
      case END -> 1;
    };
  }

  private Box box() {
    return layer.frame().box();
  }

  /** Rotation and opacity are applied to the whole group. */
  private static Placement plain(Box box) {
    return new Placement(box, 1, 0);
  }
}
