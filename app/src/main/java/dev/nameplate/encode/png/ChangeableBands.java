package dev.nameplate.encode.png;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.Span;
import dev.nameplate.encode.png.PngStripStore.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Encodes the bands that pictures may change, each in the way that suits its example: in cells, or,
 * where matches make that much shorter, for zlib. For one thread at a time.
 */
final class ChangeableBands {
  /** The relative length below which zlib is worth its time. */
  private static final double WORTH = 0.8;

  /** So many bytes have to be saved, too. */
  private static final int LEAST_SAVED = 1 << 10;

  /** The relative length up to which a faster level of zlib is preferred. */
  private static final double NEAR = 1.06;

  private static final int USUAL_LEVEL = 6;
  private static final List<Integer> FASTER_LEVELS = List.of(1, 2, 3, 4);

  private final PngRows background;
  private final PngRows example;
  private final MutableCells mutableCells;
  private final DirtyCells changed;
  private final BandTrainer trainer;
  private final Effort effort;
  private final StripCompressor compressor = new StripCompressor();
  private final DirtyStripEncoder stripEncoder = new DirtyStripEncoder();

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

  /** Encodes a band. */
  PngBand encode(Span strips) {
    CodedBand coded = trainer.train(strips);
    List<PngPiece> pieces = new ArrayList<>();
    for (int strip = strips.from(); strip < strips.to(); strip++) {
      Span one = background.strips().rows(new Span(strip, strip + 1));
      pieces.add(compressor.compress(background, one, coded.filter(strip), effort));
    }
    PngBand.Changeable inCells = new PngBand.Changeable(strips, pieces, coded);
    return effort == Effort.FAST ? inCells : shorter(inCells);
  }

  private PngBand shorter(PngBand.Changeable inCells) {
    Map<List<ScanlineFilter>, Integer> lengths =
        StripCompressor.FILTERS.stream()
            .collect(
                Collectors.toMap(
                    filters -> filters,
                    filters -> length(deflated(inCells, filters, USUAL_LEVEL))));
    List<ScanlineFilter> filters =
        StripCompressor.FILTERS.stream().min(Comparator.comparingInt(lengths::get)).orElseThrow();
    int least = lengths.getOrDefault(filters, 0);
    int usual = length(inCells);
    if (least > WORTH * usual || least > usual - LEAST_SAVED) {
      return inCells;
    }
    int level =
        FASTER_LEVELS.stream()
            .filter(faster -> length(deflated(inCells, filters, faster)) <= NEAR * least)
            .findFirst()
            .orElse(USUAL_LEVEL);
    return deflated(inCells, filters, level);
  }

  private static PngBand deflated(
      PngBand.Changeable like, List<ScanlineFilter> filters, int level) {
    return new PngBand.Deflated(like.strips(), like.pieces(), filters, level);
  }

  /** How many bytes the example needs for a band. */
  private int length(PngBand band) {
    Variant alone = new Variant(example.color(), new byte[0], List.of(band), mutableCells);
    return new PngSplice(alone, example, changed)
        .pieces(stripEncoder).stream().mapToInt(piece -> piece.chunk().length).sum();
  }
}
