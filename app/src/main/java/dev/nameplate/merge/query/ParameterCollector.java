package dev.nameplate.merge.query;

import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects a query's parameters, segment by segment. A segment without {@code =} that is no known
 * key belongs to the declared value before it, whose {@code &} was not encoded, and is appended to
 * it; digits alone are a cache buster and are dropped.
 */
final class ParameterCollector {
  /** Which parameters are kept: those of declared fields, or all that have a value. */
  enum Keep {
    DECLARED,
    ALL
  }

  private final Map<String, String> keys;
  private final Keep keep;
  private final int most;
  private final Map<String, List<StringBuilder>> values = new LinkedHashMap<>();
  private StringBuilder current = new StringBuilder();
  private boolean appending;
  private int emptySegments;

  /**
   * @param keys declared names by folded key
   * @param most how many UTF-16 units of a value are kept
   */
  ParameterCollector(Map<String, String> keys, Keep keep, int most) {
    this.keys = keys;
    this.keep = keep;
    this.most = most;
  }

  /**
   * Declared names by folded key, for names and aliases; a field's name has precedence over another
   * field's alias.
   */
  static Map<String, String> keys(Template template) {
    Map<String, String> keys = new HashMap<>();
    for (Field field : template.fields().values()) {
      keys.putIfAbsent(Segments.folded(field.name()), field.name());
    }
    for (Field field : template.fields().values()) {
      field.aliases().forEach(alias -> keys.putIfAbsent(Segments.folded(alias), field.name()));
    }
    return keys;
  }

  /** Adds the next segment of the query, which may be empty. */
  void segment(String segment) {
    if (segment.isEmpty()) {
      emptySegments++;
      return;
    }
    int equals = segment.indexOf('=');
    String key = Segments.key(equals < 0 ? segment : segment.substring(0, equals));
    String field = keys.get(key);
    if (field != null) {
      start(field, equals < 0 ? "" : segment.substring(equals + 1));
    } else if (equals >= 0 || TrackingKeys.isTracking(key)) {
      undeclared(key, segment, equals);
    } else if (appending && !isDigits(segment)) {
      append(segment);
    }
    emptySegments = 0;
  }

  /**
   * Every copy of every value, in the query's order: by declared name, or by its folded key if it
   * is undeclared and {@link Keep#ALL} is set.
   */
  Map<String, List<String>> values() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    values.forEach(
        (name, copies) -> texts.put(name, copies.stream().map(StringBuilder::toString).toList()));
    return texts;
  }

  private void start(String name, String value) {
    current = new StringBuilder(value.substring(0, Math.min(value.length(), most)));
    values.computeIfAbsent(name, absent -> new ArrayList<>()).add(current);
    appending = true;
  }

  private void undeclared(String key, String segment, int equals) {
    if (keep == Keep.ALL && equals >= 0) {
      start(key, segment.substring(equals + 1));
    }
    appending = false;
  }

  private void append(String segment) {
    String piece = "&".repeat(Math.min(emptySegments, most) + 1) + segment;
    int left = Math.max(0, most - current.length());
    current.append(piece, 0, Math.min(piece.length(), left));
  }

  private static boolean isDigits(String segment) {
    return segment.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
