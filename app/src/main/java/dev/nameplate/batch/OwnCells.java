package dev.nameplate.batch;

import java.util.List;

/**
 * The cells that are added to a row. Holds a recipient's data: {@code toString} gives the status
 * alone.
 *
 * @param url complete, with the host; empty where the row has none
 * @param alt the alternative text; empty without a URL
 * @param status the {@link RowState#label} of the row
 * @param outcome {@code personalised}, {@code fallback} or {@code standard}; empty without a URL
 * @param note remarks on the row for people, in words; empty if there are none
 */
public record OwnCells(String url, String alt, String status, String outcome, String note) {
  /** The headings of these columns; such columns in the input are replaced. */
  public static final List<String> HEADINGS =
      List.of("image_url", "image_alt", "np_status", "np_outcome", "np_note");

  /** Cells of a row without a URL. */
  static OwnCells without(RowState state, String note) {
    return new OwnCells("", "", state.label(), "", note);
  }

  /** Returns the five cells in the order of {@link #HEADINGS}. */
  public List<String> list() {
    return List.of(url, alt, status, outcome, note);
  }

  @Override
  public String toString() {
    return "OwnCells[" + status + "]";
  }
}
