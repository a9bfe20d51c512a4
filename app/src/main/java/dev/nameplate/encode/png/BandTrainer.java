package dev.nameplate.encode.png;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.BitWriter;
import dev.nameplate.encode.deflate.DeflateCode;
import dev.nameplate.encode.deflate.TokenCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Chooses filters and codes for bands from a background and an example picture. */
final class BandTrainer {
  /** The relative cost below which another filter is chosen instead of the fastest one. */
  private static final double WORTH = 0.93;

  private static final int TRIAL_PLACES = 8;

  private final PngRows background;
  private final PngRows example;
  private final Effort effort;
  private final BandTokens.Parser ofBackground;
  private final BandTokens.Parser ofExample;
  private final FilteredRows.Buffers backgroundBuffers = new FilteredRows.Buffers();
  private final FilteredRows.Buffers exampleBuffers = new FilteredRows.Buffers();

  /**
   * @param example the rows that codes are derived from, together with the background's own
   */
  BandTrainer(PngRows background, PngRows example, MutableCells mutableCells, Effort effort) {
    this.background = background;
    this.example = example;
    this.effort = effort;
    int places = effort == Effort.FAST ? TRIAL_PLACES : 32 * TRIAL_PLACES;
    this.ofBackground = new BandTokens.Parser(background, mutableCells, places);
    this.ofExample = new BandTokens.Parser(example, mutableCells, TRIAL_PLACES);
  }

  /**
   * The filters of a band.
   *
   * @param filters one for each strip
   * @param example the band's tokens with them
   * @param filtered the example's rows, valid until filters of another band are found
   */
  record Choice(List<ScanlineFilter> filters, BandTokens example, FilteredRows filtered) {}

  /**
   * A band in cells without matches in what changes.
   *
   * @param tokens of the background
   * @param filtered the background's rows, valid until another band is encoded
   */
  record Plain(CodedBand band, BandTokens tokens, FilteredRows filtered) {}

  /** Encodes a band in cells. */
  Plain plain(Span strips, Choice choice) {
    List<ScanlineFilter> filters = choice.filters();
    FilteredRows filtered = filtered(background, strips, backgroundBuffers);
    BandTokens tokens = ofBackground.parse(filtered, strips, filters);
    BandTokens.Sums sums = ofBackground.sums(filtered, strips, filters);
    StaticCells staticCells =
        mostlyChanges(choice.example(), strips)
            ? new StaticCells.AsTokens(tokens.tokens(), tokens.starts())
            : bits(tokens, choice.example());
    CodedBand band =
        new CodedBand(strips, filters, false, staticCells, sums.ofCells(), sums.ofStrips());
    return new Plain(band, tokens, filtered);
  }

  /** Encodes the same band with matches, as in {@link CodedBand}. */
  CodedBand matched(Plain plain) {
    CodedBand band = plain.band();
    BandTokens tokens =
        ofBackground.matched(plain.filtered(), band.strips(), band.filters(), plain.tokens());
    StaticCells staticCells = new StaticCells.AsTokens(tokens.tokens(), tokens.starts());
    return new CodedBand(
        band.strips(), band.filters(), true, staticCells, band.sums(), band.stripSums());
  }

  /** If nearly all changes, a code for each picture saves more than it costs. */
  private boolean mostlyChanges(BandTokens like, Span strips) {
    DirtyCells changed = DirtyCells.of(example.rows(), example.grid());
    return 4L * like.changing(changed, example.strips().rows(strips)) > 3L * like.tokens().length;
  }

  /** Finds a filter for each strip of a band in cells without matches. */
  Choice filters(Span strips) {
    FilteredRows filtered = filtered(example, strips, exampleBuffers);
    if (effort == Effort.FAST) {
      return choice(filtered, strips, Collections.nCopies(strips.length(), ScanlineFilter.UP));
    }
    List<ScanlineFilter> filters = new ArrayList<>();
    for (int strip = strips.from(); strip < strips.to(); strip++) {
      filters.add(filter(filtered, new Span(strip, strip + 1)));
    }
    Choice best = choice(filtered, strips, filters);
    List<ScanlineFilter> none = Collections.nCopies(strips.length(), ScanlineFilter.NONE);
    if (filters.equals(none)) {
      return best;
    }
    Choice unfiltered = choice(filtered, strips, none);
    return cost(unfiltered.example()) < cost(best.example()) ? unfiltered : best;
  }

  private Choice choice(FilteredRows filtered, Span strips, List<ScanlineFilter> filters) {
    return new Choice(filters, ofExample.parse(filtered, strips, filters), filtered);
  }

  private static FilteredRows filtered(PngRows rows, Span strips, FilteredRows.Buffers buffers) {
    return new FilteredRows(rows, rows.strips().rows(strips), buffers);
  }

  private ScanlineFilter filter(FilteredRows filtered, Span strip) {
    Map<ScanlineFilter, Double> costs = new EnumMap<>(ScanlineFilter.class);
    for (ScanlineFilter filter : candidates(filtered, strip)) {
      costs.put(filter, cost(ofExample.parse(filtered, strip, List.of(filter))));
    }
    double up = costs.getOrDefault(ScanlineFilter.UP, 0.0);
    return costs.entrySet().stream()
        .filter(cost -> cost.getValue() < WORTH * up)
        .min(Comparator.comparingDouble(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse(ScanlineFilter.UP);
  }

  /**
   * The filters to compare: no filter, which long matches may suit, Up, and of the others those
   * that predict better than Up.
   */
  private List<ScanlineFilter> candidates(FilteredRows filtered, Span strip) {
    Span span = example.strips().rows(strip);
    long up = filtered.sumOfDifferences(span, ScanlineFilter.UP);
    return Arrays.stream(ScanlineFilter.values())
        .filter(
            filter ->
                filter == ScanlineFilter.NONE
                    || filter == ScanlineFilter.UP
                    || filtered.sumOfDifferences(span, filter) < up)
        .toList();
  }

  private double cost(BandTokens tokens) {
    TokenCounts counts = new TokenCounts();
    counts.add(tokens.tokens(), 0, tokens.tokens().length);
    return counts.bits(example.grid().repeats());
  }

  private StaticCells bits(BandTokens tokens, BandTokens like) {
    TokenCounts counts = new TokenCounts();
    counts.add(tokens.tokens(), 0, tokens.tokens().length);
    counts.add(like.tokens(), 0, like.tokens().length);
    counts.addAll();
    DeflateCode code = counts.code(background.grid().repeats());
    BitWriter out = new BitWriter();
    int[] starts = new int[tokens.starts().length];
    for (int cell = 0; cell + 1 < starts.length; cell++) {
      int from = tokens.starts()[cell];
      int to = tokens.starts()[cell + 1];
      out.ensure(Long.BYTES * (to - from));
      out.put(tokens.tokens(), from, to, code);
      starts[cell + 1] = Math.toIntExact(out.length());
    }
    return new StaticCells.AsBits(code, out.toPaddedArray(), starts);
  }
}
