package dev.nameplate.merge;

import dev.nameplate.template.Field;
import dev.nameplate.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Splits a raw query into the raw values of a template's fields.
 *
 * <p>Only {@code &} separates. Mail tools and mail programs damage queries in known ways, and each
 * has its rule: an escaped separator loses its {@code amp;}; a segment without {@code =} that is no
 * known key was part of the value before it and is glued back; bare digits are a cache buster.
 * Undeclared parameters, those that begin with {@code _} among them, are dropped.
 */
public final class QueryReader {
  /** Room for the cap to see that a value was longer than {@link TextLimits#RAW}. */
  private static final int KEPT = TextLimits.RAW + 1;

  private static final String AMP = "amp;";

  /** Reads in time linear in the query's length; never fails. */
  public Arrivals read(Template template, RawQuery query) {
    Splitting splitting = new Splitting(keys(template));
    String text = query.text();
    int end = text.indexOf('#') < 0 ? text.length() : text.indexOf('#');
    int start = text.startsWith("?") ? 1 : 0;
    while (start <= end) {
      int separator = text.indexOf('&', start);
      int stop = separator < 0 || separator > end ? end : separator;
      splitting.segment(text.substring(withoutAmp(text, start, stop), stop));
      start = stop + 1;
    }
    return splitting.arrivals();
  }

  private static int withoutAmp(String text, int start, int stop) {
    int at = start;
    while (at + AMP.length() <= stop && text.regionMatches(true, at, AMP, 0, AMP.length())) {
      at += AMP.length();
    }
    return at;
  }

  /** The declared names by every key that means them; a name goes before another's alias. */
  private static Map<String, String> keys(Template template) {
    Map<String, String> keys = new HashMap<>();
    for (Field field : template.fields().values()) {
      keys.putIfAbsent(folded(field.name()), field.name());
    }
    for (Field field : template.fields().values()) {
      field.aliases().forEach(alias -> keys.putIfAbsent(folded(alias), field.name()));
    }
    return keys;
  }

  private static String folded(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  /** What one query's segments have come to so far. */
  private static final class Splitting {
    private final Map<String, String> keys;
    private final Map<String, List<StringBuilder>> values = new LinkedHashMap<>();
    private StringBuilder open = new StringBuilder();
    private boolean gluing;
    private int emptySegments;

    Splitting(Map<String, String> keys) {
      this.keys = keys;
    }

    void segment(String segment) {
      if (segment.isEmpty()) {
        emptySegments++;
        return;
      }
      int equals = segment.indexOf('=');
      String key = key(equals < 0 ? segment : segment.substring(0, equals));
      String field = keys.get(key);
      if (field != null) {
        begin(field, equals < 0 ? "" : segment.substring(equals + 1));
      } else if (equals >= 0 || TrackingKeys.isTracking(key)) {
        gluing = false;
      } else if (gluing && !isDigits(segment)) {
        glue(segment);
      }
      emptySegments = 0;
    }

    Arrivals arrivals() {
      Map<String, List<String>> byField = new LinkedHashMap<>();
      values.forEach(
          (field, copies) ->
              byField.put(field, copies.stream().map(StringBuilder::toString).toList()));
      return new Arrivals(byField);
    }

    private void begin(String field, String value) {
      open = new StringBuilder(value.substring(0, Math.min(value.length(), KEPT)));
      values.computeIfAbsent(field, name -> new ArrayList<>()).add(open);
      gluing = true;
    }

    private void glue(String segment) {
      String piece = "&".repeat(Math.min(emptySegments, KEPT) + 1) + segment;
      int room = Math.max(0, KEPT - open.length());
      open.append(piece, 0, Math.min(piece.length(), room));
    }

    private static String key(String raw) {
      return folded(ByteText.read(PercentDecoder.bytes(raw)).strip());
    }

    private static boolean isDigits(String segment) {
      return segment.chars().allMatch(c -> c >= '0' && c <= '9');
    }
  }
}
