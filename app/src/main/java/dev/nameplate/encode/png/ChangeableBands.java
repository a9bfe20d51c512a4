package dev.nameplate.encode.png;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.Span;
import dev.nameplate.encode.png.PngStripStore.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Encodes the bands that pictures may change, each in the way that suits its example: in cells, in
 * cells with matches in what changes, or, where that is much shorter, for zlib. For one thread at a
 * time.
 */
final class ChangeableBands {
  /** The relative length up to which matches in what changes are worth the search. */
  private static final double MATCHES_WORTH = 0.94;

  /** So many bytes have to be saved, too, in the band and those above it. */
  private static final int MATCHES_SAVE = 1 << 12;

  /** When zlib is worth its time, against cells without such matches. */
  private static final Worth ZLIB = new Worth(0.8, 1 << 10);

  /** The same against cells with matches, which take less time than zlib. */
  private static final Worth ZLIB_FOR_MATCHES = new Worth(0.97, 0);

  /** The relative length up to which a faster level of zlib is preferred. */
  private static final double NEAR = 1.06;

  private static final int USUAL_LEVEL = 6;
  private static final List<Integer> FASTER_LEVELS = List.of(1, 2, 3, 4);

  /**
   * When a slower way is worth its time.
   *
   * @param relative the most of the usual way's length
   * @param saved the fewest bytes to save
   */
  private record Worth(double relative, int saved) {
    boolean has(int length, int usual) {
      return length <= relative * usual && length <= usual - saved;
    }

    /** Whether any length at all would be. */
    boolean isPossible(int usual) {
      return usual > saved;
    }
  }

  private final PngRows background;
  private final PngRows example;
  private final MutableCells mutableCells;
  private final DirtyCells changed;
  private final BandTrainer trainer;
  private final Effort effort;
  private final StripCompressor compressor = new StripCompressor();
  private final DirtyStripEncoder stripEncoder = new DirtyStripEncoder();

  /** How many bytes matches save in the bands so far. */
  private int saved;

  /**
   * @param example a picture as they will come, with its own colors in the palette
   */
  ChangeableBands(PngRows background, PngRows example, MutableCells mutableCells, Effort effort) {
    this.background = background;
    this.example = example;
    this.mutableCells = mutableCells;
    this.changed = DirtyCells.of(example.rows(), example.grid());
    this.trainer = new BandTrainer(background, example, mutableCells, effort);
    this.effort = effort;
  }

  /** Encodes a band; those of a picture are given from the top down. */
  PngBand encode(Span strips) {
    BandTrainer.Choice choice = trainer.filters(strips);
    BandTrainer.Plain trained = trainer.plain(strips, choice);
    List<PngPiece> pieces = pieces(trained);
    PngBand.Changeable plain = new PngBand.Changeable(strips, pieces, trained.band());
    if (effort == Effort.FAST) {
      return plain;
    }
    PngBand.Changeable matched = new PngBand.Changeable(strips, pieces, trainer.matched(trained));
    int usual = length(plain);
    int searched = length(matched);
    if (ZLIB.isPossible(usual)) {
      Deflated deflated = deflated(plain, choice.filtered());
      if (ZLIB.has(deflated.length(), usual)) {
        boolean shorter = ZLIB_FOR_MATCHES.has(deflated.length(), searched);
        return shorter ? faster(plain, choice.filtered(), deflated) : matched;
      }
    }
    if (searched > MATCHES_WORTH * usual) {
      return plain;
    }
    saved += usual - searched;
    return saved >= MATCHES_SAVE ? matched : plain;
  }

  /** The background's own strips, each as one piece. */
  private List<PngPiece> pieces(BandTrainer.Plain trained) {
    CodedBand band = trained.band();
    List<PngPiece> pieces = new ArrayList<>();
    for (int strip = band.strips().from(); strip < band.strips().to(); strip++) {
      Span one = background.strips().rows(new Span(strip, strip + 1));
      pieces.add(compressor.compress(trained.filtered(), one, band.filter(strip), effort));
    }
    return pieces;
  }

  /** Settings for zlib, and how many bytes the example needs with them. */
  private record Deflated(List<ScanlineFilter> filters, int level, int length) {}

  /**
   * With the filters that are the shortest at the usual level.
   *
   * @param filtered the example's rows
   */
  private Deflated deflated(PngBand.Changeable like, FilteredRows filtered) {
    return StripCompressor.FILTERS.stream()
        .map(filters -> deflated(like, filtered, filters, USUAL_LEVEL))
        .min(Comparator.comparingInt(Deflated::length))
        .orElseThrow();
  }

  /** At the lowest level that is near the usual one. */
  private PngBand faster(PngBand.Changeable like, FilteredRows filtered, Deflated usual) {
    Deflated fastest =
        FASTER_LEVELS.stream()
            .map(level -> deflated(like, filtered, usual.filters(), level))
            .filter(faster -> faster.length() <= NEAR * usual.length())
            .findFirst()
            .orElse(usual);
    return new PngBand.Deflated(like.strips(), like.pieces(), fastest.filters(), fastest.level());
  }

  private Deflated deflated(
      PngBand.Changeable like, FilteredRows filtered, List<ScanlineFilter> filters, int level) {
    List<PngPiece> pieces = new ArrayList<>();
    PngSplice.collect(
        like.strips(),
        changed.strips(),
        like.pieces(),
        part -> compressor.compress(filtered, example.strips().rows(part), filters, level),
        pieces);
    return new Deflated(filters, level, length(pieces));
  }

  /** How many bytes the example needs for a band. */
  private int length(PngBand band) {
    Variant alone = new Variant(example.color(), new byte[0], List.of(band), mutableCells);
    return length(new PngSplice(alone, example, changed).pieces(stripEncoder));
  }

  private static int length(List<PngPiece> pieces) {
    return pieces.stream().mapToInt(piece -> piece.chunk().length).sum();
  }
}
