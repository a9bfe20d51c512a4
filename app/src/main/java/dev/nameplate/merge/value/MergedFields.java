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
 * Every declared field of a template with its resolved value, in the template's order.
 *
 * @param byName by declared name; unmodifiable
 * @param standard whether a required value is missing, so that the picture is drawn without data;
 *     every field then has its fallback or nothing
 */
public record MergedFields(Map<String, ResolvedField> byName, boolean standard) {
  /** Copies the map and keeps its order. */
  public MergedFields {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /**
   * Returns whether any field is missing because it holds an unmerged tag ({@link
   * MissingReason#UNMERGED}).
   */
  public boolean anyUnmerged() {
    return byName.values().stream()
        .anyMatch(field -> field.reason().equals(Optional.of(MissingReason.UNMERGED)));
  }

  /**
   * The value that a field shows.
   *
   * @param name as declared
   * @return the given value or the fallback; empty if the field is absent or not declared
   */
  public Optional<FieldValue> value(String name) {
    return Optional.ofNullable(byName.get(name)).flatMap(ResolvedField::value);
  }

  /**
   * Returns the values by field name as wordings and conditions read them, in the template's order;
   * an absent field has no entry. The map is new and the caller's own.
   */
  public Map<String, WordingValue> data() {
    Map<String, WordingValue> values = new LinkedHashMap<>();
    byName.forEach(
        (name, field) -> field.value().ifPresent(value -> values.put(name, wordingValue(value))));
    return values;
  }

  private static WordingValue wordingValue(FieldValue value) {
    if (value instanceof FieldValue.Numeric number) {
      return new WordingValue(number.number(), number.shown());
    }
    if (value instanceof FieldValue.Date date) {
      return new WordingValue(date.date(), date.shown());
    }
    return WordingValue.text(value.shown());
  }

  /**
   * Returns the remote images that have not been fetched yet, by field name in the template's
   * order; empty if there are none.
   */
  public Map<String, RemoteImageUrl> pendingFetches() {
    Map<String, RemoteImageUrl> pending = Map.of();
    for (ResolvedField field : byName.values()) {
      Optional<RemoteImageUrl> remote = field.remoteImage();
      if (remote.isPresent() && remote.get().fetchState() instanceof FetchState.Pending) {
        pending = pending.isEmpty() ? new LinkedHashMap<>() : pending;
        pending.put(field.field().name(), remote.get());
      }
    }
    return pending;
  }

  /**
   * Returns a copy with the results of fetching.
   *
   * @param fetched by field name; a name that is not declared is ignored
   */
  public MergedFields with(Map<String, RemoteImageUrl> fetched) {
    Map<String, ResolvedField> fields = new LinkedHashMap<>(byName);
    fetched.forEach(
        (name, value) -> fields.computeIfPresent(name, (key, field) -> field.with(value)));
    return new MergedFields(fields, standard);
  }

  /**
   * Returns why remote images could not be fetched, by field name in the template's order; empty if
   * there are none.
   */
  public Map<String, FetchState.Failed> failedFetches() {
    Map<String, FetchState.Failed> failures = Map.of();
    for (ResolvedField field : byName.values()) {
      Optional<RemoteImageUrl> remote = field.remoteImage();
      if (remote.isPresent() && remote.get().fetchState() instanceof FetchState.Failed failed) {
        failures = failures.isEmpty() ? new LinkedHashMap<>() : failures;
        failures.put(field.field().name(), failed);
      }
    }
    return failures;
  }

  /**
   * Returns the first instant at which one of the fetched remote images must be fetched again;
   * {@link Instant#MAX} if none has been fetched.
   */
  public Instant goodUntil() {
    Instant until = Instant.MAX;
    for (ResolvedField field : byName.values()) {
      Optional<RemoteImageUrl> remote = field.remoteImage();
      if (remote.isPresent()
          && remote.get().fetchState() instanceof FetchState.Found found
          && found.picture().freshUntil().isBefore(until)) {
        until = found.picture().freshUntil();
      }
    }
    return until;
  }
}
