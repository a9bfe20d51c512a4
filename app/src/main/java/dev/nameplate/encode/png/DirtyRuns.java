package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.BitWriter;
import dev.nameplate.encode.deflate.DeflateCode;
import dev.nameplate.encode.deflate.TokenCounts;
import java.util.Arrays;

/**
 * The runs of cells that a picture changes within some strips of a band, and their tokens. Cells
 * are counted along the rows, row after row, from the band's top. For one thread at a time.
 */
final class DirtyRuns {
  private final PixelMatcher pixelMatcher = new PixelMatcher();
  private int[] tokens = new int[1 << 14];
  private int[] edges = new int[1 << 9];
  private int filled;
  private int runs;
  private Span band = new Span(0, 0);
  private CellGrid grid = new CellGrid(1, 1);
  private boolean matched;

  /**
   * Removes all runs and starts with the cells of some strips.
   *
   * @param grid of the picture
   * @param matched whether the runs are searched for matches
   */
  void restart(Span cells, CellGrid grid, boolean matched) {
    band = cells;
    this.grid = grid;
    this.matched = matched;
    if (matched) {
      pixelMatcher.restart(grid.pixelBytes());
    }
    filled = 0;
    runs = 0;
  }

  /**
   * Adds a run and parses its filtered pixels into tokens.
   *
   * @param cells of the run, in one row; after those of the run before
   * @param filter the filter type byte to write first if the run begins a row; negative for none
   */
  void add(Span cells, int filter, RowFilterer.Row filtered) {
    int row = cells.from() / grid.count();
    int first = row * grid.count();
    Span pixels = grid.pixels(new Span(cells.from() - first, cells.to() - first));
    int pixelBytes = grid.pixelBytes();
    int most = filled + pixels.length() * pixelBytes + 1;
    if (most > tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * most);
    }
    if (3 * runs + 3 > edges.length) {
      edges = Arrays.copyOf(edges, 2 * edges.length);
    }
    if (filter >= 0) {
      tokens[filled++] = filter;
    }
    filled =
        matched
            ? pixelMatcher.tokens(
                filtered,
                pixels,
                row * grid.rowBytes() + 1 + pixels.from() * pixelBytes,
                tokens,
                filled)
            : RowTokenizer.tokens(filtered, pixels, pixelBytes, tokens, filled);
    edges[3 * runs] = cells.from();
    edges[3 * runs + 1] = cells.to();
    edges[3 * runs + 2] = filled;
    runs++;
  }

  /** All cells of the strips. */
  Span band() {
    return band;
  }

  /** The number of runs. */
  int count() {
    return runs;
  }

  /** The cells of a run. */
  Span cells(int run) {
    return new Span(edges[3 * run], edges[3 * run + 1]);
  }

  /** Counts the tokens of all runs. */
  void count(TokenCounts counts) {
    counts.add(tokens, 0, filled);
  }

  /** Writes the runs and the static cells between them. */
  void put(StaticCells staticCells, DeflateCode code, BitWriter out) {
    int at = band.from();
    int token = 0;
    for (int run = 0; run < runs; run++) {
      staticCells.put(new Span(at, edges[3 * run]), code, out);
      int end = edges[3 * run + 2];
      out.ensure(Long.BYTES * (end - token));
      out.put(tokens, token, end, code);
      token = end;
      at = edges[3 * run + 1];
    }
    staticCells.put(new Span(at, band.to()), code, out);
  }
}
