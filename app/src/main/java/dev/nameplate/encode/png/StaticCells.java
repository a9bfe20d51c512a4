package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.BitWriter;
import dev.nameplate.encode.deflate.DeflateCode;
import dev.nameplate.encode.deflate.TokenCounts;

/** A band's cells as they are in the base, ready to be put between those that a picture changes. */
sealed interface StaticCells {
  /** The code that a picture's tokens and these cells are written with. */
  DeflateCode code(DirtyRuns runs, TokenCounts counts, CellGrid grid);

  /** Puts the cells from one to before another. */
  void put(Span cells, DeflateCode code, BitWriter out);

  /** The memory that it takes, in bytes. */
  long weight();

  /**
   * Tokens, for a code made for each picture: where most of a band changes, the picture's own code
   * is worth what it costs to make.
   *
   * @param starts where each cell's tokens begin, and at last where all end
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
   * Bits, in a code made for all pictures: where most of a band stays as it is, putting it costs no
   * more than copying.
   *
   * @param bits with {@link BitWriter#SLACK} behind them
   * @param starts where in the bits each cell begins, and at last where all end
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
