package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.Strips;
import dev.nameplate.encode.deflate.AdlerChecksum;
import dev.nameplate.encode.deflate.MatchFinder;
import dev.nameplate.encode.png.FilteredRows.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A band of strips as tokens, cell by cell. The tokens of adjacent static cells are those of the
 * first of them.
 *
 * @param starts the index of each cell's first token, and finally the number of tokens
 */
@SuppressWarnings("ArrayRecordComponent") // Made once, then read in place.
record BandTokens(int[] tokens, int[] starts) {
  /**
   * Checksums of a band's filtered rows.
   *
   * @param ofCells the contribution of each mutable cell to its strip's Adler-32; 0 for a static
   *     cell
   * @param ofStrips each strip's Adler-32
   */
  @SuppressWarnings("ArrayRecordComponent") // Made once, then read in place.
  record Sums(long[] ofCells, List<AdlerChecksum> ofStrips) {}

  /** The number of tokens of the cells that a picture changes. */
  int changing(DirtyCells changed, Span rows) {
    int cells = (starts.length - 1) / rows.length();
    int changing = 0;
    for (int row = rows.from(); row < rows.to(); row++) {
      int first = (row - rows.from()) * cells;
      for (long left = changed.ofRow(row); left != 0; left &= left - 1) {
        int cell = first + Long.numberOfTrailingZeros(left);
        changing += starts[cell + 1] - starts[cell];
      }
    }
    return changing;
  }

  /** Appends the tokens of cells; returns the number of tokens then. */
  private int copy(int from, int to, int[] out, int already) {
    int length = starts[to] - starts[from];
    System.arraycopy(tokens, starts[from], out, already, length);
    return already + length;
  }

  /** Parses bands. For one thread at a time. */
  static final class Parser {
    private final RowFilterer rowFilterer = new RowFilterer();
    private final PngRows rows;
    private final MutableCells mutableCells;
    private final CellGrid grid;
    private final int depth;
    private final DirtyCells changed;
    private final PixelMatcher pixelMatcher;
    private int[] tokens = new int[0];
    private int count;

    /**
     * @param rows of the background, or of a picture: cells that it changes are parsed as they are
     *     for pictures
     * @param depth how many earlier positions are tried for each match
     */
    Parser(PngRows rows, MutableCells mutableCells, int depth) {
      this.rows = rows;
      this.mutableCells = mutableCells;
      this.grid = rows.grid();
      this.depth = depth;
      this.changed = DirtyCells.of(rows.rows(), grid);
      this.pixelMatcher = new PixelMatcher();
    }

    /**
     * @param filtered of the same picture, with these strips
     * @param filters one for each strip
     */
    BandTokens parse(FilteredRows filtered, Span strips, List<ScanlineFilter> filters) {
      return parse(filtered, strips, filters, Optional.empty());
    }

    /**
     * The same with matches in what changes, as in {@link CodedBand}.
     *
     * @param plain the band without them, whose tokens of static cells are taken over
     */
    BandTokens matched(
        FilteredRows filtered, Span strips, List<ScanlineFilter> filters, BandTokens plain) {
      return parse(filtered, strips, filters, Optional.of(plain));
    }

    private BandTokens parse(
        FilteredRows rowsOfBand,
        Span strips,
        List<ScanlineFilter> filters,
        Optional<BandTokens> plain) {
      boolean matched = plain.isPresent();
      Span span = rows.strips().rows(strips);
      Sources sources = new Sources(grid, fixed(span));
      MatchFinder finder =
          new MatchFinder(bytes(rowsOfBand, strips, filters), sources.usable(), depth);
      pixelMatcher.restart(grid.pixelBytes());
      tokens = new int[span.length() * grid.rowBytes()];
      count = 0;
      int[] starts = new int[span.length() * grid.count() + 1];
      for (int row = span.from(); row < span.to(); row++) {
        int first = (row - span.from()) * grid.count();
        int at = (row - span.from()) * grid.rowBytes();
        ScanlineFilter filter = filters.get(row / Strips.ROWS - strips.from());
        long changing = mutableCells.ofRow(row);
        long encoded = mutableCells.encoded(row, changed, matched);
        long taken = matched ? encoded : encoded | changing;
        RowFilterer.Row filtered = read(row, taken, strips, filters);
        int cell = 0;
        while (cell < grid.count()) {
          starts[first + cell] = count;
          boolean changes = (changing >>> cell & 1) != 0;
          int next = changes ? cell + 1 : fixedTo(changing, cell);
          if ((taken >>> cell & 1) != 0) {
            take(cell, at, filter, filtered, matched);
          } else {
            Span part = grid.bytes(new Span(cell, next));
            if (changes) {
              sources.open(row - span.from(), cell);
              count = finder.parse(at + part.from(), at + part.to(), tokens, count);
              sources.close();
            } else if (plain.isPresent()) {
              finder.enter(at + part.from(), at + part.to());
              count = plain.get().copy(first + cell, first + next, tokens, count);
            } else {
              count = finder.parse(at + part.from(), at + part.to(), tokens, count);
            }
            Arrays.fill(starts, first + cell + 1, first + next, count);
          }
          cell = next;
        }
      }
      starts[starts.length - 1] = count;
      return new BandTokens(Arrays.copyOf(tokens, count), starts);
    }

