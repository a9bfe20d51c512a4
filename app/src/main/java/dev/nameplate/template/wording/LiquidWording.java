package dev.nameplate.template.wording;

import dev.nameplate.template.field.TextDirection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A wording as a list of pieces; only outputs with filters are rendered by the Liquid library.
 *
 * @param source as the author wrote it
 * @param pieces in reading order
 */
public record LiquidWording(String source, List<Piece> pieces) implements Wording {
  private static final char END_OF_ISOLATE = '\u2069';

  public LiquidWording {
    pieces = List.copyOf(pieces);
  }

  /** A part of a wording. */
  sealed interface Piece {}

  /** The author's own words. */
  record Literal(String text) implements Piece {}

  /**
   * A field without filters.
   *
   * @param field its name
   * @param direction of its value; {@code AUTO} takes that of the first strong letter
   */
  record Plain(String field, TextDirection direction) implements Piece {}

  /**
   * An output with filters.
   *
   * @param fields the names in it
   * @param optional whether {@code default} replaces an absent field
   * @param digits of the number that it prints; ASCII where it prints none
   * @param direction of the result; {@code AUTO} takes that of the first strong letter
   * @param template renders it
   */
  record Filtered(
      Set<String> fields,
      boolean optional,
      LocalDigits digits,
      TextDirection direction,
      liqp.Template template)
      implements Piece {}

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
      text.append(isolation == Isolation.VALUES ? drawn(piece, filled.get()) : filled.get());
    }
    return blank ? Optional.empty() : Optional.of(text.toString());
  }

  /**
   * A piece for drawing: line breaks of literals as line feeds, values in one line and isolated.
   */
  private static String drawn(Piece piece, String text) {
    if (piece instanceof Literal) {
      return LineBreaks.asLineFeeds(text);
    }
    TextDirection direction =
        piece instanceof Plain plain ? plain.direction() : ((Filtered) piece).direction();
    return isolate(direction) + LineBreaks.asSpaces(text) + END_OF_ISOLATE;
  }

  private static char isolate(TextDirection direction) {
    return switch (direction) {
      case LTR -> '\u2066';
      case RTL -> '\u2067';
      case AUTO -> '\u2068';
    };
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
      return Optional.of(filtered.digits().in(Liquid.rendered(filtered.template(), inputs)));
    } catch (RuntimeException unsuited) {
      return Optional.empty();
    }
  }
}
