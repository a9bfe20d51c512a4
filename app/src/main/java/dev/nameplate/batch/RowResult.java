package dev.nameplate.batch;

import dev.nameplate.merge.value.MergedFields;
import java.util.Map;

/**
 * What a row's values come to. A recipient's data: {@code toString} gives the state alone.
 *
 * @param values by field, as they stand in the URL
 * @param fields as the server resolves them from the URL, with the reasons for values left out
 * @param urlBytes the length of the URL
 */
public record RowResult(
    RowState state, OwnCells own, Map<String, String> values, MergedFields fields, int urlBytes) {
  public RowResult {
    values = Map.copyOf(values);
  }

  @Override
  public String toString() {
    return "RowResult[" + state + "]";
  }
}
