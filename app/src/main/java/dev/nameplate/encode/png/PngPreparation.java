package dev.nameplate.encode.png;

import dev.nameplate.encode.Background;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.Rows;
import dev.nameplate.encode.Span;
import dev.nameplate.encode.Strips;
import dev.nameplate.encode.png.PngStripStore.Variant;
import dev.nameplate.geometry.DeviceBox;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Packs a base as a PNG's strips: what no picture changes in large pieces, the rest in bands. */
final class PngPreparation {
  /**
   * Strips of a fixed band that are packed together at most, so that each part has its own filters.
   */
  private static final int STRIPS_OF_A_PIECE = 4;

  /** Bytes of a piece below which a second one's header cannot pay. */
  private static final int WORTH_PARTING = 512;

  /** What a changeable band's rows take at most, since making one takes ten times as much. */
  private static final int MOST_BYTES_OF_A_BAND = 1 << 20;

  private final Rows base;
  private final Rows example;
  private final BitSet changeable;
  private final List<DeviceBox> areas;
  private final Effort effort;
  private final StaticBandCompressor packer = new StaticBandCompressor();

  private PngPreparation(Background background, Effort effort) {
    PixelView own = PixelView.of(background.picture());
    PixelView like = PixelView.of(background.example().picture());
    like.checkSize(own.size());
    this.base = Rows.of(own);
    this.areas = background.areas();
    this.changeable = background.changeable();
    this.example = new Rows(like, own, background.example().painted());
    this.effort = effort;
  }

  static PngStripStore of(Background background, Effort effort) {
    PngPreparation preparation = new PngPreparation(background, effort);
    PixelView pixelView = preparation.base.base();
    PngColor trueColour = PngColor.trueColour(pixelView.hasAlpha());
    return new PngStripStore(
        pixelView.size(),
        pixelView.hasAlpha(),
        preparation.variant(trueColour, trueColour),
        preparation.indexed());
  }

  private Optional<Variant> indexed() {
    PixelView pixelView = base.base();
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
   * @param like with the example's colours behind the base's
   */
  private Variant variant(PngColor own, PngColor like) {
    PngRows rows = new PngRows(base, own);
    PngRows more = new PngRows(example, like);
    MutableCells loose = MutableCells.of(areas, rows.grid(), base.count());
    BandTrainer learner = new BandTrainer(rows, more, loose, effort);
    Strips cut = base.base().strips();
    List<PngBand> bands = new ArrayList<>();
    int from = 0;
    while (from < cut.count()) {
      boolean changes = changeable.get(from);
      int next = changes ? changeable.nextClearBit(from) : changeable.nextSetBit(from);
      int end = next < 0 ? cut.count() : next;
      Span strips = new Span(from, changes ? Math.min(end, from + mostStrips(rows.grid())) : end);
      bands.add(changes ? changeable(strips, rows, learner.learn(strips)) : fixed(strips, rows));
      from = strips.to();
    }
    return new Variant(own, PngChunks.head(base.base().size(), own), bands, loose);
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

  /** Strips as one piece or as two, whichever is less. */
  private List<PngPiece> pieces(Span strips, PngRows rows) {
    PngPiece whole = packer.pack(rows, rows.strips().rows(strips), effort);
    int half = strips.from() + strips.length() / 2;
    if (effort == Effort.QUICK || half == strips.from() || whole.chunk().length < WORTH_PARTING) {
      return List.of(whole);
    }
    PngPiece upper = packer.pack(rows, rows.strips().rows(new Span(strips.from(), half)), effort);
    PngPiece lower = packer.pack(rows, rows.strips().rows(new Span(half, strips.to())), effort);
    boolean parted = upper.chunk().length + lower.chunk().length < whole.chunk().length;
    return parted ? List.of(upper, lower) : List.of(whole);
  }

  private PngBand changeable(Span strips, PngRows rows, CodedBand coded) {
    List<PngPiece> pieces = new ArrayList<>();
    for (int strip = strips.from(); strip < strips.to(); strip++) {
      Span one = rows.strips().rows(new Span(strip, strip + 1));
      pieces.add(packer.pack(rows, one, coded.filter(strip), effort));
    }
    return new PngBand.Changeable(strips, pieces, coded);
  }
}
