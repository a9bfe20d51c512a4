package dev.nameplate.encode;

/**
 * Packs the changed strips of a band: what is as in the base is copied, the rest is coded. For one
 * thread at a time.
 */
final class BandSplicer {
  private static final int NO_ROW = -2;

  private final Residuals residuals = new Residuals();
  private final ChangedRuns runs = new ChangedRuns();
  private final TokenCounts counts = new TokenCounts();
  private final BitWriter out = new BitWriter();
  private Residuals.Row copied = Residuals.Row.NONE;
  private int copiedRow = NO_ROW;

  /** Neighbouring strips of a band as one piece. */
  PngPiece splice(CodedBand band, PngSplice picture, Span strips) {
    CellGrid grid = picture.rows().grid();
    Span rows = picture.rows().strips().rows(strips);
    runs.restart(new Span(band.firstCell(rows.from(), grid), band.firstCell(rows.to(), grid)));
    AdlerSum sum = AdlerSum.EMPTY;
    copiedRow = NO_ROW;
    for (int strip = strips.from(); strip < strips.to(); strip++) {
      sum = sum.then(collect(band, picture, strip));
    }
    DeflateCode code = band.still().code(runs, counts, grid);
    out.restart(PngChunks.DATA);
    code.begin(out);
    runs.put(band.still(), code, out);
    code.end(out);
    return new PngPiece(PngChunks.framed("IDAT", out.array(), out.size()), sum);
  }

  /** Takes the changed cells of a strip apart and tells its new sum. */
  private AdlerSum collect(CodedBand band, PngSplice picture, int strip) {
    CellGrid grid = picture.rows().grid();
    Span rows = picture.rows().strips().rows(new Span(strip, strip + 1));
    AdlerChange change = new AdlerChange(rows.length() * (long) grid.rowBytes());
    for (int row = rows.from(); row < rows.to(); row++) {
      long cells = picture.changed().ofRow(row);
      while (cells != 0) {
        int from = Long.numberOfTrailingZeros(cells);
        int to = from + Long.numberOfTrailingZeros(~(cells >>> from));
        cells = to == Long.SIZE ? 0 : cells & (-1L << to);
        long behind = (long) (row - rows.from()) * grid.rowBytes();
        Residuals.Row filtered = collect(band, picture, row, new Span(from, to));
        replace(change, band, grid, band.firstCell(row, grid), new Span(from, to), behind);
        Span pixels = grid.pixels(new Span(from, to));
        change.put(
            AdlerChange.of(filtered.pixels(), pixels, grid.pixelBytes()),
            behind + 1 + (long) pixels.to() * grid.pixelBytes());
      }
    }
    return change.applied(band.sum(strip));
  }

  /** Filters a run of cells and takes it apart. */
  private Residuals.Row collect(CodedBand band, PngSplice picture, int row, Span cells) {
    CellGrid grid = picture.rows().grid();
    ScanlineFilter filter = band.filter(row / Strips.ROWS);
    Span pixels = grid.pixels(cells);
    Residuals.Row filtered = read(band, picture.rows(), row, pixels);
    int first = band.firstCell(row, grid);
    runs.add(
        new Span(first + cells.from(), first + cells.to()),
        cells.from() == 0 ? filter.type() : -1,
        filtered,
        pixels,
        grid.pixelBytes());
    return filtered;
  }

  private Residuals.Row read(CodedBand band, PngRows rows, int row, Span pixels) {
    if (!band.copiesRowAbove(row) || !rows.grid().reachesRowAbove()) {
      Span read = new Span(Math.max(0, pixels.from() - 1), pixels.to());
      return residuals.read(rows, band.filter(row / Strips.ROWS), row, read);
    }
    if (row != copiedRow) {
      copied = residuals.readWithAbove(rows, row, row == copiedRow + 1);
      copiedRow = row;
    }
    return copied;
  }

  private static void replace(
      AdlerChange change, CodedBand band, CellGrid grid, int firstCell, Span cells, long behind) {
    for (int cell = cells.from(); cell < cells.to(); cell++) {
      Span pixels = grid.pixels(cell);
      change.take(
          band.sums()[firstCell + cell], behind + 1 + (long) pixels.to() * grid.pixelBytes());
    }
  }
}
