package dev.nameplate.batch.map;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which column fills which field.
 *
 * @param columns the index of a field's column, from 0, by field in the template's order; a field
 *     without a column has no entry
 * @param lines for the person who starts a run: a line for each field that says where its values
 *     come from
 * @param warnings a sentence each
 */
public record ColumnMap(Map<String, Integer> columns, List<String> lines, List<String> warnings) {
  public ColumnMap {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    lines = List.copyOf(lines);
    warnings = List.copyOf(warnings);
  }
}
