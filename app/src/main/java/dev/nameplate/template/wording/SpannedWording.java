package dev.nameplate.template.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A wording of spans, each with its own style.
 *
 * @param spans at least one, in reading order
 */
public record SpannedWording(List<Span> spans) implements Wording {
  public SpannedWording {
    spans = List.copyOf(spans);
  }

  /**
   * Words of one style.
   *
   * @param words the span's own wording, which alone may be blank
   * @param style weight, color and size of the words
   */
  public record Span(Wording words, SpanStyle style) {}

  @Override
  public String source() {
    return spans.stream().map(span -> span.words().source()).collect(Collectors.joining());
  }

  @Override
  public List<String> literals() {
    return spans.stream().flatMap(span -> span.words().literals().stream()).toList();
  }

  @Override
  public Set<String> fields() {
    return named(Wording::fields);
  }

  @Override
  public Set<String> needed() {
    return named(Wording::needed);
  }

  @Override
  public Optional<String> fill(Map<String, WordingValue> values) {
    return joined(words -> words.fillPart(values, Isolation.NONE));
  }

  @Override
  public Optional<String> fillIsolated(Map<String, WordingValue> values) {
    return joined(words -> words.fillPart(values, Isolation.VALUES));
  }

  @Override
  public Optional<String> fillPart(Map<String, WordingValue> values, Isolation isolation) {
    return parts(words -> words.fillPart(values, isolation)).map(parts -> String.join("", parts));
  }

  /**
   * The text of each span for drawing, with values isolated as in {@link #fillIsolated}.
   *
   * @param values by field name; an absent field has no entry
   * @return one text for each span, in order, some of which may be blank; empty where a needed
   *     field is absent, a filter fails, or all spans are blank
   */
  public Optional<List<String>> fillSpans(Map<String, WordingValue> values) {
    return parts(words -> words.fillPart(values, Isolation.VALUES))
        .filter(parts -> !parts.stream().allMatch(String::isBlank));
  }

  private Set<String> named(Function<Wording, Set<String>> fields) {
    Set<String> named = new LinkedHashSet<>();
    spans.forEach(span -> named.addAll(fields.apply(span.words())));
    return named;
  }

  private Optional<String> joined(Function<Wording, Optional<String>> fill) {
    return parts(fill).map(parts -> String.join("", parts)).filter(text -> !text.isBlank());
  }

  private Optional<List<String>> parts(Function<Wording, Optional<String>> fill) {
    List<String> parts = new ArrayList<>();
    for (Span span : spans) {
      fill.apply(span.words()).ifPresent(parts::add);
    }
    return parts.size() == spans.size() ? Optional.of(parts) : Optional.empty();
  }
}
