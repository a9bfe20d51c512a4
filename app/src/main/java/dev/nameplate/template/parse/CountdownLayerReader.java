package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.layer.CountdownLayer;
import dev.nameplate.template.layer.CountdownState;
import dev.nameplate.template.layer.Frame;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.template.wording.CountUnit;
import dev.nameplate.template.wording.CountedWording;
import dev.nameplate.template.wording.Liquid;
import dev.nameplate.template.wording.Wording;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the keys of a countdown layer: its end, and its words or clock. */
record CountdownLayerReader(LayerContext context) {
  static final Set<String> KEYS = keys();
  static final Set<String> STATES =
      Arrays.stream(CountdownState.values())
          .map(CountdownState::label)
          .collect(Collectors.toUnmodifiableSet());
  static final Set<String> PLURALS = Set.of("zero", "one", "two", "few", "many", "other");

  private static final String INSTANT =
      "a date field, {{ ends }}, or an instant: 2026-11-30, 2026-11-30T18:00 or"
          + " 2026-11-30T18:00+01:00";
  private static final Set<CountdownState> WITHOUT_COUNTS =
      EnumSet.of(CountdownState.ENDED, CountdownState.NONE);
  private static final Set<CountUnit> IN_WORDS =
      EnumSet.of(CountUnit.DAYS, CountUnit.HOURS, CountUnit.MINUTES);

  private Liquid liquid() {
    return context.liquid();
  }

  private FaultCollector faults() {
    return context.faults();
  }

  private static Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>(TextLayerReader.KEYS);
    keys.addAll(ClockReader.KEYS);
    keys.add("to");
    return keys;
  }

  /** The layer; empty where it is faulty, which is added as a fault. */
  Optional<Layer> read(Frame frame, JsonObject object) {
    TextStyle style = new TextLayerReader(liquid(), faults()).style(object);
    Optional<CountdownLayer.Target> to = target(object);
    boolean clock = object.has("units");
    if (clock == object.has("text")) {
      faults()
          .add(
              object.path("text"),
              clock ? "text and units" : "neither text nor units",
              "text, with words by state, or units, for a clock");
      return Optional.empty();
    }
    Optional<? extends CountdownLayer.Face> face =
        clock ? new ClockReader(this, frame, style).read(object) : words(object);
    return to.isEmpty() || face.isEmpty()
        ? Optional.empty()
        : Optional.of(new CountdownLayer(frame, to.get(), face.get(), style));
  }

  private Optional<CountdownLayer.Target> target(JsonObject object) {
    String to = object.requiredText("to").strip();
    if (to.startsWith("{{") && to.endsWith("}}")) {
      String name = to.substring(2, to.length() - 2).strip();
      Field field = context.fields().get(name);
      if (field != null && field.kind() == FieldKind.DATE) {
        return Optional.of(new CountdownLayer.Target.OfField(name));
      }
      List<String> dates =
          context.fields().values().stream()
              .filter(each -> each.kind() == FieldKind.DATE)
              .map(Field::name)
              .toList();
      faults()
          .add(
              object.path("to"),
              "'" + to + "'",
              "a field of kind date: " + FaultCollector.oneOf(name, dates));
      return Optional.empty();
    }
    Optional<Instant> instant = instant(to, liquid().zone());
    if (instant.isEmpty() && object.has("to")) {
      faults().add(object.path("to"), "'" + to + "'", INSTANT);
    }
    return instant.map(CountdownLayer.Target.Fixed::new);
  }

  /**
   * An ISO 8601 date or date and time; a date alone means its end. Without an offset it is in the
   * given zone. Empty for other texts.
   */
  private static Optional<Instant> instant(String text, ZoneId zone) {
    try {
      if (text.length() == "2026-11-30".length()) {
        return Optional.of(LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant());
      }
      boolean offset = text.matches(".*T.*(Z|[+-]\\d{2}:\\d{2})");
      return Optional.of(
          offset
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).atZone(zone).toInstant());
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  private Optional<CountdownLayer.Words> words(JsonObject object) {
    return object.object("text", STATES).flatMap(this::byState);
  }

  private Optional<CountdownLayer.Words> byState(JsonObject texts) {
    Map<CountdownState, CountedWording> byState = new EnumMap<>(CountdownState.class);
    for (CountdownState state : CountdownState.values()) {
      boolean counts = !WITHOUT_COUNTS.contains(state);
      counted(texts, state.label(), counts ? IN_WORDS : Set.of())
          .ifPresent(wording -> byState.put(state, wording));
    }
    boolean lastDay =
        byState.containsKey(CountdownState.TODAY) || byState.containsKey(CountdownState.HOURS);
    if (byState.containsKey(CountdownState.DAYS) && !lastDay) {
      faults()
          .add(
              texts.path(),
              "days alone",
              "today or hours beside days, for what is said on the last day");
    }
    if (byState.isEmpty() && faults().isEmpty()) {
      faults().add(texts.path(), "nothing", "words for some of " + new TreeSet<>(STATES));
    }
    return byState.isEmpty() ? Optional.empty() : Optional.of(new CountdownLayer.Words(byState));
  }

  /**
   * Reads a wording, a copy ladder, or an object of either by plural category.
   *
   * @param counts the units that the wordings may name
   * @return empty where the key is absent or faulty
   */
  Optional<CountedWording> counted(JsonObject object, String key, Set<CountUnit> counts) {
    Optional<JsonNode> value = object.get(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Liquid counting = liquid().with(counts.stream().map(CountUnit::label).toList());
    Map<String, List<Wording>> forms = new TreeMap<>();
    if (value.get().isObject()) {
      object.object(key, PLURALS).ifPresent(plurals -> plurals(plurals, counting, forms));
    } else {
      forms.put(CountedWording.OTHER, ladder(object, key, counting));
    }
    return forms.values().stream().anyMatch(List::isEmpty) || forms.isEmpty()
        ? Optional.empty()
        : Optional.of(new CountedWording(liquid().locale(), forms, named(forms, counts)));
  }

  private void plurals(JsonObject plurals, Liquid counting, Map<String, List<Wording>> forms) {
    for (String category : PLURALS) {
      if (plurals.has(category)) {
        forms.put(category, ladder(plurals, category, counting));
      }
    }
    if (!plurals.has(CountedWording.OTHER)) {
      faults().add(plurals.path(), "no other", "other, and where a language has them " + PLURALS);
    }
  }

  /** A copy ladder; empty where it is absent or faulty, which is added as a fault. */
  List<Wording> ladder(JsonObject object, String key, Liquid counting) {
    List<Wording> ladder = TextLayerReader.wordings(object, key, counting, faults());
    if (ladder.isEmpty() && faults().isEmpty()) {
      faults().add(object.path(key), "nothing", "a text or a list of texts");
    }
    return ladder;
  }

  private static Set<CountUnit> named(Map<String, List<Wording>> forms, Set<CountUnit> counts) {
    List<String> names = new ArrayList<>();
    forms.values().forEach(l -> l.forEach(wording -> names.addAll(wording.fields())));
    return counts.stream()
        .filter(unit -> names.contains(unit.label()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
