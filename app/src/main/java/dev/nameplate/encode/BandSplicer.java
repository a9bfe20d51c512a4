package dev.nameplate.encode;

/** Packs the changed strips of a band: what is as in the base is copied, the rest is coded. */
final class BandSplicer {
  private final CellCoder coder = new CellCoder();
  private final BitWriter out = new BitWriter();

  /** Neighbouring strips of a band as one piece. */
  PngPiece splice(CodedBand band, PngSplice picture, Span strips) {
    CellGrid grid = band.cells().grid();
    Strips cut = picture.rows().strips();
    out.restart(PngChunks.DATA);
    band.code().begin(out);
    AdlerSum sum = AdlerSum.EMPTY;
    int copied = band.firstCell(cut.firstRow(strips.from()));
    for (int strip = strips.from(); strip < strips.to(); strip++) {
      AdlerChange change = new AdlerChange(cut.rows(strip) * (long) grid.rowBytes());
      int first = cut.firstRow(strip);
      for (int row = first; row < first + cut.rows(strip); row++) {
        long cells = picture.changed().ofRow(row);
        while (cells != 0) {
          int from = Long.numberOfTrailingZeros(cells);
          int to = from + Long.numberOfTrailingZeros(~(cells >>> from));
          cells = to == Long.SIZE ? 0 : cells & (-1L << to);
          copy(band, copied, band.firstCell(row) + from);
          coder.read(picture.rows(), band.filter(strip), row, new Span(from, to));
          code(
              band, row, new Span(from, to), change.behind((long) (row - first) * grid.rowBytes()));
          copied = band.firstCell(row) + to;
        }
      }
      sum = sum.then(change.applied(band.sum(strip)));
    }
    int last = cut.firstRow(strips.to() - 1) + cut.rows(strips.to() - 1);
    copy(band, copied, band.firstCell(last));
    band.code().end(out);
    return new PngPiece(PngChunks.framed("IDAT", out.array(), out.size()), sum);
  }

  private void code(CodedBand band, int row, Span cells, AdlerChange change) {
    CellGrid grid = band.cells().grid();
    for (int cell = cells.from(); cell < cells.to(); cell++) {
      coder.take(grid.bytes(cell));
      out.ensure(4 * coder.count());
      out.put(coder.symbols(), coder.count(), band.code().table());
      int before = band.cells().sums()[band.firstCell(row) + cell];
      change.replace(before, coder.sum(), grid.bytes(cell));
    }
  }

  private void copy(CodedBand band, int from, int to) {
    if (from < to) {
      int[] starts = band.cells().starts();
      out.copy(band.cells().bits(), starts[from], starts[to]);
    }
  }
}
