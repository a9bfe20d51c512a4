package dev.nameplate.encode.png;

import dev.nameplate.encode.Background;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.Rows;
import dev.nameplate.encode.Span;
import dev.nameplate.encode.Strips;
import dev.nameplate.encode.deflate.AdlerChecksum;
import dev.nameplate.encode.png.PngStripStore.Variant;
import dev.nameplate.encode.png.StripCompressor.Trial;
import dev.nameplate.geometry.DeviceBox;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Encodes a background as PNG strips: static ones in large pieces, the others in bands of cells.
 */
final class PngPreparation {
  /**
   * The most strips of a static band that are compressed together, so that each part has its own
   * filters.
   */
  private static final int STRIPS_OF_A_PIECE = 4;

  /** The size of a piece, in bytes, below which splitting it cannot save anything. */
  private static final int WORTH_PARTING = 512;

  /**
   * The most bytes of a changeable band's rows, since encoding it needs ten times as much memory.
   */
  private static final int MOST_BYTES_OF_A_BAND = 1 << 20;

  private final Rows background;
  private final Rows example;
  private final BitSet changeable;
  private final List<DeviceBox> areas;
  private final Effort effort;
  private final StripCompressor compressor = new StripCompressor();
  private final FilteredRows.Buffers buffers = new FilteredRows.Buffers();

  private PngPreparation(Background background, Effort effort) {
    PixelView own = PixelView.of(background.picture());
    PixelView like = PixelView.of(background.example().picture());
    like.checkSize(own.size());
    this.background = Rows.of(own);
    this.areas = background.areas();
    this.changeable = background.changeable();
    this.example = new Rows(like, own, background.example().painted());
    this.effort = effort;
  }

  static PngStripStore of(Background background, Effort effort) {
    PngPreparation preparation = new PngPreparation(background, effort);
    PixelView pixelView = preparation.background.background();
    PngColor trueColor = PngColor.trueColor(pixelView.hasAlpha() && !preparation.isOpaque());
    return new PngStripStore(
        pixelView.size(),
        pixelView.hasAlpha(),
        preparation.variant(trueColor, trueColor),
        preparation.indexed());
  }

  /** Whether background and example are opaque; so are nearly all pictures then. */
  private boolean isOpaque() {
    PixelView own = background.background();
    return own.isOpaque()
        && DirtyCells.of(example, new CellGrid(own.width(), 1)).areOpaque(example.picture());
  }

  private Optional<Variant> indexed() {
    PixelView pixelView = background.background();
    return Palette.of(pixelView)
        .map(
            palette -> {
              DirtyCells unlike = DirtyCells.of(example, new CellGrid(pixelView.width(), 1));
              Optional<Palette> grown = palette.with(example.picture(), unlike);
              PngColor own = new PngColor.Indexed(palette);
              return grown.map(more -> variant(own, new PngColor.Indexed(more)));
            })
        .orElse(Optional.empty());
  }

  /**
   * @param own the background's color type
   * @param like the same, with the example's colors after the background's
   */
  private Variant variant(PngColor own, PngColor like) {
    PngRows rows = new PngRows(background, own);
    PngRows more = new PngRows(example, like);
    MutableCells mutableCells = MutableCells.of(areas, rows.grid(), background.count());
    ChangeableBands changeableBands = new ChangeableBands(rows, more, mutableCells, effort);
    Strips cut = background.background().strips();
    List<PngBand> bands = new ArrayList<>();
    int from = 0;
    while (from < cut.count()) {
      boolean changes = changeable.get(from);
      int next = changes ? changeable.nextClearBit(from) : changeable.nextSetBit(from);
      int end = next < 0 ? cut.count() : next;
      Span strips = new Span(from, changes ? Math.min(end, from + mostStrips(rows.grid())) : end);
      bands.add(changes ? changeableBands.encode(strips) : fixed(strips, rows));
      from = strips.to();
    }
    return new Variant(
        own, PngChunks.head(background.background().size(), own), bands, mutableCells);
  }

  private static int mostStrips(CellGrid grid) {
    return Math.max(1, MOST_BYTES_OF_A_BAND / (Strips.ROWS * grid.rowBytes()));
  }

  private PngBand fixed(Span strips, PngRows rows) {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    AdlerChecksum sum = AdlerChecksum.EMPTY;
    for (int from = strips.from(); from < strips.to(); from += STRIPS_OF_A_PIECE) {
      Span some = new Span(from, Math.min(strips.to(), from + STRIPS_OF_A_PIECE));
      for (PngPiece piece : pieces(some, rows)) {
        chunks.writeBytes(piece.chunk());
        sum = sum.then(piece.sum());
      }
    }
    return new PngBand.Fixed(strips, new PngPiece(chunks.toByteArray(), sum));
  }

  /** Strips as one piece or as two, whichever is smaller as zlib first compresses them. */
  private List<PngPiece> pieces(Span strips, PngRows rows) {
    FilteredRows filtered = new FilteredRows(rows, rows.strips().rows(strips), buffers);
    Trial whole = tried(strips, filtered);
    int half = strips.from() + strips.length() / 2;
    if (effort == Effort.FAST || half == strips.from() || whole.length() < WORTH_PARTING) {
      return finished(filtered, whole);
    }
    Trial upper = tried(new Span(strips.from(), half), filtered);
    Trial lower = tried(new Span(half, strips.to()), filtered);
    if (whole.isFinal() != upper.isFinal() || whole.isFinal() != lower.isFinal()) {
      whole = compressor.finished(filtered, whole);
      upper = compressor.finished(filtered, upper);
      lower = compressor.finished(filtered, lower);
    }
    boolean parted = upper.length() + lower.length() < whole.length();
    return parted ? finished(filtered, upper, lower) : finished(filtered, whole);
  }

  private Trial tried(Span strips, FilteredRows filtered) {
    return compressor.tried(filtered, filtered.rows().strips().rows(strips), effort);
  }

  private List<PngPiece> finished(FilteredRows filtered, Trial... trials) {
    return Arrays.stream(trials)
        .map(trial -> compressor.finished(filtered, trial).piece())
        .toList();
  }
}
