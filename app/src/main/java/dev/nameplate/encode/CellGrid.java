package dev.nameplate.encode;

/**
 * A filtered row cut into cells, the least that is coded anew or copied. A cell is as long as
 * deflate's longest match or a multiple of it, so that an even one is few symbols, and a row has at
 * most 64.
 *
 * @param width of the picture in pixels
 * @param pixelBytes 1 to 4
 */
record CellGrid(int width, int pixelBytes) {
  private static final int MOST = Long.SIZE;

  /** A row's bytes with the one that names its filter. */
  int rowBytes() {
    return 1 + width * pixelBytes;
  }

  int count() {
    return (rowBytes() + cellBytes() - 1) / cellBytes();
  }

  /** A cell's bytes, counted from the one that names the filter. */
  Span bytes(int cell) {
    return new Span(cell * cellBytes(), Math.min(rowBytes(), (cell + 1) * cellBytes()));
  }

  /**
   * The pixels of a row that the filtered bytes of a cell, and the byte before them, are made of;
   * those above the same. Where they are as in the base, so is the cell's code.
   */
  Span pixels(int cell) {
    Span bytes = bytes(cell);
    int first = Math.floorDiv(bytes.from() - 2, pixelBytes) - 1;
    int last = (bytes.to() - 1 + pixelBytes - 1) / pixelBytes;
    return new Span(Math.max(0, first), last);
  }

  private int cellBytes() {
    int matches = (rowBytes() + Symbols.LONGEST - 1) / Symbols.LONGEST;
    return Symbols.LONGEST * ((matches + MOST - 1) / MOST);
  }
}
