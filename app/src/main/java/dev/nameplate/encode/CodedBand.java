package dev.nameplate.encode;

import java.util.List;

/**
 * The cells of a band of strips, each coded by itself with one code for all. So what a picture
 * leaves as it was is copied, bit by bit, between what it changes.
 *
 * <p>A cell's code is a function of its own filtered bytes and the one before. Cells are counted
 * along the rows, row after row.
 *
 * @param strips of the band, counted from the picture's top
 * @param filters one for each strip
 * @param stripSums each strip's Adler-32
 */
record CodedBand(
    Span strips,
    List<ScanlineFilter> filters,
    DeflateCode code,
    Cells cells,
    List<AdlerSum> stripSums) {
  CodedBand {
    filters = List.copyOf(filters);
    stripSums = List.copyOf(stripSums);
  }

  /**
   * All cells.
   *
   * @param bits their codes, one after the other, with {@link BitWriter#SLACK}
   * @param starts where in the bits each cell begins, and at last where the last one ends
   * @param sums each cell's Adler-32
   */
  @SuppressWarnings("ArrayRecordComponent") // Read in place, never compared.
  record Cells(CellGrid grid, byte[] bits, int[] starts, int[] sums) {}

  ScanlineFilter filter(int strip) {
    return filters.get(strip - strips.from());
  }

  AdlerSum sum(int strip) {
    return stripSums.get(strip - strips.from());
  }

  /** The number of a row's first cell. */
  int firstCell(int row) {
    return (row - strips.from() * Strips.ROWS) * cells.grid().count();
  }

  long weight() {
    return cells.bits().length + 4L * (cells.starts().length + cells.sums().length);
  }
}
