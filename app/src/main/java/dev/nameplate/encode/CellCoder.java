package dev.nameplate.encode;

/** Filters neighbouring cells and takes them apart into symbols. For one thread at a time. */
final class CellCoder {
  private final Residuals residuals = new Residuals();
  private byte[] bytes = new byte[0];
  private int[] symbols = new int[0];
  private int origin;
  private Span part = new Span(0, 0);
  private int pixelBytes;
  private int count;

  /** Filters the cells of a row from one to before another, for the calls that follow. */
  void read(PngRows rows, ScanlineFilter filter, int row, Span cells) {
    CellGrid grid = rows.grid();
    pixelBytes = grid.pixelBytes();
    int from = grid.bytes(cells.from()).from();
    int before = Math.max(0, from - 1);
    Span span = new Span(before, grid.bytes(cells.to() - 1).to());
    if (bytes.length < span.length() + BitWriter.SLACK) {
      bytes = new byte[span.length() + BitWriter.SLACK];
      symbols = new int[bytes.length];
    }
    origin = before;
    residuals.read(rows, filter, row, span, new Residuals.Target(bytes, 0));
  }

  /** Takes a cell of those read apart. */
  void take(Span cellBytes) {
    part = cellBytes;
    int from = cellBytes.from() - origin;
    count = 0;
    if (cellBytes.from() == 0) {
      symbols[count++] = bytes[from++] & 0xff;
    }
    count = Symbols.of(bytes, from, cellBytes.to() - origin, pixelBytes, symbols, count);
  }

  /** The symbols of the cell last taken; the first {@link #count} stand. */
  int[] symbols() {
    return symbols;
  }

  int count() {
    return count;
  }

  /** The Adler-32 of the cell last taken. */
  int sum() {
    return AdlerSum.of(bytes, part.from() - origin, part.length()).value();
  }
}
