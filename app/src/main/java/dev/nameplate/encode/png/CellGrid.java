package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.Lz77Tokens;
import dev.nameplate.encode.deflate.RepeatDistances;

/**
 * The division of a filtered row into cells, the smallest parts that are re-encoded or copied. A
 * cell is as long as deflate's longest match or a multiple of it, in whole pixels, so that a cell
 * of one color is few symbols; a row has at most 64 cells. The filter type byte belongs to the
 * first cell.
 *
 * @param width of the picture in pixels
 * @param pixelBytes 1 to 4
 */
public record CellGrid(int width, int pixelBytes) {
  private static final int MOST = Long.SIZE;

  /** A row's bytes, filter type byte included (PNG 3rd edition, section 9). */
  public int rowBytes() {
    return 1 + width * pixelBytes;
  }

  /** The match distances, in bytes, of runs and of copies of the row above. */
  public RepeatDistances repeats() {
    return new RepeatDistances(pixelBytes, rowBytes());
  }

  int count() {
    return (width + cellPixels() - 1) / cellPixels();
  }

  /** A cell's pixels. */
  Span pixels(int cell) {
    int pixels = cellPixels();
    return new Span(cell * pixels, Math.min(width, (cell + 1) * pixels));
  }

  /** The pixels of adjacent cells. */
  Span pixels(Span cells) {
    int pixels = cellPixels();
    return new Span(cells.from() * pixels, Math.min(width, cells.to() * pixels));
  }

  /** The bytes of adjacent cells, counted from the filter type byte. */
  Span bytes(Span cells) {
    Span pixels = pixels(cells);
    int from = pixels.from() == 0 ? 0 : 1 + pixels.from() * pixelBytes;
    return new Span(from, 1 + pixels.to() * pixelBytes);
  }

  /**
   * The pixels of a row, and of the one above, that a cell's code depends on: its own, the one
   * before them, which the first is filtered with, and the one before that, which runs are compared
   * with.
   */
  Span sources(int cell) {
    Span own = pixels(cell);
    return new Span(Math.max(0, own.from() - 2), own.to());
  }

  private int cellPixels() {
    int longest = Lz77Tokens.LONGEST / pixelBytes;
    int cells = (width + longest - 1) / longest;
    return longest * ((cells + MOST - 1) / MOST);
  }
}