    /** The checksums of strips. */
    Sums sums(FilteredRows filtered, Span strips, List<ScanlineFilter> filters) {
      Span span = rows.strips().rows(strips);
      long[] sums = new long[span.length() * grid.count()];
      for (int row = span.from(); row < span.to(); row++) {
        int first = (row - span.from()) * grid.count();
        long cells = mutableCells.ofRow(row);
        int[] pixels = read(row, cells, strips, filters).pixels();
        for (long left = cells; left != 0; left &= left - 1) {
          int cell = Long.numberOfTrailingZeros(left);
          sums[first + cell] = AdlerDelta.of(pixels, grid.pixels(cell), grid.pixelBytes());
        }
      }
      return new Sums(sums, stripSums(filtered, strips, filters));
    }

    private List<AdlerChecksum> stripSums(
        FilteredRows filtered, Span strips, List<ScanlineFilter> filters) {
      return IntStream.range(strips.from(), strips.to())
          .mapToObj(strip -> part(filtered, strip, filters.get(strip - strips.from())))
          .map(part -> AdlerChecksum.of(part.bytes(), part.from(), part.length()))
          .toList();
    }

    /** The filtered pixels of some of a row's cells, and of the pixel before each. */
    private RowFilterer.Row read(int row, long cells, Span strips, List<ScanlineFilter> filters) {
      if (cells == 0) {
        return RowFilterer.Row.NONE;
      }
      if (grid.repeats().reachesRowAbove() && CodedBand.copiesRowAbove(row, strips, filters)) {
        return rowFilterer.readWithAbove(rows, row, false);
      }
      int last = Long.SIZE - 1 - Long.numberOfLeadingZeros(cells);
      Span pixels = grid.pixels(new Span(Long.numberOfTrailingZeros(cells), last + 1));
      return rowFilterer.read(
          rows,
          filters.get(row / Strips.ROWS - strips.from()),
          row,
          new Span(Math.max(0, pixels.from() - 1), pixels.to()));
    }

    /** Parses a cell as it is parsed for a picture. */
    private void take(
        int cell, int at, ScanlineFilter filter, RowFilterer.Row filtered, boolean matched) {
      if (cell == 0) {
        tokens[count++] = filter.type();
      }
      Span pixels = grid.pixels(cell);
      int pixelBytes = grid.pixelBytes();
      count =
          matched
              ? pixelMatcher.tokens(
                  filtered, pixels, at + 1 + pixels.from() * pixelBytes, tokens, count)
              : RowTokenizer.tokens(filtered, pixels, pixelBytes, tokens, count);
    }

    private int fixedTo(long changing, int cell) {
      int length = Long.numberOfTrailingZeros(changing >>> cell);
      return Math.min(grid.count(), cell + length);
    }

    private byte[] bytes(FilteredRows filtered, Span strips, List<ScanlineFilter> filters) {
      Span span = rows.strips().rows(strips);
      byte[] bytes = new byte[span.length() * grid.rowBytes()];
      int at = 0;
      for (int strip = strips.from(); strip < strips.to(); strip++) {
        Part part = part(filtered, strip, filters.get(strip - strips.from()));
        System.arraycopy(part.bytes(), part.from(), bytes, at, part.length());
        at += part.length();
      }
      return bytes;
    }

    private Part part(FilteredRows filtered, int strip, ScanlineFilter filter) {
      return filtered.part(rows.strips().rows(new Span(strip, strip + 1)), List.of(filter));
    }

    private boolean[] fixed(Span span) {
      boolean[] fixed = new boolean[span.length() * grid.rowBytes()];
      for (int row = span.from(); row < span.to(); row++) {
        long changing = mutableCells.ofRow(row);
        int at = (row - span.from()) * grid.rowBytes();
        for (int cell = 0; cell < grid.count(); cell++) {
          Span part = grid.bytes(new Span(cell, cell + 1));
          Arrays.fill(fixed, at + part.from(), at + part.to(), (changing >>> cell & 1) == 0);
        }
      }
      return fixed;
    }
  }

  /**
   * The bytes of a band that a cell may copy from: those that are the same whenever the cell's
   * stored code is used. For one thread at a time.
   */
  private static final class Sources {
    private final CellGrid grid;

    /** For each byte of the band whether no picture changes it. */
    private final boolean[] fixed;

    private final boolean[] usable;
    private Span opened = new Span(0, 0);

    /**
     * @param fixed for each byte of the band whether no picture changes it
     */
    Sources(CellGrid grid, boolean[] fixed) {
      this.grid = grid;
      this.fixed = fixed;
      this.usable = fixed.clone();
    }

    /** For each byte whether the cell that was opened last may copy from it; kept up to date. */
    boolean[] usable() {
      return usable;
    }

    /**
     * Opens the sources of a mutable cell; others may copy from fixed bytes only.
     *
     * @param row from the band's top
     */
    void open(int row, int cell) {
      int top = Math.max(0, row - MutableCells.ROWS_ABOVE);
      int from = Math.max(0, cell - 1);
      int toAbove = Math.min(grid.count(), cell + 2);
      for (int y = top; y <= row; y++) {
        Span part = grid.bytes(new Span(from, y == row ? cell + 1 : toAbove));
        // A run's first byte is compared with the pixel before the cell.
        int before = y == row && from > 0 ? grid.pixelBytes() : 0;
        int first = y * grid.rowBytes();
        Arrays.fill(usable, first + part.from() - before, first + part.to(), true);
      }
      opened = new Span(top * grid.rowBytes(), (row + 1) * grid.rowBytes());
    }

    /** Closes what was opened. */
    void close() {
      System.arraycopy(fixed, opened.from(), usable, opened.from(), opened.length());
      opened = new Span(0, 0);
    }
  }
}
