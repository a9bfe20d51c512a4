package dev.nameplate.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the filters and the code for a band from a base and an example of the pictures to come, and
 * writes the base's cells with them.
 */
final class BandLearner {
  /** What another filter must save before it is taken instead of the one that is quickest. */
  private static final double WORTH = 0.97;

  private final CellCoder coder = new CellCoder();
  private final BitWriter out = new BitWriter();

  /**
   * @param example the rows that codes are learned from beside the base's own
   */
  CodedBand learn(PngRows base, PngRows example, Span strips) {
    Strips cut = base.strips();
    List<ScanlineFilter> filters = new ArrayList<>();
    long[] counts = new long[Symbols.COUNT];
    for (int strip = strips.from(); strip < strips.to(); strip++) {
      Span rows = new Span(cut.firstRow(strip), cut.firstRow(strip) + cut.rows(strip));
      ScanlineFilter filter = filter(example, rows);
      filters.add(filter);
      count(base, rows, filter, counts);
      count(example, rows, filter, counts);
    }
    DeflateCode code = DeflateCode.of(counts, base.colour().bytesPerPixel());
    return write(base, strips, filters, code);
  }

  private ScanlineFilter filter(PngRows rows, Span span) {
    Map<ScanlineFilter, Double> costs = new EnumMap<>(ScanlineFilter.class);
    for (ScanlineFilter filter : ScanlineFilter.values()) {
      long[] counts = new long[Symbols.COUNT];
      count(rows, span, filter, counts);
      costs.put(filter, bits(counts));
    }
    double up = costs.getOrDefault(ScanlineFilter.UP, 0.0);
    return costs.entrySet().stream()
        .filter(cost -> cost.getValue() < WORTH * up)
        .min(Comparator.comparingDouble(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse(ScanlineFilter.UP);
  }

  private void count(PngRows rows, Span span, ScanlineFilter filter, long[] counts) {
    CellGrid grid = rows.grid();
    for (int row = span.from(); row < span.to(); row++) {
      coder.read(rows, filter, row, new Span(0, grid.count()));
      for (int cell = 0; cell < grid.count(); cell++) {
        coder.take(grid.bytes(cell));
        for (int i = 0; i < coder.count(); i++) {
          counts[coder.symbols()[i]]++;
        }
      }
    }
  }

  /** About how many bits symbols take that occur so often (Shannon, 1948). */
  private static double bits(long[] counts) {
    double all = Arrays.stream(counts).sum();
    return Arrays.stream(counts)
        .filter(count -> count > 0)
        .mapToDouble(count -> count * Math.log(all / count))
        .sum();
  }

  private CodedBand write(
      PngRows base, Span strips, List<ScanlineFilter> filters, DeflateCode code) {
    CellGrid grid = base.grid();
    Span rows = base.strips().rows(strips);
    int[] starts = new int[rows.length() * grid.count() + 1];
    int[] sums = new int[rows.length() * grid.count()];
    AdlerSum[] stripSums = new AdlerSum[strips.length()];
    Arrays.fill(stripSums, AdlerSum.EMPTY);
    out.restart(0);
    int at = 0;
    for (int row = rows.from(); row < rows.to(); row++) {
      int strip = (row - rows.from()) / Strips.ROWS;
      coder.read(base, filters.get(strip), row, new Span(0, grid.count()));
      for (int cell = 0; cell < grid.count(); cell++) {
        coder.take(grid.bytes(cell));
        out.ensure(4 * coder.count());
        out.put(coder.symbols(), coder.count(), code.table());
        AdlerSum sum = new AdlerSum(coder.sum(), grid.bytes(cell).length());
        stripSums[strip] = stripSums[strip].then(sum);
        sums[at++] = sum.value();
        starts[at] = Math.toIntExact(out.length());
      }
    }
    CodedBand.Cells cells = new CodedBand.Cells(grid, out.toPaddedArray(), starts, sums);
    return new CodedBand(strips, filters, code, cells, List.of(stripSums));
  }
}
