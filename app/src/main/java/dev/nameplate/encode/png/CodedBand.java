package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.Strips;
import dev.nameplate.encode.deflate.AdlerChecksum;
import java.util.List;

/**
 * A band of strips encoded in cells that can be copied individually: the cells that a picture does
 * not change are copied between those that it changes.
 *
 * <p>The code of a mutable cell depends on its own filtered pixels and the pixel before; in a
 * matched band also on those sources that it copies from. Static cells may refer back to other
 * static cells of the band. Cells are counted along the rows, row after row.
 *
 * @param strips of the band, counted from the picture's top
 * @param filters one for each strip
 * @param matched whether mutable cells have matches: those that a picture changes with each other,
 *     the others with their sources
 * @param sums each cell's contribution to its strip's Adler-32; 0 for a static cell
 * @param stripSums each strip's Adler-32
 */
@SuppressWarnings("ArrayRecordComponent") // Read in place, never compared.
record CodedBand(
    Span strips,
    List<ScanlineFilter> filters,
    boolean matched,
    StaticCells staticCells,
    long[] sums,
    List<AdlerChecksum> stripSums) {
  CodedBand {
    filters = List.copyOf(filters);
    stripSums = List.copyOf(stripSums);
  }

  ScanlineFilter filter(int strip) {
    return filters.get(strip - strips.from());
  }

  /** Whether the band has unfiltered rows, which are copied from those above them. */
  boolean copiesRows() {
    return filters.contains(ScanlineFilter.NONE);
  }

  /** Whether a row and the one above it are both in the band and not filtered. */
  boolean copiesRowAbove(int row) {
    return copiesRowAbove(row, strips, filters);
  }

  /** The same for a band that is not encoded yet. */
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
    return staticCells.weight() + 8L * sums.length;
  }
}
