package dev.nameplate.batch;

import dev.nameplate.merge.value.MergedFields;
import java.util.Map;

/**
 * The URL of a row, and the values behind it. It holds a recipient's data: {@code toString} has the
 * state only.
 *
 * @param state whether the row has a URL, and if not, why
 * @param own the cells to be added to the row
 * @param values by field, as they stand in the URL
 * @param fields as the server resolves them from the URL, with the reasons for values left out
 * @param urlBytes length of the URL in bytes; 0 without one
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
