package dev.nameplate.merge.query;

import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one query's segments have come to so far. A segment without {@code =} that is no known key
 * was part of the declared value before it and is glued back; bare digits are a cache buster.
 */
final class ParameterCollector {
  /** Which parameters are kept. */
  enum Keep {
    DECLARED,
    ALL
  }

  private final Map<String, String> keys;
  private final Keep keep;
  private final int most;
  private final Map<String, List<StringBuilder>> values = new LinkedHashMap<>();
  private StringBuilder open = new StringBuilder();
  private boolean gluing;
  private int emptySegments;

  /**
   * @param most how many characters of a value are kept
   */
  ParameterCollector(Map<String, String> keys, Keep keep, int most) {
    this.keys = keys;
    this.keep = keep;
    this.most = most;
  }

  /** The declared names by every key that means them; a name goes before another's alias. */
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

  void segment(String segment) {
    if (segment.isEmpty()) {
      emptySegments++;
      return;
    }
    int equals = segment.indexOf('=');
    String key = Segments.key(equals < 0 ? segment : segment.substring(0, equals));
    String field = keys.get(key);
    if (field != null) {
      begin(field, equals < 0 ? "" : segment.substring(equals + 1));
    } else if (equals >= 0 || TrackingKeys.isTracking(key)) {
      undeclared(key, segment, equals);
    } else if (gluing && !isDigits(segment)) {
      glue(segment);
    }
    emptySegments = 0;
  }

  /**
   * Every copy of every value, in the order they came: by declared name, and by its key in small
   * letters where it is of no field and such are kept.
   */
  Map<String, List<String>> values() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    values.forEach(
        (name, copies) -> texts.put(name, copies.stream().map(StringBuilder::toString).toList()));
    return texts;
  }

  private void begin(String name, String value) {
    open = new StringBuilder(value.substring(0, Math.min(value.length(), most)));
    values.computeIfAbsent(name, absent -> new ArrayList<>()).add(open);
    gluing = true;
  }

  private void undeclared(String key, String segment, int equals) {
    if (keep == Keep.ALL && equals >= 0) {
      begin(key, segment.substring(equals + 1));
    }
    gluing = false;
  }

  private void glue(String segment) {
    String piece = "&".repeat(Math.min(emptySegments, most) + 1) + segment;
    int room = Math.max(0, most - open.length());
    open.append(piece, 0, Math.min(piece.length(), room));
  }

  private static boolean isDigits(String segment) {
    return segment.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
