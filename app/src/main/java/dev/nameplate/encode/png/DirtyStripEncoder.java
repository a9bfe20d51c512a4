package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.Strips;
import dev.nameplate.encode.deflate.AdlerChecksum;
import dev.nameplate.encode.deflate.BitWriter;
import dev.nameplate.encode.deflate.DeflateCode;
import dev.nameplate.encode.deflate.TokenCounts;

/** Encodes the changed strips of a band. For one thread at a time. */
final class DirtyStripEncoder {
  private static final int NO_ROW = -2;

  private final RowFilterer rowFilterer = new RowFilterer();
  private final DirtyRuns runs = new DirtyRuns();
  private final TokenCounts counts = new TokenCounts();
  private final BitWriter out = new BitWriter();
  private final StripCompressor compressor = new StripCompressor();
  private RowFilterer.Row copied = RowFilterer.Row.NONE;
  private int copiedRow = NO_ROW;

  /**
   * Adjacent strips of a band as one piece: unchanged cells are copied from the background, the
   * rest is encoded.
   */
  PngPiece splice(CodedBand band, PngSplice picture, Span strips) {
    CellGrid grid = picture.rows().grid();
    Span rows = picture.rows().strips().rows(strips);
    runs.restart(
        new Span(band.firstCell(rows.from(), grid), band.firstCell(rows.to(), grid)),
        grid,
        band.matched());
    AdlerChecksum sum = AdlerChecksum.EMPTY;
    copiedRow = NO_ROW;
    for (int strip = strips.from(); strip < strips.to(); strip++) {
      sum = sum.then(collect(band, picture, strip));
    }
    DeflateCode code = band.staticCells().code(runs, counts, grid);
    out.restart(PngChunks.DATA);
    code.begin(out);
    runs.put(band.staticCells(), code, out);
    code.end(out);
    return new PngPiece(PngChunks.framed("IDAT", out.array(), out.size()), sum);
  }

  /** Adjacent strips of a band that zlib compresses, as one piece. */
  PngPiece compress(PngBand.Deflated band, PngRows rows, Span strips) {
    return compressor.compress(rows, rows.strips().rows(strips), band.filters(), band.level());
  }

  /** Collects the changed cells of a strip; returns its new checksum. */
  private AdlerChecksum collect(CodedBand band, PngSplice picture, int strip) {
    CellGrid grid = picture.rows().grid();
    Span rows = picture.rows().strips().rows(new Span(strip, strip + 1));
    AdlerDelta change = new AdlerDelta(rows.length() * (long) grid.rowBytes());
    for (int row = rows.from(); row < rows.to(); row++) {
      long cells = picture.variant().mutableCells().encoded(row, picture.changed(), band.matched());
      while (cells != 0) {
        int from = Long.numberOfTrailingZeros(cells);
        int to = from + Long.numberOfTrailingZeros(~(cells >>> from));
        cells = to == Long.SIZE ? 0 : cells & (-1L << to);
        long behind = (long) (row - rows.from()) * grid.rowBytes();
        RowFilterer.Row filtered = collect(band, picture, row, new Span(from, to));
        replace(change, band, grid, band.firstCell(row, grid), new Span(from, to), behind);
        Span pixels = grid.pixels(new Span(from, to));
        change.put(
            AdlerDelta.of(filtered.pixels(), pixels, grid.pixelBytes()),
            behind + 1 + (long) pixels.to() * grid.pixelBytes());
      }
    }
    return change.applied(band.sum(strip));
  }

  /** Filters a run of cells and parses it into tokens. */
  private RowFilterer.Row collect(CodedBand band, PngSplice picture, int row, Span cells) {
    CellGrid grid = picture.rows().grid();
    ScanlineFilter filter = band.filter(row / Strips.ROWS);
    Span pixels = grid.pixels(cells);
    RowFilterer.Row filtered = read(band, picture.rows(), row, pixels);
    int first = band.firstCell(row, grid);
    runs.add(
        new Span(first + cells.from(), first + cells.to()),
        cells.from() == 0 ? filter.type() : -1,
        filtered);
    return filtered;
  }

  private RowFilterer.Row read(CodedBand band, PngRows rows, int row, Span pixels) {
    if (!band.copiesRowAbove(row) || !rows.grid().repeats().reachesRowAbove()) {
      Span read = new Span(Math.max(0, pixels.from() - 1), pixels.to());
      return rowFilterer.read(rows, band.filter(row / Strips.ROWS), row, read);
    }
    if (row != copiedRow) {
      copied = rowFilterer.readWithAbove(rows, row, row == copiedRow + 1);
      copiedRow = row;
    }
    return copied;
  }

  private static void replace(
      AdlerDelta change, CodedBand band, CellGrid grid, int firstCell, Span cells, long behind) {
    for (int cell = cells.from(); cell < cells.to(); cell++) {
      Span pixels = grid.pixels(cell);
      change.take(
          band.sums()[firstCell + cell], behind + 1 + (long) pixels.to() * grid.pixelBytes());
    }
  }
}
