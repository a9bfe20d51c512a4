package dev.nameplate.merge.value;

import dev.nameplate.merge.value.FieldValue.FetchState;
import dev.nameplate.merge.value.FieldValue.RemoteImageUrl;
import dev.nameplate.template.wording.WordingValue;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every declared field of a template with what was made of it, in the template's order.
 *
 * @param standard whether a required value is missing, so that the picture is drawn without data;
 *     the fields then hold their fallbacks only
 */
public record MergedFields(Map<String, ResolvedField> byName, boolean standard) {
  public MergedFields {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /** Whether any field is missing because its merge tag was not filled in. */
  public boolean anyUnmerged() {
    return byName.values().stream()
        .anyMatch(field -> field.reason().equals(Optional.of(MissingReason.UNMERGED)));
  }

  /** The value to draw of a field; empty where it is absent. */
  public Optional<FieldValue> value(String name) {
    return Optional.ofNullable(byName.get(name)).flatMap(ResolvedField::value);
  }

  /** Values as wordings and conditions see them, by field; an absent field has no entry. */
  public Map<String, WordingValue> data() {
    Map<String, WordingValue> values = new LinkedHashMap<>();
    byName.forEach(
        (name, field) -> field.value().ifPresent(value -> values.put(name, datum(value))));
    return values;
  }

  private static WordingValue datum(FieldValue value) {
    if (value instanceof FieldValue.Numeric number) {
      return new WordingValue(number.number(), number.shown());
    }
    if (value instanceof FieldValue.Date date) {
      return new WordingValue(date.date(), date.shown());
    }
    return WordingValue.text(value.shown());
  }

  /** The pictures that lie outside and were not looked for yet, by field; mostly none. */
  public Map<String, RemoteImageUrl> open() {
    Map<String, RemoteImageUrl> open = Map.of();
    for (ResolvedField field : byName.values()) {
      Optional<RemoteImageUrl> outside = field.outside();
      if (outside.isPresent() && outside.get().search() instanceof FetchState.Open) {
        open = open.isEmpty() ? new LinkedHashMap<>() : open;
        open.put(field.field().name(), outside.get());
      }
    }
    return open;
  }

  /** The same fields with these values in place of their own. */
  public MergedFields with(Map<String, RemoteImageUrl> settled) {
    Map<String, ResolvedField> fields = new LinkedHashMap<>(byName);
    settled.forEach(
        (name, value) -> fields.computeIfPresent(name, (key, field) -> field.with(value)));
    return new MergedFields(fields, standard);
  }

  /** The searches for pictures outside that failed, by field. */
  public Map<String, FetchState.Failed> lostPictures() {
    Map<String, FetchState.Failed> lost = Map.of();
    for (ResolvedField field : byName.values()) {
      Optional<RemoteImageUrl> outside = field.outside();
      if (outside.isPresent() && outside.get().search() instanceof FetchState.Failed failed) {
        lost = lost.isEmpty() ? new LinkedHashMap<>() : lost;
        lost.put(field.field().name(), failed);
      }
    }
    return lost;
  }

  /** When a picture from outside may be another one; the end of time where there is none. */
  public Instant goodUntil() {
    Instant until = Instant.MAX;
    for (ResolvedField field : byName.values()) {
      Optional<RemoteImageUrl> outside = field.outside();
      if (outside.isPresent()
          && outside.get().search() instanceof FetchState.Found found
          && found.picture().freshUntil().isBefore(until)) {
        until = found.picture().freshUntil();
      }
    }
    return until;
  }
}
