package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.BitWriter;
import dev.nameplate.encode.deflate.DeflateCode;
import dev.nameplate.encode.deflate.TokenCounts;

/** A band's cells as in the background, to be written between those that a picture changes. */
sealed interface StaticCells {
  /**
   * The code for both a picture's changed cells and these cells.
   *
   * @param runs the picture's changed cells
   * @param counts may be cleared and filled by this method
   * @param grid of the picture
   */
  DeflateCode code(DirtyRuns runs, TokenCounts counts, CellGrid grid);

  /**
   * Writes a range of cells, which may be empty, and ensures the capacity for them.
   *
   * @param cells counted from the band's top
   * @param code from {@link #code}
   */
  void put(Span cells, DeflateCode code, BitWriter out);

  /** Memory of the cells, in bytes. */
  long weight();

  /**
   * Cells as tokens, for a code made for each picture: if most of a band changes, such a code saves
   * more than it costs.
   *
   * @param starts the index of each cell's first token, and finally the number of tokens
   */
  @SuppressWarnings("ArrayRecordComponent") // Read in place, never compared.
  record AsTokens(int[] tokens, int[] starts) implements StaticCells {
    private static final int MOST_BYTES_OF_TOKEN = 8;

    @Override
    public DeflateCode code(DirtyRuns runs, TokenCounts counts, CellGrid grid) {
      counts.clear();
      runs.count(counts);
      int at = runs.band().from();
      for (int run = 0; run < runs.count(); run++) {
        counts.add(tokens, starts[at], starts[runs.cells(run).from()]);
        at = runs.cells(run).to();
      }
      counts.add(tokens, starts[at], starts[runs.band().to()]);
      return counts.code(grid.repeats());
    }

    @Override
    public void put(Span cells, DeflateCode code, BitWriter out) {
      int from = starts[cells.from()];
      int to = starts[cells.to()];
      out.ensure(MOST_BYTES_OF_TOKEN * (to - from));
      out.put(tokens, from, to, code);
    }

    @Override
    public long weight() {
      return 4L * (tokens.length + starts.length);
    }
  }

  /**
   * Cells as bits, in a code made for all pictures: if most of a band is unchanged, it is written
   * by copying bits.
   *
   * @param bits with {@link BitWriter#SLACK} after them
   * @param starts the index of each cell's first bit, and finally the number of bits
   */
  @SuppressWarnings("ArrayRecordComponent") // Read in place, never compared.
  record AsBits(DeflateCode code, byte[] bits, int[] starts) implements StaticCells {
    @Override
    public DeflateCode code(DirtyRuns runs, TokenCounts counts, CellGrid grid) {
      return code;
    }

    @Override
    public void put(Span cells, DeflateCode unused, BitWriter out) {
      out.copy(bits, starts[cells.from()], starts[cells.to()]);
    }

    @Override
    public long weight() {
      return bits.length + 4L * starts.length;
    }
  }
}
