package dev.nameplate.template.wording;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A wording as its pieces; only those with filters go through the Liquid library. */
public record LiquidWording(String source, List<Piece> pieces) implements Wording {
  public LiquidWording {
    pieces = List.copyOf(pieces);
  }

  /** A part of a wording. */
  sealed interface Piece {}

  /** Words of the author's. */
  record Literal(String text) implements Piece {}

  /** A field as it shows. */
  record Plain(String field) implements Piece {}

  /**
   * An output with filters.
   *
   * @param optional whether {@code default} stands in for an absent field
   */
  record Filtered(Set<String> fields, boolean optional, liqp.Template template) implements Piece {}

  @Override
  public List<String> literals() {
    return pieces.stream()
        .flatMap(piece -> piece instanceof Literal words ? Stream.of(words.text()) : Stream.of())
        .toList();
  }

  @Override
  public Set<String> fields() {
    return named(true);
  }

  @Override
  public Set<String> needed() {
    return named(false);
  }

  private Set<String> named(boolean withOptional) {
    Set<String> named = new LinkedHashSet<>();
    for (Piece piece : pieces) {
      if (piece instanceof Plain plain) {
        named.add(plain.field());
      } else if (piece instanceof Filtered filtered && (withOptional || !filtered.optional())) {
        named.addAll(filtered.fields());
      }
    }
    return named;
  }

  @Override
  public Optional<String> fill(Map<String, WordingValue> values) {
    return filled(values, Isolation.NONE, false);
  }

  @Override
  public Optional<String> fillIsolated(Map<String, WordingValue> values) {
    return filled(values, Isolation.VALUES, false);
  }

  @Override
  public Optional<String> fillPart(Map<String, WordingValue> values, Isolation isolation) {
    return filled(values, isolation, true);
  }

  private Optional<String> filled(
      Map<String, WordingValue> values, Isolation isolation, boolean mayBeBlank) {
    if (!values.keySet().containsAll(needed())) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    boolean blank = !mayBeBlank;
    for (Piece piece : pieces) {
      Optional<String> filled = fill(piece, values);
      if (filled.isEmpty()) {
        return Optional.empty();
      }
      blank &= filled.get().isBlank();
      boolean isolated = isolation == Isolation.VALUES && !(piece instanceof Literal);
      text.append(isolated ? "\u2068" : "").append(filled.get()).append(isolated ? "\u2069" : "");
    }
    return blank ? Optional.empty() : Optional.of(text.toString());
  }

  private static Optional<String> fill(Piece piece, Map<String, WordingValue> values) {
    if (piece instanceof Literal literal) {
      return Optional.of(literal.text());
    }
    if (piece instanceof Plain plain) {
      return Optional.ofNullable(values.get(plain.field())).map(WordingValue::shown);
    }
    Filtered filtered = (Filtered) piece;
    Map<String, Object> inputs = new LinkedHashMap<>();
    for (String field : filtered.fields()) {
      WordingValue wordingValue = values.get(field);
      if (wordingValue != null) {
        inputs.put(field, wordingValue.value());
      }
    }
    try {
      return Optional.of(Liquid.rendered(filtered.template(), inputs));
    } catch (RuntimeException unsuited) {
      return Optional.empty();
    }
  }
}
