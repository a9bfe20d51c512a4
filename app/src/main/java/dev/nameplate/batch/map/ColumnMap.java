package dev.nameplate.batch.map;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which column fills which field.
 *
 * @param columns by field, from 0, in the template's order
 * @param lines what a person should see before a run, a line for each field
 * @param warnings a sentence each
 */
public record ColumnMap(Map<String, Integer> columns, List<String> lines, List<String> warnings) {
  public ColumnMap {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    lines = List.copyOf(lines);
    warnings = List.copyOf(warnings);
  }
}
