package dev.nameplate.encode.png;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.BitWriter;
import dev.nameplate.encode.deflate.DeflateCode;
import dev.nameplate.encode.deflate.TokenCounts;
import java.util.ArrayList;
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
   * A band in cells without matches in what changes.
   *
   * @param tokens of the background
   */
  record Plain(CodedBand band, BandTokens tokens) {}

  /**
   * Encodes a band in cells.
   *
   * @param filters one for each strip
   */
  Plain plain(Span strips, List<ScanlineFilter> filters) {
    BandTokens tokens = ofBackground.parse(strips, filters);
    BandTokens like = ofExample.parse(strips, filters);
    StaticCells staticCells =
        mostlyChanges(like, strips)
            ? new StaticCells.AsTokens(tokens.tokens(), tokens.starts())
            : bits(tokens, like);
    return new Plain(coded(strips, filters, false, staticCells, tokens), tokens);
  }

  /** Encodes the same band with matches, as in {@link CodedBand}. */
  CodedBand matched(Plain plain) {
    Span strips = plain.band().strips();
    List<ScanlineFilter> filters = plain.band().filters();
    BandTokens tokens = ofBackground.matched(strips, filters, plain.tokens());
    StaticCells staticCells = new StaticCells.AsTokens(tokens.tokens(), tokens.starts());
    return coded(strips, filters, true, staticCells, tokens);
  }

  private static CodedBand coded(
      Span strips,
      List<ScanlineFilter> filters,
      boolean matched,
      StaticCells staticCells,
      BandTokens tokens) {
    return new CodedBand(strips, filters, matched, staticCells, tokens.sums(), tokens.stripSums());
  }

  /** If nearly all changes, a code for each picture saves more than it costs. */
  private boolean mostlyChanges(BandTokens like, Span strips) {
    DirtyCells changed = DirtyCells.of(example.rows(), example.grid());
    return 4L * like.changing(changed, example.strips().rows(strips)) > 3L * like.tokens().length;
  }

  /** Finds a filter for each strip of a band in cells without matches. */
  List<ScanlineFilter> filters(Span strips) {
    if (effort == Effort.FAST) {
      return Collections.nCopies(strips.length(), ScanlineFilter.UP);
    }
    List<ScanlineFilter> filters = new ArrayList<>();
    for (int strip = strips.from(); strip < strips.to(); strip++) {
      filters.add(filter(new Span(strip, strip + 1)));
    }
    List<ScanlineFilter> none = Collections.nCopies(strips.length(), ScanlineFilter.NONE);
    return cost(strips, none) < cost(strips, filters) ? none : filters;
  }

  private ScanlineFilter filter(Span strip) {
    Map<ScanlineFilter, Double> costs = new EnumMap<>(ScanlineFilter.class);
    for (ScanlineFilter filter : ScanlineFilter.values()) {
      costs.put(filter, cost(strip, List.of(filter)));
    }
    double up = costs.getOrDefault(ScanlineFilter.UP, 0.0);
    return costs.entrySet().stream()
        .filter(cost -> cost.getValue() < WORTH * up)
        .min(Comparator.comparingDouble(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse(ScanlineFilter.UP);
  }

  private double cost(Span strips, List<ScanlineFilter> filters) {
    int[] tokens = ofExample.parse(strips, filters).tokens();
    TokenCounts counts = new TokenCounts();
    counts.add(tokens, 0, tokens.length);
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
