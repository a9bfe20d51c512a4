package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.Strips;
import java.util.List;

/**
 * A band of strips in cells that can be taken over one by one. So what a picture leaves as it was
 * is copied between what it changes.
 *
 * <p>The code of a cell that may change is a function of its own filtered pixels and the one
 * before. Cells that never change may look back to others of their kind in the band. Cells are
 * counted along the rows, row after row.
 *
 * @param strips of the band, counted from the picture's top
 * @param filters one for each strip
 * @param sums what each cell adds to its strip's Adler-32; 0 for one that never changes
 * @param stripSums each strip's Adler-32
 */
@SuppressWarnings("ArrayRecordComponent") // Read in place, never compared.
record CodedBand(
    Span strips,
    List<ScanlineFilter> filters,
    StaticCells still,
    long[] sums,
    List<AdlerChecksum> stripSums) {
  CodedBand {
    filters = List.copyOf(filters);
    stripSums = List.copyOf(stripSums);
  }

  ScanlineFilter filter(int strip) {
    return filters.get(strip - strips.from());
  }

  /** Whether rows are written as they are and copied from those above them. */
  boolean copiesRows() {
    return filters.contains(ScanlineFilter.NONE);
  }

  /** Whether a row and the one above it are both in the band and as they are, not filtered. */
  boolean copiesRowAbove(int row) {
    return copiesRowAbove(row, strips, filters);
  }

  /** The same of a band that is still to be made. */
  static boolean copiesRowAbove(int row, Span strips, List<ScanlineFilter> filters) {
    return row > strips.from() * Strips.ROWS
        && filters.get(row / Strips.ROWS - strips.from()) == ScanlineFilter.NONE
        && filters.get((row - 1) / Strips.ROWS - strips.from()) == ScanlineFilter.NONE;
  }

  AdlerChecksum sum(int strip) {
    return stripSums.get(strip - strips.from());
  }

  /** The number of a row's first cell. */
  int firstCell(int row, CellGrid grid) {
    return (row - strips.from() * Strips.ROWS) * grid.count();
  }

  long weight() {
    return still.weight() + 8L * sums.length;
  }
}
